import type { Snapshot } from "../analysis/snapshot";
import type { ProfileDocument } from "../profile/profileDocument";
import type { Setting } from "../profile/setting";
import { commonEnds } from "../text/commonEnds";
import { applyEdits, inOrder } from "../text/edits";
import { type Edit, type Span, shift } from "../text/span";
import { editedSnapshot } from "./editedSnapshot";
import { readsAlike, sameSettings } from "./sameSettings";
import { hasLessWrong } from "./severityCounts";

// All safe fixes at once. A fix is made for the place that was read; together with others, or in a file with more
// faults, its result may be read in another way. So each result is read again: it must have fewer problems and the
// very same settings but for those that a fix removes or adds as a whole, or it is not used.

/** A fix as it is applied: its edits, in file coordinates. */
interface SafeFix {
  readonly edits: readonly Edit[];
  /** It mends markup alone, so that no value may change. */
  readonly isMarkup: boolean;
}

/** Repairs that are made one after the other before the result is judged: one can lay bare the next. */
const maxRounds = 10;

/** Characters of results that are looked at in search of the fixes that can be used; files made to do harm need more. */
const maxRead = 5_000_000;
/** To find a problem again costs as much as to read so many characters. */
const problemCost = 400;
/** Results that are looked at: of a small file, and of any. */
const maxTries = 100;
const minTries = 4;

/** What repairs all that is safe; nothing is left that a second run would change. */
export function repaired(snapshot: Snapshot): readonly Edit[] {
  const first = safeFixes(snapshot);
  if (first.length === 0) return [];
  let result = snapshot;
  const cost = snapshot.text.length + problemCost * snapshot.problems().length;
  let left = Math.max(minTries, Math.min(maxTries, Math.floor(maxRead / cost)));
  const tried = () => left-- > 0;
  for (;;) {
    const next = inRounds(result, tried) ?? someOf(result, tried);
    if (!next) break;
    result = next;
  }
  // What is found with more tries would be found by the next run.
  if (result === snapshot || left < 0) return [];
  const edits = first.flatMap((fix) => fix.edits);
  return applyEdits(snapshot.text, inOrder(edits)) === result.text ? edits : [difference(snapshot.text, result.text)];
}

/** The result of all fixes, and of those that show up then; undefined unless it is better. */
function inRounds(before: Snapshot, tried: () => boolean): Snapshot | undefined {
  let result = before;
  for (let round = 0; round < maxRounds; round++) {
    const fixes = safeFixes(result);
    const next = fixes.length > 0 && tried() ? resultOf(result, fixes) : undefined;
    if (!next) break;
    result = next;
  }
  return result !== before && hasLessWrong(result, before) ? result : undefined;
}

/** The result of as many fixes as make it better. */
function someOf(before: Snapshot, tried: () => boolean): Snapshot | undefined {
  const better = (fixes: readonly SafeFix[]): Snapshot | undefined => {
    const after = tried() ? resultOf(before, fixes) : undefined;
    return after && hasLessWrong(after, before) ? after : undefined;
  };
  const usable = (fixes: readonly SafeFix[]): readonly SafeFix[] => {
    if (fixes.length === 0 || better(fixes)) return fixes;
    if (fixes.length === 1) return [];
    const middle = fixes.length >> 1;
    const [left, right] = [usable(fixes.slice(0, middle)), usable(fixes.slice(middle))];
    const both = [...left, ...right];
    return left.length === 0 || right.length === 0 || better(both) ? both : left;
  };
  const fixes = usable(safeFixes(before));
  return fixes.length > 0 ? resultOf(before, fixes) : undefined;
}

/** The file with the fixes; undefined when a setting that none of them is about would be another. */
function resultOf(before: Snapshot, fixes: readonly SafeFix[]): Snapshot | undefined {
  const all = inOrder(fixes.flatMap((fix) => fix.edits));
  const after = editedSnapshot(before, all);
  const meant = new Set(fixes.filter((fix) => !fix.isMarkup).flatMap((fix) => fix.edits));
  return keepsSettings(before.document, after.document, all, meant) ? after : undefined;
}

/** All settings stay but those that edits are `meant` for. One may replace, remove or add whole settings. */
function keepsSettings(
  before: ProfileDocument,
  after: ProfileDocument,
  all: readonly Edit[],
  meant: ReadonlySet<Edit>,
): boolean {
  const spans: Span[] = [];
  const results: Span[] = [];
  let moved = 0;
  for (const edit of all) {
    const { start, end } = edit.span;
    if (meant.has(edit)) {
      spans.push(edit.span);
      results.push({ start: start + moved, end: start + moved + edit.text.length });
    }
    moved += edit.text.length - (end - start);
  }
  let edit = 0;
  const isSame = (a: Setting, b: Setting, start: number) => {
    const span = shift(a.span, start);
    while (edit < spans.length && (spans[edit] as Span).end < span.start) edit++;
    const next = spans[edit];
    return (next !== undefined && next.start <= span.end) || readsAlike(a, b);
  };
  return sameSettings(before, after, isSame, { before: spans, after: results });
}

/** The safe fix of each problem; of two that touch the same characters only the first. */
function safeFixes(snapshot: Snapshot): SafeFix[] {
  const fixes: SafeFix[] = [];
  const taken = new Taken();
  for (const { code, fixes: offered } of snapshot.problems()) {
    const fix = offered?.find((candidate) => candidate.safe);
    if (fix && taken.add(fix.edits))
      fixes.push({ edits: fix.edits, isMarkup: code.startsWith(`${snapshot.dialect.syntaxArea}/`) });
  }
  return fixes;
}

/** Spans that edits have taken, in order. */
class Taken {
  readonly #spans: Span[] = [];

  /** Whether `edits` touch nothing that is taken; then they are taken too. */
  add(edits: readonly Edit[]): boolean {
    if (edits.some(({ span }) => this.#touches(span))) return false;
    for (const { span } of edits) this.#spans.splice(this.#indexOf(span.start), 0, span);
    return true;
  }

  #touches({ start, end }: Span): boolean {
    const next = this.#spans[this.#indexOf(start)];
    return next !== undefined && next.start <= end;
  }

  /** The first span that ends at `offset` or later. */
  #indexOf(offset: number): number {
    let low = 0;
    let high = this.#spans.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#spans[middle] as Span).end < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** The one edit that makes `after` of `before`. */
function difference(before: string, after: string): Edit {
  const { head: start, tail } = commonEnds(before, after);
  return { span: { start, end: before.length - tail }, text: after.slice(start, after.length - tail) };
}
