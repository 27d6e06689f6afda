import type { Snapshot } from "../analysis/snapshot";
import type { Severity } from "../text/span";

const grades: readonly Severity[] = ["error", "warning", "info", "hint"];

/** Fewer errors; of as many errors fewer warnings, and so on. */
export function hasLessWrong(after: Snapshot, before: Snapshot): boolean {
  const [now, then] = [counts(after), counts(before)];
  const differs = now.findIndex((count, i) => count !== then[i]);
  return differs >= 0 && (now[differs] as number) < (then[differs] as number);
}

function counts(snapshot: Snapshot): number[] {
  const found = grades.map(() => 0);
  for (const { severity } of snapshot.problems()) (found[grades.indexOf(severity)] as number)++;
  return found;
}
