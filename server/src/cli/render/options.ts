import { type Command, Option } from "commander";
import { type Syntax, syntaxes } from "../../templates/parts";
import { repeatableOption } from "../repeatableOption";

/** What `render` and `check --data` have in common. */
export interface DataOptions {
  readonly data: readonly string[];
  readonly rows?: string;
  readonly as?: string;
  readonly syntax?: Syntax;
  readonly renderer?: string;
  readonly allowCommands?: boolean;
}

export function withDataOptions(command: Command): Command {
  return command
    .addOption(
      repeatableOption(
        "--data <file>",
        "CSV, JSON or YAML: a list gives the rows, an object values that all rows share (repeatable)",
      ),
    )
    .option("--rows <name>", "member of an object that has the rows")
    .option("--as <name>", "name of the whole row in the template, beside row")
    .addOption(
      new Option("--syntax <name>", "language of the template (default: by its name and tags)").choices(syntaxes),
    )
    .option(
      "--renderer <command>",
      "command that prints the file of a row instead: {template} is the file, the row is JSON on standard input",
    )
    .option("--allow-commands", "run the renderer command of the configuration");
}
