import { CommanderError } from "commander";
import { GitFault } from "../node/git/git";
import { faultPlace } from "../text/fault";
import { printable } from "./printable";
import { makeProgram } from "./program";
import { guardOutput, OutputFault } from "./standardOutput";
import { exit, UsageError } from "./verb";

const program = makeProgram((code) => {
  process.exitCode = code;
});

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
