// What a comparison says of one setting. The set is closed; users of the output rely on it.

const drifted = ["drift", "missing", "back to default", "a later step did not arrive", "access differs"] as const;

/** Statuses of settings that are listed, the most serious first. */
export const listed = [
  ...drifted,
  "not yet fetched",
  "left behind",
  "unexplained",
  "changed by the user",
  "probably changed by the user",
  "kept for the user",
  "new",
] as const;

/** Statuses that are only counted: nothing can or must be done about them. */
export const counted = [
  /** What the files make of it is unknown. */
  "undecided",
  "unknown default",
  "unsupported",
  /** Cannot be compared: the device does not show it. */
  "secret",
  "never shown",
  "default",
  "same",
] as const;

export type Status = (typeof listed)[number] | (typeof counted)[number];

/** What a run fails on; each one includes the first. */
export type FailOn = "drift" | "user" | "unexplained" | "never";

export const failing: Readonly<Record<FailOn, ReadonlySet<Status>>> = {
  drift: new Set(drifted),
  user: new Set([...drifted, "changed by the user", "probably changed by the user"]),
  unexplained: new Set([...drifted, "unexplained", "left behind"]),
  never: new Set(),
};

/** Nothing to look at. */
export const quiet: ReadonlySet<Status> = new Set(["same", "default"]);
