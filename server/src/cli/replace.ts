import { replacedLines } from "../deployment/updateLines";
import type { Fate, ReplacedSetting } from "../deployment/updates";
import { LineIndex } from "../text/lineIndex";
import { certainServiceOf, dialectOption, siteDialects } from "./catalogue";
import { printable } from "./printable";
import { readInput } from "./readInput";
import { exit, UsageError, type Verb } from "./verb";

interface ReplaceOptions {
  readonly dialect?: string;
  readonly json?: boolean;
}

export const replace: Verb = (program, finish) => {
  program
    .command("replace")
    .summary("show what a new settings file takes from a running device")
    .description(
      `Compares the export of a running device with a new file: what changes, what goes back to its default because
the new file leaves it out, which rows of tables are lost, and what is not known.

Exit status:
  0  nothing is lost
  1  settings go back to defaults, rows are lost or names are unknown
  2  a file cannot be read`,
    )
    .argument("<running>", "export of the running device")
    .argument("<new>", "file that replaces it")
    .addOption(dialectOption())
    .option("--json", "print the settings as JSON")
    .action(async (running: string, fresh: string, options: ReplaceOptions) =>
      finish(await run(running, fresh, options)),
    );
};

const headings: readonly (readonly [Fate, string])[] = [
  ["back to default", "Back to default"],
  ["row lost", "Rows that are lost"],
  ["changed", "Changed"],
  ["kept when absent", "Kept, although the new file leaves them out"],
  ["unknown", "Unknown names"],
  ["added", "Added"],
];

async function run(running: string, fresh: string, options: ReplaceOptions): Promise<number> {
  const services = siteDialects();
  const [before, after] = [await readInput({ name: running }), await readInput({ name: fresh })];
  const { dialect, catalogue } = certainServiceOf(fresh, after.text, services, options);
  const { updates } = dialect;
  if (!updates) throw new UsageError(`It is not known what a new file takes from devices of ${dialect.label}.`);
  const read = (text: string) => dialect.read(text, catalogue);
  const all = updates.replace(read(before.text), read(after.text), catalogue);
  const settings = all.filter(({ fate }) => fate !== "same");
  if (options.json)
    console.log(JSON.stringify(replacedLines(settings, new LineIndex(before.text), new LineIndex(after.text))));
  else if (settings.length === 0) console.log("Nothing changes.");
  else
    for (const [fate, heading] of headings) {
      const found = settings.filter((each) => each.fate === fate);
      if (found.length === 0) continue;
      console.log(`${heading}:`);
      for (const each of found) console.log(printable(`  ${lineOf(each)}`));
    }
  const isLoss = settings.some(({ fate }) => fate === "back to default" || fate === "row lost" || fate === "unknown");
  return isLoss ? exit.problems : exit.clean;
}

function lineOf({ name, fate, before, after }: ReplacedSetting): string {
  if (fate === "kept when absent") return `${name} = ${before}`;
  if (before === undefined) return after === undefined ? name : `${name} = ${after}`;
  return `${name}: ${before} -> ${after ?? "default"}`;
}
