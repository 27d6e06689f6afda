import { Option } from "commander";
import { dialectOption } from "./catalogue";
import { withDataOptions } from "./render/options";
import { type RenderOptions, runRender } from "./render/run";
import { reportFormats } from "./reports/index";
import { severities } from "./reports/report";
import type { Verb } from "./verb";

export const render: Verb = (program, finish) => {
  const command = program
    .command("render")
    .summary("render a template with the rows of a list, and check the results")
    .description(
      "Renders a Jinja, Smarty or mustache template with each row of the data, checks the results, and reports problems at the line of the template, with the rows that show them. A problem that several rows have is reported once.\nWith --out, writes a file for each row. With --row, prints the file of one row, with its secrets masked.\n\nExit status:\n  0  no problems of the --fail-on level\n  1  problems of the --fail-on level\n  2  a file cannot be read, rendered or written",
    )
    .argument("<template>", "file with the template");
  withDataOptions(command)
    .option("--row <number>", "print the file of this row, with secrets masked; the first row is 1")
    .option("--out <folder>", "write a file for each row to this folder")
    .option("--name <pattern>", "name of the file of a row: {column} is a value, {row} its number", undefined)
    .addOption(
      new Option("--format <format>", "output format").choices(reportFormats.map(({ name }) => name)).default("text"),
    )
    .addOption(dialectOption())
    .option("--family <id>", "phone family (default: detected from each file)")
    .addOption(
      new Option("--show <level>", "lowest severity to print (default: info for text, hint for other formats)").choices(
        severities,
      ),
    )
    .addOption(
      new Option("--fail-on <level>", "lowest severity that makes the command fail (default: warning)").choices([
        ...severities,
        "never",
      ]),
    )
    .option("--config <file>", "configuration file (default: the nearest flat-profile.config.json)")
    .action(async (template: string, options: RenderOptions) => finish(await runRender(template, options)));
};
