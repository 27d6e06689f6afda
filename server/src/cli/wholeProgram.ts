import type { Command } from "commander";
import { programOf } from "./program";
import { isVerbName, verbNames } from "./verbNames";
import { verbs } from "./verbs";

type Finish = (code: number) => void;

/** The whole command line. */
export async function makeProgram(finish: Finish): Promise<Command> {
  return programOf(await Promise.all(verbNames.map((name) => verbs[name]())), finish);
}

/** As much of it as these words ask for. */
export async function programFor([first]: readonly string[], finish: Finish): Promise<Command> {
  // Completions are of all verbs.
  if (!isVerbName(first) || first === "completion") return makeProgram(finish);
  return programOf([await verbs[first]()], finish);
}
