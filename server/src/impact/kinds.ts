// What a change of files does to a device. The set is closed; users of the output rely on it.

/** The worst first: groups are shown in this order. */
export const kinds = [
  "stranded",
  "failing",
  "upgrade loop",
  "loop",
  "invalid",
  "undecided",
  "downgrade",
  "upgrade",
  "restart",
  "restart only",
  "settings",
  "addresses",
  "recovered",
  "left behind",
  "none",
] as const;

export type Kind = (typeof kinds)[number];

/** A plan with one of these fails unless other kinds are named. */
export const dangers: ReadonlySet<Kind> = new Set(["stranded", "failing", "upgrade loop", "loop", "invalid"]);

/** The deployed device is as it was; a new one may end up with something else. */
const quiet: ReadonlySet<Kind> = new Set(["none", "left behind"]);

/** Something happens to a device that is deployed. */
export function isChange(found: readonly Kind[]): boolean {
  return found.some(hasGroups);
}

/** Groups of a plan are of these; what is left behind has a part of its own. */
export function hasGroups(kind: Kind): boolean {
  return !quiet.has(kind);
}

export function emptyTotals(): Record<Kind, number> {
  return Object.fromEntries(kinds.map((kind) => [kind, 0])) as Record<Kind, number>;
}
