import type { Command } from "commander";
import { programOf } from "./program";
import { verbs } from "./verbs";

/** The whole command line. */
export function makeProgram(finish: (code: number) => void): Command {
  return programOf(verbs, finish);
}
