import { Command, CommanderError } from "commander";
import { GitFault } from "../node/git/git";
import { faultPlace } from "../text/fault";
import { printable } from "./printable";
import { guardOutput, OutputFault } from "./standardOutput";
import { exit, UsageError } from "./verb";
import { verbs } from "./verbs";
import { version } from "./version";

const program = new Command("flat-profile")
  .description("Checks, explains and formats the flat-profile files that provision IP phones.")
  .version(version)
  .showHelpAfterError("See flat-profile help [command].")
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
    const isForPeople = error instanceof UsageError || error instanceof GitFault;
    const lines = isForPeople ? [error.message] : faultPlace(error).split("\n");
    console.error(`flat-profile: ${lines.map(printable).join("\n")}`);
    process.exitCode = exit.failed;
  }
});
