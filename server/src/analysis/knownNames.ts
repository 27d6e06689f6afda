import { type CellRow, type Column, type Segment, type Setting, WrittenMemo } from "../profile/setting";
import { detached, interned } from "../text/detached";
import { deleteWhere } from "../text/nestedMaps";
import type { Alike, NameFacts } from "./nameFacts";

/** Names whose meaning is remembered. */
const maxFacts = 20_000;
/** Those of them that the catalogue does not have. */
const maxUnknown = 2_000;
/** Settings of which it is remembered what is found in those that are written alike. */
const maxAlike = 20_000;
/** Characters of a value that is remembered with them. */
const maxAlikeLength = 200;
const noInterests: NameFacts["interests"] = [];

/** What those know of settings that are written alike that met one of them last. */
const alikeOfWritten = new WrittenMemo<Alike>();

type Visit = (setting: Setting, facts: NameFacts, alike: Alike | undefined) => void;
type IsKnown = (facts: NameFacts, alike: Alike) => boolean;

/** A class, as files have thousands of names and an object that is spread takes many times as long to make. */
class FactsOfName implements NameFacts {
  interests: NameFacts["interests"] = noInterests;
  tested = 0;
  lastAlike: Alike | undefined = undefined;
  otherAlike: Alike | undefined = undefined;
  alike: Map<string, Alike> | undefined = undefined;

  constructor(
    readonly effective: NameFacts["effective"],
    readonly type: NameFacts["type"],
    readonly checks: NameFacts["checks"],
  ) {}

  forget(): void {
    this.lastAlike = this.otherAlike = this.alike = undefined;
  }
}

/** What each name means to the checks, and what was found in settings that are written alike. */
export class KnownNames {
  /** Path, then name. */
  readonly #facts = new Map<string, Map<string, FactsOfName>>();
  #factsCount = 0;
  #unknownCount = 0;
  #alikeCount = 0;
  #ofColumns = new WeakMap<readonly Column[], (NameFacts | undefined)[]>();
  /** What was found may outlive it, and must not keep it. */
  readonly #owner = {};

  constructor(readonly learn: (setting: Setting) => Pick<NameFacts, "effective" | "type" | "checks">) {}

  of(setting: Setting): NameFacts {
    return this.#met(setting)?.facts ?? this.#named(setting);
  }

