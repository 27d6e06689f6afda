import { Option } from "commander";
import { usualRevisions } from "../node/git/revisions";
import { counted } from "./counted";
import { addTotals, noDrift } from "./driftTally";
import { commonLines, countsInWords, csvHeading } from "./driftText";
import { type DriftBlock, type DriftChoices, type DriftInput, driftWork } from "./driftWork";
import { inputs } from "./inputs";
import { printable } from "./printable";
import { repeatableOption } from "./repeatableOption";
import { addSiteOptions } from "./site/siteOptions";
import { print } from "./standardOutput";
import { inOrder, threadsFor, threadsOption } from "./threads";
import { exit, UsageError, type Verb } from "./verb";

interface DriftVerbOptions extends DriftChoices {
  readonly threads?: number;
}

export const drift: Verb = (program, finish) => {
  const command = program
    .command("drift")
    .summary("compare dumps and reports of phones with the files")
    .description(
      "Compares dumps (cfg.xml) or configuration reports of phones with what the files of the site make of them, setting by setting.\nA phone is found by the MAC address in its dump, by one in the name of the file, or by its serial number. Nothing is fetched from a network.\n\nExit status:\n  0  nothing that --fail-on lists\n  1  something that --fail-on lists, or a problem of a dump or of the site\n  2  the options or a file cannot be read, or the dump is of another phone\n\nExamples:\n  flat-profile drift cfg.xml --device desk-1\n  flat-profile drift cfg.xml --device desk-1 --since v1.0 --suggest\n  flat-profile drift dumps/ --devices phones.csv --format csv",
    )
    .argument("<dumps...>", "dumps or reports, folders of them, patterns, or -")
    .option("--device <id>", "the phone that the dump is of: an ID, a model, or a JSON file")
    .option("--devices <csv>", "list of devices (default: the inventory of the site)")
    .option("--against <file>", "compare with one file instead of what the phone fetches")
    .option("--since <revision>", "look for what the phone has in revisions from this one on, the newest first")
    .addOption(
      new Option("--revisions <n>", "revisions that --since looks at, at most")
        .argParser(revisions)
        .default(usualRevisions),
    )
    .option("--rule <rule>", "profile rule as if typed into the phone")
    .option("--delta", "the reports have the latest changes only")
    .addOption(repeatableOption("--ignore <name>", "leave out a setting; * is any text (repeatable)"))
    .addOption(
      new Option("--fail-on <what>", "what makes the command fail")
        .choices(["drift", "user", "unexplained", "never"])
        .default("drift"),
    )
    .addOption(
      new Option("--format <format>", "format of the output").choices(["text", "json", "jsonl", "csv"]).default("text"),
    )
    .addOption(threadsOption())
    .option("--suggest", "print lines that give the phone the values of the files");
  addSiteOptions(command).action(async (dumps: string[], options: DriftVerbOptions) =>
    finish(await run(dumps, options)),
  );
};

async function run(words: readonly string[], options: DriftVerbOptions): Promise<number> {
  if (options.device !== undefined && options.devices !== undefined)
    throw new UsageError("Use only one of --device and --devices.");
  const { files, faults } = await inputs(words, () => false);
  const isMany = files.length > 1 || files.some(({ found }) => found);
  const output = new Output(options, isMany);
  const threads = files.some(({ name }) => name === "-")
    ? 1
    : threadsFor(options.threads, () => files.length > longList);
  const input: DriftInput = {
    ...options,
    isMany,
    isTTY: process.stdout.isTTY === true,
    files: files.map(({ name, path, found }) => ({ name, path, found })),
  };
  let isFirst = true;
  for await (const block of inOrder("drift", driftWork, input, threads)) {
    if (isFirst) for (const each of [...block.notes, ...faults]) console.error(printable(each));
    isFirst = false;
    await output.add(block);
  }
  if (isFirst) for (const fault of faults) console.error(printable(fault));
  return output.end(faults.length);
}

/** Dumps that are worth several threads. */
const longList = 400;

function revisions(word: string): number {
  const number = /^\d{1,6}$/.test(word) ? Number(word) : 0;
  if (number < 1) throw new UsageError("--revisions must be a number from 1.");
  return number;
}

/** What is printed, and what the run ends with. */
class Output {
  readonly #sum = noDrift();
  #hasWrongRow = false;

  constructor(
    readonly options: DriftVerbOptions,
    readonly isMany: boolean,
  ) {
    if (options.format === "csv") this.#sum.text = csvHeading;
  }

  async add({ part, hasFault }: DriftBlock): Promise<void> {
    const { messages, phones, withProblems, refused, failing, totals, common } = part;
    for (const message of messages) console.error(printable(message));
    const sum = this.#sum;
    sum.phones += phones;
    sum.withProblems += withProblems;
    sum.refused += refused;
    sum.failing += failing;
    this.#hasWrongRow ||= hasFault;
    addTotals(sum.totals, totals);
    for (const [key, count] of common) sum.common.set(key, (sum.common.get(key) ?? 0) + count);
    await print(sum.text + part.text);
    sum.text = "";
  }

  /** `faults`: words that name no dump. */
  async end(faults: number): Promise<number> {
    const { text, phones, withProblems, refused, failing, totals, common } = this.#sum;
    const isList = this.isMany && this.options.format === "text";
    await print(isList ? `${text}${["", ...commonLines(common), "", countsInWords(totals)].join("\n")}\n` : text);
    const notCompared = faults + refused;
    if (this.isMany)
      console.error(
        `${counted(phones, "phone")}, ${failing} with ${this.options.failOn}, ${counted(notCompared, "dump")} not compared`,
      );
    if ((phones === 0 || !this.isMany) && notCompared > 0) return exit.failed;
    return failing > 0 || withProblems > 0 || notCompared > 0 || this.#hasWrongRow ? exit.problems : exit.clean;
  }
}
