import type { ProfileChanges } from "./profileChanges";
import { filedOf, keyOf, type Segment, type Setting } from "./setting";

const none: readonly Setting[] = [];

function filedIn(segments: readonly Segment[]): Setting[] {
  return segments.flatMap(filedOf);
}

function namesIn(segments: readonly Segment[]): Set<string> {
  const names = new Set<string>();
  for (const setting of filedIn(segments)) names.add(keyOf(setting));
  return names;
}

const isSeveral = (found: Setting | Setting[]): found is Setting[] => Array.isArray(found);

/** The settings of some segments by name. After an edit only what changed is filed again. */
export class ProfileIndex {
  /** A setting, or several of one name. */
  readonly #byKey = new Map<string, Setting | Setting[]>();
  readonly #repeated = new Set<string>();

  constructor(segments: readonly Segment[]) {
    for (const segment of segments) {
      const filed = filedOf(segment);
      for (let i = 0; i < filed.length; i++) this.#add(filed[i] as Setting);
    }
  }

  all(key: string): readonly Setting[] {
    const found = this.#byKey.get(key);
    return found === undefined ? none : isSeveral(found) ? found : [found];
  }

  *repeated(): Iterable<readonly Setting[]> {
    for (const key of this.#repeated) yield this.all(key);
  }

  repeatedNames(): Iterable<string> {
    return this.#repeated;
  }

  /** Files what came, and forgets what went; `after` are all segments that there are now. */
  replace({ gaps }: ProfileChanges, after: readonly Segment[]): void {
    const others = gaps.filter(({ removed, added }) => !this.#exchange(removed, added));
    if (others.length === 0) return;
    this.#remove(others.flatMap(({ removed }) => removed));
    const touched = new Set<string>();
    for (const setting of filedIn(others.flatMap(({ added }) => added))) {
      this.#add(setting);
      if (this.#repeated.has(keyOf(setting))) touched.add(keyOf(setting));
    }
    if (touched.size === 0) return;
    const order = new Map(after.map((segment, i) => [segment, i]));
    const place = (setting: Setting) => order.get(setting.segment) ?? -1;
    const inOrder = (a: Setting, b: Setting) => place(a) - place(b) || a.parts.start - b.parts.start;
    for (const key of touched) this.#byKey.set(key, [...this.all(key)].sort(inOrder));
  }

  /** An edit inside a value leaves names as they are: each setting takes the place of the one before it. */
  #exchange(removed: readonly Segment[], added: readonly Segment[]): boolean {
    const old = filedIn(removed);
    const now = filedIn(added);
    const isSame = ({ name, path }: Setting, i: number) => name === now[i]?.name && path === now[i]?.path;
    if (old.length !== now.length || !old.every(isSame)) return false;
    const keys = now.map(keyOf);
    if (keys.some((key) => this.#repeated.has(key))) return false;
    for (const [i, key] of keys.entries()) this.#byKey.set(key, now[i] as Setting);
    return true;
  }

  #add(setting: Setting): void {
    const key = keyOf(setting);
    const found = this.#byKey.get(key);
    if (found === undefined) this.#byKey.set(key, setting);
    else if (isSeveral(found)) found.push(setting);
    else {
      this.#byKey.set(key, [found, setting]);
      this.#repeated.add(key);
    }
  }

  /** Each list is gone through once, however often its name comes. */
  #remove(segments: readonly Segment[]): void {
    const gone = new Set(segments);
    for (const key of namesIn(segments)) {
      const left = this.all(key).filter(({ segment }) => !gone.has(segment));
      if (left.length < 2) this.#repeated.delete(key);
      const [first] = left;
      if (!first) this.#byKey.delete(key);
      else this.#byKey.set(key, left.length === 1 ? first : left);
    }
  }
}
