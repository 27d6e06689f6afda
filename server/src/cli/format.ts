import { dialectNamed, dialectOption, siteDialects } from "./catalogue";
import { loadConfig } from "./config";
import { areMany, blocksOf } from "./fileBlocks";
import { type FormatInput, formatWork } from "./formatWork";
import { inputs } from "./inputs";
import { printable } from "./printable";
import { print } from "./standardOutput";
import { inOrder, type Share, threadsFor, threadsOption } from "./threads";
import { exit, UsageError, type Verb } from "./verb";

interface FormatOptions {
  readonly check?: boolean;
  readonly dialect?: string;
  readonly indent: string;
  readonly config?: string;
  readonly threads?: number;
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
    .addOption(threadsOption())
    .action(async (files: string[], options: FormatOptions) => finish(await run(files, options)));
};

async function run(words: readonly string[], options: FormatOptions): Promise<number> {
  const { check = false, indent, config: named, dialect } = options;
  const services = siteDialects();
  if (dialect !== undefined) dialectNamed(dialect, services);
  const config = loadConfig(".", named, services);
  const step = indentOf(indent);
  const { files, faults } = await inputs(words, (name) => config.ignored.has(name));
  for (const fault of faults) console.error(printable(fault));
  let failed = faults.length > 0;
  let changed = false;
  const input: FormatInput = {
    files,
    blocks: blocksOf(files),
    check,
    step,
    ...(dialect !== undefined && { dialect }),
    ...(named !== undefined && { config: named }),
  };
  const own = (input: FormatInput, share: Share) => formatWork(input, share, { services, config });
  const threads = files.some(({ name }) => name === "-") ? 1 : threadsFor(options.threads, () => areMany(files));
  for await (const block of inOrder("format", own, input, threads)) {
    for (const { printed, note, isChanged = false, isFailed = false } of block) {
      if (printed !== undefined) await print(printed);
      if (note !== undefined) console.error(printable(note));
      changed ||= isChanged;
      failed ||= isFailed;
    }
  }
  if (failed) return exit.failed;
  return check && changed ? exit.problems : exit.clean;
}

function indentOf(word: string): string {
  if (word === "tab") return "\t";
  if (/^\d$/.test(word)) return " ".repeat(Number(word));
  throw new UsageError("--indent must be a number of spaces from 0 to 9, or tab.");
}
