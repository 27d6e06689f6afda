import type { FileProblem } from "../analysis/fileProblem";
import type { Snapshot } from "../analysis/snapshot";
import { LineIndex } from "../text/lineIndex";
import type { Edit } from "../text/span";
import { canBeSilenced, directiveAt, nextLineDirective } from "./directiveEdits";
import { editedSnapshot } from "./editedSnapshot";
import { readsAlike, sameSettings } from "./sameSettings";

/**
 * Comments that silence `problems`, each on a line of its own above them. A comment that would not silence its problems,
 * or would change a setting, is left out.
 */
export function silencing(snapshot: Snapshot, problems: readonly FileProblem[]): readonly Edit[] {
  const lines = new LineIndex(snapshot.text);
  const codes = new Map<number, Set<string>>();
  for (const problem of problems) {
    const at = lines.offsetAt({ line: lines.positionAt(problem.span.start).line, character: 0 });
    if (canBeSilenced(problem, at, snapshot)) codes.set(at, (codes.get(at) ?? new Set()).add(problem.code));
  }
  const groups = [...codes].sort(([a], [b]) => a - b);
  if (works(snapshot, groups)) return groups.map((group) => editOf(group, snapshot));
  const usable = groups.filter((group) => works(snapshot, [group]));
  return works(snapshot, usable) ? usable.map((group) => editOf(group, snapshot)) : [];
}

type Group = readonly [lineStart: number, codes: ReadonlySet<string>];

function editOf([at, codes]: Group, snapshot: Snapshot): Edit {
  return directiveAt(at, nextLineDirective([...codes].sort()), snapshot);
}

function works(before: Snapshot, groups: readonly Group[]): boolean {
  if (groups.length === 0) return true;
  const after = editedSnapshot(
    before,
    groups.map((group) => editOf(group, before)),
  );
  const rest = new Map<string, number>();
  for (const { code } of before.problems()) rest.set(code, (rest.get(code) ?? 0) + 1);
  const lines = new LineIndex(before.text);
  const silent = new Map(groups);
  for (const { code, span } of before.problems()) {
    const at = lines.offsetAt({ line: lines.positionAt(span.start).line, character: 0 });
    if (silent.get(at)?.has(code)) rest.set(code, (rest.get(code) as number) - 1);
  }
  for (const { code } of after.problems()) {
    const left = (rest.get(code) ?? 0) - 1;
    if (left < 0) return false;
    rest.set(code, left);
  }
  return sameSettings(before.document, after.document, readsAlike);
}
