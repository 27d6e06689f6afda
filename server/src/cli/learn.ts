import { dialectsOfParameters } from "../analysis/siteParameters";
import { Snapshot } from "../analysis/snapshot";
import { learn as learnFacts } from "../schema/learn";
import { builtInDialects, certainServiceOf, dialectOption, familyNamed, parametersFile } from "./catalogue";
import { printable } from "./printable";
import { readBeside, readInput } from "./readInput";
import { print } from "./standardOutput";
import { exit, UsageError, type Verb } from "./verb";
import { writeResult } from "./writeBack";

interface LearnOptions {
  readonly family?: string;
  readonly dialect?: string;
  readonly out: string;
  readonly force?: boolean;
}

export const learn: Verb = (program, finish) => {
  program
    .command("learn")
    .summary("learn parameters from a phone's own dump (cfg.xml)")
    .description(
      `Adds names, choices and ranges that are missing from the catalogue to ${parametersFile}. Of the values in the dump only choices such as Yes are saved, as defaults.`,
    )
    .argument("<dumps...>", "dumps, or -")
    .addOption(dialectOption())
    .option("--family <id>", "family of the phone (default: detected from the dump)")
    .option("--out <file>", "file to write, or - for standard output", parametersFile)
    .option("--force", "write even if parts of the existing file cannot be read and will be lost")
    .action(async (dumps: string[], options: LearnOptions) => finish(await run(dumps, options)));
};

async function run(dumps: readonly string[], { out, force, ...choice }: LearnOptions): Promise<number> {
  const { family } = choice;
  const services = builtInDialects();
  let existing = out === "-" ? undefined : readBeside(out);
  const added = new Set<string>();
  const widened = new Set<string>();
  let failed = false;
  for (const name of dumps) {
    const { text } = await readInput({ name }).catch((error: unknown) => {
      if (!(error instanceof UsageError)) throw error;
      console.error(printable(error.message));
      failed = true;
      return { text: undefined };
    });
    if (text === undefined) continue;
    const service = certainServiceOf(name, text, services, choice);
    const { dialect, catalogue } = service;
    const snapshot = new Snapshot(text, dialect.read(text, catalogue), service, {
      device: family ? { family: familyNamed(family, services).id } : {},
      severities: {},
    });
    if (snapshot.document.form !== "whole" || !dialect.dumpFacts)
      throw new UsageError(`${name}: Not a whole ${dialect.label} dump of a phone.`);
    const { device } = snapshot;
    const learned = learnFacts(dialect.dumpFacts(snapshot.document), catalogue, {
      ...(device.family !== undefined && device.certainty !== "unknown" && { family: device.family }),
      ...(existing !== undefined && { existing }),
      dialect: { id: dialect.id, isOfFile: dialectsOfParameters(existing ?? "", services).includes(dialect) },
    });
    if (learned.incomplete && !force)
      throw new UsageError(`${out}: Parts of the file cannot be read and would be lost. Fix them, or use --force.`);
    existing = learned.text;
    for (const word of learned.added) added.add(word);
    for (const word of learned.widened) widened.add(word);
  }
  if (existing === undefined) return failed ? exit.failed : exit.clean;
  if (out === "-") await print(existing);
  else if (added.size + widened.size > 0) await writeResult(out, existing);
  for (const [what, names] of [
    ["new", added],
    ["extended", widened],
  ] as const)
    for (const name of names) console.error(printable(`${what}: ${name}`));
  const where = out === "-" ? "" : added.size + widened.size > 0 ? `, written to ${out}` : ", nothing to write";
  console.error(printable(`${added.size} new, ${widened.size} extended${where}`));
  return failed ? exit.failed : exit.clean;
}
