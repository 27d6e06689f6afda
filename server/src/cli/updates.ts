import { inLines } from "../deployment/updateLines";
import { LineIndex } from "../text/lineIndex";
import { isMac } from "../values/address";
import { certainServiceOf, dialectOption, siteDialects } from "./catalogue";
import { printable } from "./printable";
import { readInput } from "./readInput";
import { exit, UsageError, type Verb } from "./verb";

interface UpdatesOptions {
  readonly dialect?: string;
  readonly mac?: string;
  readonly firmware?: string;
  readonly offered?: string;
  readonly bytes?: string;
  readonly devices?: string;
  readonly json?: boolean;
}

export const updates: Verb = (program, finish) => {
  program
    .command("updates")
    .summary("show which files a device fetches by itself, when, and what makes them new")
    .description(
      `Follows the automatic updates that a settings file turns on: what starts them, the addresses with the
device filled in, what makes each file new, and what happens then.

Exit status:
  0  nothing is wrong
  1  there are warnings, such as restarts at each update
  2  the file cannot be read`,
    )
    .argument("<file>", "settings file, or - for standard input")
    .addOption(dialectOption())
    .option("--mac <address>", "address of the device")
    .option("--firmware <release>", "software that the device runs")
    .option("--offered <release>", "version of the software file on the server")
    .option("--bytes <n>", "size of the software file")
    .option("--devices <n>", "number of devices that fetch it", "1")
    .option("--json", "print the answer as JSON")
    .action(async (file: string, options: UpdatesOptions) => finish(await run(file, options)));
};

async function run(file: string, options: UpdatesOptions): Promise<number> {
  const { text } = await readInput({ name: file });
  const { dialect, catalogue } = certainServiceOf(file, text, siteDialects(), options);
  if (!dialect.updates) throw new UsageError(`Devices of ${dialect.label} make no updates by themselves.`);
  const { mac, firmware, offered } = options;
  if (mac !== undefined && !isMac(mac)) throw new UsageError(`--mac ${mac} is not a MAC address.`);
  const answer = dialect.updates.plan(dialect.read(text, catalogue), catalogue, {
    ...{ mac, firmware, offered },
    firmwareBytes: options.bytes === undefined ? undefined : numberOf("--bytes", options.bytes, 0),
    devices: numberOf("--devices", options.devices ?? "1", 1),
  });
  const code = answer.warnings.length > 0 ? exit.problems : exit.clean;
  if (options.json) {
    console.log(JSON.stringify(inLines(answer, new LineIndex(text))));
    return code;
  }
  const say = (line: string) => console.log(printable(line));
  say(answer.start);
  for (const { words } of answer.triggers) say(`Update ${words}`);
  for (const { parameter, url, isRepeated, newWhen, effect, verdict } of answer.files) {
    say(`${parameter}: ${url}${isRepeated ? "" : " (only when the device starts)"}`);
    say(`  ${newWhen}`);
    say(`  ${effect}`);
    say(`  Now: ${verdict}`);
  }
  if (answer.files.length === 0) say("The file names no files to fetch.");
  if (answer.bytesPerDay !== undefined) say(`${answer.bytesPerDay.toLocaleString("en")} bytes of software a day`);
  for (const warning of answer.warnings) console.error(printable(`warning: ${warning}`));
  return code;
}

function numberOf(option: string, text: string, least: number): number {
  const number = /^\d{1,12}$/.test(text) ? Number(text) : Number.NaN;
  if (!(number >= least))
    throw new UsageError(`${option} needs a whole number${least > 0 ? ` from ${least} on` : ""}.`);
  return number;
}
