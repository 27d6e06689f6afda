import { Snapshot } from "../analysis/snapshot";
import { finalNewline, formatEdits } from "../features/formatting";
import { isUtf8 } from "../profile/byteFacts";
import { applyEdits } from "../text/edits";
import { dialectNamed, dialectOption, serviceOf, siteDialects, unrecognized } from "./catalogue";
import { loadConfig, settingsFor } from "./config";
import { inputs } from "./inputs";
import { printable } from "./printable";
import { readInput } from "./readInput";
import { print } from "./standardOutput";
import { exit, UsageError, type Verb } from "./verb";
import { writeBack } from "./writeBack";

interface FormatOptions {
  readonly check?: boolean;
  readonly dialect?: string;
  readonly indent: string;
  readonly config?: string;
}

export const format: Verb = (program, finish) => {
  program
    .command("format")
    .summary("format profiles, without changing a value")
    .description(
      "Indents files in place. With -, reads standard input and writes standard output.\nNames, values, attributes and comments are not changed.",
    )
    .argument("<files...>", "files, folders, patterns, or -")
    .option("--check", "do not change files; list the files that would change (exit status 1)")
    .addOption(dialectOption())
    .option("--indent <spaces>", "number of spaces, or tab", "2")
    .option("--config <file>", "configuration file (default: the nearest flat-profile.config.json)")
    .action(async (files: string[], options: FormatOptions) => finish(await run(files, options)));
};

async function run(words: readonly string[], options: FormatOptions): Promise<number> {
  const { check, indent, config: named, dialect } = options;
  const services = siteDialects();
  if (dialect !== undefined) dialectNamed(dialect, services);
  const config = loadConfig(".", named, services);
  const step = indentOf(indent);
  const { files, faults } = await inputs(words, (name) => config.ignored.has(name));
  let changed = 0;
  let failed = false;
  const failWith = (message: string) => {
    console.error(printable(message));
    failed = true;
  };
  for (const fault of faults) failWith(fault);
  for (const input of files) {
    const decoded = await readInput(input).catch((error: unknown) => {
      if (!(error instanceof UsageError)) throw error;
      failWith(error.message);
      return undefined;
    });
    if (!decoded) continue;
    const { text, bytes, raw } = decoded;
    const settings = settingsFor(input.name, config, {});
    const service = serviceOf(input.name, text, services, {
      isFound: input.found,
      ...(!input.found && dialect !== undefined && { dialect }),
      ...(settings.device.family !== undefined && { family: settings.device.family }),
    });
    if (!service) {
      if (input.name === "-" && !check) await print(raw);
      if (!input.found)
        console.error(
          printable(`${input.name === "-" ? "standard input" : input.name}: Not changed. ${unrecognized(services)}`),
        );
      continue;
    }
    const snapshot = new Snapshot(text, service.dialect.read(text, service.catalogue), service, settings, bytes);
    const isOurs = snapshot.document.form === "whole" || (snapshot.document.form === "part" && !input.found);
    const edits = isOurs ? formatEdits(snapshot, { indent: step, blankLines: config.blankLines }) : [];
    const rest = isOurs ? finalNewline(text, edits, { insertFinalNewline: true, trimFinalNewlines: true }) : [];
    const result = applyEdits(text, [...edits, ...rest]);
    if (result !== text && !isUtf8(bytes)) {
      const what =
        bytes.encoding === "UTF-8" ? "The bytes are not UTF-8." : `The encoding is ${bytes.encoding}, not UTF-8.`;
      failWith(`${input.name === "-" ? "standard input" : input.name}: Not changed. ${what}`);
      if (input.name === "-" && !check) await print(raw);
    } else if (input.name === "-") {
      if (check && result !== text) changed++;
      else await print(result === text ? raw : result);
    } else if (result !== text && input.leadsOut)
      console.error(printable(`${input.name}: Not changed. It is a link to a file outside the folder.`));
    else if (result !== text) {
      try {
        if (!check) await writeBack(input, Buffer.from(result));
        changed++;
        await print(`${printable(check ? `${input.name} would change` : `${input.name} formatted`)}\n`);
      } catch (error) {
        if (!(error instanceof UsageError)) throw error;
        failWith(error.message);
      }
    } else if (!input.found && !isOurs)
      console.error(printable(`${input.name}: Not changed. It is not a flat-profile file.`));
  }
  if (failed) return exit.failed;
  return check && changed > 0 ? exit.problems : exit.clean;
}

function indentOf(word: string): string {
  if (word === "tab") return "\t";
  if (/^\d$/.test(word)) return " ".repeat(Number(word));
  throw new UsageError("--indent must be a number of spaces from 0 to 9, or tab.");
}