  #named(setting: Setting): NameFacts {
    const { name, path } = setting;
    return this.#facts.get(path)?.get(name) ?? this.#add(setting);
  }

  #add(setting: Setting): NameFacts {
    const { name, path } = setting;
    const { effective, type, checks } = this.learn(setting);
    const facts = new FactsOfName(effective, type, checks);
    if (++this.#factsCount > maxFacts) {
      this.#facts.clear();
      this.#ofColumns = new WeakMap();
      this.#factsCount = 1;
      this.#unknownCount = 0;
    }
    if (!effective && ++this.#unknownCount > maxUnknown) this.#forgetUnknown();
    const atPath = this.#facts.get(path);
    if (atPath) atPath.set(interned(name), facts);
    else this.#facts.set(interned(path), new Map([[interned(name), facts]]));
    return facts;
  }

  #forgetUnknown(): void {
    deleteWhere(this.#facts, ({ effective }) => !effective);
    this.#ofColumns = new WeakMap();
    this.#factsCount -= this.#unknownCount - 1;
    this.#unknownCount = 1;
  }

  #met({ written }: Setting): Alike | undefined {
    const alike = written && alikeOfWritten.get(written);
    return alike?.owner === this.#owner ? alike : undefined;
  }

  /** What is remembered of settings that are written like this one, when it is met; undefined when nothing can be. */
  #meet(setting: Setting, facts: NameFacts): Alike | undefined {
    const { written } = setting;
    const alike = this.#findAlike(setting, facts);
    if (written && alike) alikeOfWritten.set(written, alike);
    return alike;
  }

  #findAlike(setting: Setting, facts: NameFacts): Alike | undefined {
    const { parts, segment } = setting;
    const { writtenAs, valueStart, valueEnd } = parts;
    const length = valueEnd - valueStart;
    if (writtenAs === undefined) return undefined;
    // Rows of tables repeat the value of the row before: no text is made of it.
    const { lastAlike: last } = facts;
    if (last?.writtenAs === writtenAs && isAt(last, segment.text, valueStart, length)) return last;
    if (length > maxAlikeLength) return undefined;
    const { text } = setting;
    const typed = text.length === length ? text : segment.text.slice(valueStart, valueEnd);
    return otherOf(typed, writtenAs, facts) ?? this.#addAlike(writtenAs, detached(typed), facts);
  }

  #addAlike(writtenAs: object, text: string, facts: NameFacts): Alike {
    if (++this.#alikeCount > maxAlike) {
      for (const atPath of this.#facts.values()) for (const each of atPath.values()) each.forget();
      this.#alikeCount = 1;
    }
    const fresh: Alike = { facts, owner: this.#owner, writtenAs, text, isQuiet: false, interests: [], tested: -1 };
    const { lastAlike: last, otherAlike: other } = facts;
    // Most names have one value, or two.
    if (last && other) {
      facts.alike ??= new Map([other, last].map((each) => [each.text, each]));
      facts.alike.set(text, fresh);
    }
    facts.otherAlike = last;
    facts.lastAlike = fresh;
    return fresh;
  }

  /** Gives each setting of a segment, in its order; of cells only those of which more than what `isKnown` says is to be found. */
  each(segment: Segment, isKnown: IsKnown, visit: Visit): void {
    const { rows, named = segment.settings } = segment;
    let next = 0;
    for (let i = 0; rows !== undefined && i < rows.length; i++) {
      const row = rows[i] as CellRow;
      for (let one = named[next]; one !== undefined && one.parts.start < row.start; one = named[++next])
        if (!one.isStatus) this.#visit(one, visit);
      this.#eachCell(segment.text, row, isKnown, visit);
    }
    for (; next < named.length; next++) {
      const one = named[next] as Setting;
      if (!one.isStatus) this.#visit(one, visit);
    }
  }

  #visit(setting: Setting, visit: Visit): NameFacts {
    const met = this.#met(setting);
    const facts = met?.facts ?? this.#named(setting);
    visit(setting, facts, met ?? this.#meet(setting, facts));
    return facts;
  }

  #eachCell(text: string, row: CellRow, isKnown: IsKnown, visit: Visit): void {
    const { columns, count, places, first } = row;
    let factsOf = this.#ofColumns.get(columns);
    if (factsOf === undefined) {
      factsOf = new Array(columns.length);
      this.#ofColumns.set(columns, factsOf);
    }
    for (let i = 0; i < count; i++) {
      const at = first + 2 * i;
      const facts = factsOf[i];
      const alike =
        facts && cellAlike(facts, columns[i] as Column, text, places[at] as number, places[at + 1] as number);
      if (facts === undefined || alike === undefined || !isKnown(facts, alike))
        factsOf[i] = this.#visit(row.setting(i), visit);
    }
  }
}

function isAt({ text }: Alike, all: string, start: number, length: number): boolean {
  return text.length === length && all.startsWith(text, start);
}

/** What is known of a cell before a setting is made of it. */
function cellAlike(facts: NameFacts, column: Column, text: string, start: number, end: number): Alike | undefined {
  const { lastAlike: last } = facts;
  if (last === undefined) return undefined;
  if (last.writtenAs === column && isAt(last, text, start, end - start)) return last;
  return end - start > maxAlikeLength ? undefined : otherOf(text.slice(start, end), column, facts);
}

/** One that was met before the last one. */
function otherOf(typed: string, writtenAs: object, facts: NameFacts): Alike | undefined {
  const { lastAlike: last, otherAlike } = facts;
  const other = otherAlike?.text === typed ? otherAlike : facts.alike?.get(typed);
  if (other?.writtenAs !== writtenAs) return undefined;
  facts.otherAlike = last;
  facts.lastAlike = other;
  return other;
}
