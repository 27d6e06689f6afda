import { Command, CommanderError } from "commander";
import { faultPlace } from "../text/fault";
import { check } from "./check";
import { decrypt } from "./decrypt";
import { dial } from "./dial";
import { encrypt } from "./encrypt";
import { explain } from "./explain";
import { fleet } from "./fleet";
import { format } from "./format";
import { inspect } from "./inspect";
import { learn } from "./learn";
import { lsp } from "./lsp";
import { preview } from "./preview";
import { printable } from "./printable";
import { guardOutput, OutputFault } from "./standardOutput";
import { tone } from "./tone";
import { exit, UsageError, type Verb } from "./verb";
import { version } from "./version";

/** Every verb of the command line. */
const verbs: readonly Verb[] = [
  check,
  format,
  explain,
  learn,
  encrypt,
  decrypt,
  inspect,
  preview,
  fleet,
  tone,
  dial,
  lsp,
];

const program = new Command("flat-profile")
  .description("Checks, explains and lays out the flat-profile files that provision IP phones.")
  .version(version)
  .showHelpAfterError("(flat-profile help [verb] tells more)")
  .exitOverride();
const finish = (code: number) => {
  process.exitCode = code;
};
for (const verb of verbs) verb(program, finish);
for (const command of program.commands) command.exitOverride().showHelpAfterError(false);

guardOutput();
program.parseAsync().catch((error: unknown) => {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? exit.clean : exit.failed;
  else if (!(error instanceof OutputFault)) {
    const lines = error instanceof UsageError ? [error.message] : faultPlace(error).split("\n");
    console.error(`flat-profile: ${lines.map(printable).join("\n")}`);
    process.exitCode = exit.failed;
  }
});
