import type { Command } from "commander";

/** What a run ends with. */
export const exit = { clean: 0, problems: 1, failed: 2 } as const;

/** One verb of the command line: adds itself to the program. */
export type Verb = (program: Command, finish: (code: number) => void) => void;

/** A fault of the person at the keyboard or of a file: its message is all that is shown. */
export class UsageError extends Error {}
