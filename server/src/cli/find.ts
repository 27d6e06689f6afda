import { settingsFound } from "../features/settingSearch";
import { LineIndex } from "../text/lineIndex";
import { counted } from "./counted";
import { paintFor, printable } from "./printable";
import { type SearchOptions, searchOf, settingFiles, withSearchOptions } from "./settingFiles";
import { print } from "./standardOutput";
import { exit, type Verb } from "./verb";

interface FindOptions extends SearchOptions {
  readonly format: string;
  readonly without?: boolean;
}

export const find: Verb = (program, finish) => {
  withSearchOptions(
    program
      .command("find")
      .summary("find settings by parameter and value")
      .description(
        "Prints each setting of a parameter with its place and value. Secrets are masked.\nThe parameter is a name as in files: Name, section/Name, Name_n_ with all its numbers, Name* for all that begin so.\n\nExit status:\n  0  something is found\n  1  nothing is found\n  2  a file cannot be read",
      )
      .argument("<parameter>", "name of a parameter")
      .argument("<files...>", "files, folders, patterns, or -"),
  )
    .option("--without", "list the files in which nothing is found")
    .option("--format <format>", "text, or json with an object for each line", "text")
    .action(async (parameter: string, files: string[], options: FindOptions) =>
      finish(await run(parameter, files, options)),
    );
};

async function run(parameter: string, words: readonly string[], options: FindOptions): Promise<number> {
  const search = searchOf(parameter, options);
  const paint = paintFor(process.stdout, process.env);
  const isJson = options.format === "json";
  let failed = false;
  let found = 0;
  let files = 0;
  const fail = (message: string) => {
    failed = true;
    console.error(printable(message));
  };
  for await (const { input, snapshot } of settingFiles(words, options, fail)) {
    const all = settingsFound(snapshot, search);
    if (options.without) {
      // A piece may be of a file that has the rest.
      if (all.length > 0 || snapshot.document.form !== "whole") continue;
      found++;
      await print(isJson ? `${JSON.stringify({ file: input.name })}\n` : `${printable(input.name)}\n`);
      continue;
    }
    if (all.length === 0) continue;
    files++;
    const lines = new LineIndex(snapshot.text);
    for (const { setting, start } of all) {
      found++;
      const { line, character } = lines.positionAt(start + setting.nameSpan.start);
      const { name, path } = setting;
      const value = snapshot.shownText(setting);
      const full = path === "" ? name : `${path}/${name}`;
      await print(
        isJson
          ? `${JSON.stringify({ file: input.name, line: line + 1, parameter: full, value })}\n`
          : `${paint.bold(`${printable(input.name)}:${line + 1}:${character + 1}`)}: ${printable(full)} = ${printable(value)}\n`,
      );
    }
  }
  if (!isJson && !options.without && found > 0)
    console.error(`${counted(found, "setting")} in ${counted(files, "file")}`);
  if (failed) return exit.failed;
  return found > 0 ? exit.clean : exit.problems;
}
