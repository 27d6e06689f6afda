import { Command } from "commander";
import type { Verb } from "./verb";
import { version } from "./version";

/** A command line with these verbs; `finish` gets what a run ends with. */
export function programOf(verbs: readonly Verb[], finish: (code: number) => void): Command {
  const program = new Command("flat-profile")
    .configureHelp({ commandDescription: (command) => unbroken(command.description()) })
    .description("Checks, explains and formats files that provision IP phones and gateways.")
    .version(version)
    .showHelpAfterError("See flat-profile help [command].")
    .exitOverride();
  for (const verb of verbs) verb(program, finish);
  for (const command of program.commands) command.exitOverride().showHelpAfterError(false);
  return program;
}

/** Texts are broken in the source at its own width; the help breaks them at that of the terminal. Indented lines stay. */
function unbroken(text: string): string {
  return text.replace(/(?<=\S)\n(?=\S)/g, " ");
}
