import { type Command, CommanderError } from "commander";
import { faultLines } from "./fileFault";
import { printable } from "./printable";
import { OutputFault } from "./standardOutput";
import { exit } from "./verb";

/** Does what `words`, the arguments after the program's name, ask for; `finish` gets what the run ends with. */
export async function runCommandLine(
  make: (finish: (code: number) => void) => Command | Promise<Command>,
  words: readonly string[],
  finish: (code: number) => void,
): Promise<void> {
  try {
    await (await make(finish)).parseAsync(words, { from: "user" });
  } catch (error) {
    if (error instanceof OutputFault) return;
    if (error instanceof CommanderError) {
      finish(error.exitCode === 0 ? exit.clean : exit.failed);
      return;
    }
    console.error(`flat-profile: ${faultLines(error).map(printable).join("\n")}`);
    finish(exit.failed);
  }
}
