import { InvalidArgumentError, Option } from "commander";
import { withoutTemplates } from "../dialects/fileNames";
import { dialects } from "../dialects/index";
import { dialectOption } from "./catalogue";
import { type CheckOptions, refuseContradictions } from "./check/options";
import { runCheck } from "./check/run";
import { watch } from "./check/watch";
import { withDataOptions } from "./render/options";
import { reportFormats } from "./reports/index";
import { severities } from "./reports/report";
import { threadsOption } from "./threads";
import type { Verb } from "./verb";

/** Names of files that are looked for in folders. */
const fileNames = () => [...new Set(dialects.flatMap(({ files }) => withoutTemplates(files.names)))].join(", ");

export const check: Verb = (program, finish) => {
  const levels = [...severities, "never"];
  const command = program
    .command("check")
    .summary("check profiles and report problems")
    .description(
      `Checks files, the files in folders with the names ${fileNames()}, files that match a pattern, or standard input (-).\n\nExit status:\n  0  no problems of the --fail-on level\n  1  problems of the --fail-on level\n  2  a file cannot be read or written, or no file is a profile`,
    )
    .argument("<files...>", "files, folders, patterns, or -")
    .addOption(
      new Option("--format <format>", "output format").choices(reportFormats.map(({ name }) => name)).default("text"),
    )
    .addOption(dialectOption())
    .option("--family <id>", "phone family (default: detected from each file)")
    .option("--model <model>", "phone model, such as 8841")
    .option("--firmware <release>", "firmware release, such as 12.0.3")
    .option(
      "--severity <code=level>",
      "set the severity of a code: error, warning, info, hint or off (repeatable)",
      level,
      {},
    )
    .addOption(
      new Option("--show <level>", "lowest severity to print (default: info for text, hint for other formats)").choices(
        severities,
      ),
    )
    .addOption(
      new Option("--fail-on <level>", "lowest severity that makes the command fail (default: warning)").choices(levels),
    )
    .addOption(
      new Option(
        "--max-severity <level>",
        "highest severity that lets the command pass (alternative to --fail-on)",
      ).choices(["none", ...severities]),
    )
    .option("--config <file>", "configuration file (default: the nearest flat-profile.config.json)");
  withDataOptions(command)
    .option("--fix", "apply the fixes that do not change what a phone does, and check the result")
    .option("--add-ignore", "write a comment above each printed problem that silences it")
    .option("--baseline <file>", "accept the problems of this file; only others are reported")
    .option("--write-baseline", "write the problems of this run to the file of --baseline")
    .option("--statistics", "print the number of problems of each code instead of the problems")
    .option("-o, --output <file>", "write the report to this file")
    .option("--watch", "check again when files change")
    .option("--skip-other-files", "skip files that are named and not recognized, for the hooks of repositories")
    .option("--quiet", "print problems only, without the summary")
    .addOption(threadsOption())
    .option("--no-progress", "do not show a progress bar on a terminal")
    .action(async (files: string[], options: CheckOptions) => {
      refuseContradictions(files, options);
      if (options.watch) await watch(files, options);
      else finish(await runCheck(files, options));
    });
};

function level(word: string, before: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const [, code, value] = /^([\w/-]+)=(error|warning|info|hint|off)$/.exec(word) ?? [];
  if (!code || !value) throw new InvalidArgumentError("Write it as code=level, such as value/typography=off.");
  return { ...before, [code]: value };
}
