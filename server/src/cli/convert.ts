import type { DialectService } from "../analysis/dialectService";
import type { DialectServices } from "../analysis/dialectServices";
import { defaultSettings, Snapshot } from "../analysis/snapshot";
import { valueFault } from "../analysis/valueFault";
import type { Given, Loss } from "../conversion/concepts";
import { convert as convertSettings } from "../conversion/convert";
import { tonesOfCountry } from "../conversion/tones";
import type { Dialect } from "../dialects/dialect";
import type { ProfileDocument } from "../profile/profileDocument";
import { nationalSets } from "../values/signal/knownTones";
import { certainServiceOf, dialectNamed, siteDialects } from "./catalogue";
import { outputText, printable } from "./printable";
import { readInput } from "./readInput";
import { repeatableOption } from "./repeatableOption";
import { settingsOf } from "./settingWords";
import { print } from "./standardOutput";
import { exit, UsageError, type Verb } from "./verb";

const countries = nationalSets.map(({ country }) => country);

interface ConvertOptions {
  readonly to: string;
  readonly from?: string;
  readonly setting: readonly string[];
  readonly json?: boolean;
  readonly firmware?: string;
  readonly tones?: string;
}

export const convert: Verb = (program, finish) => {
  program
    .command("convert")
    .summary("draft a file for another system from settings")
    .description(
      `Prints a file of the other system with the settings that it has too: time, quality of service,
servers, account, ports and dial plan. What is left out goes to standard error with the reason.
Passwords are never converted. Read the draft before you use it.

Exit status:
  0  something was converted
  1  nothing was converted
  2  a file cannot be read`,
    )
    .argument("[file]", "file, or - for standard input")
    .requiredOption("--to <dialect>", "system of the result")
    .option("--from <dialect>", "system of the settings (default: recognized by name and first lines)")
    .addOption(repeatableOption("--setting <name=value>", "a setting in place of a file (repeatable)"))
    .option("--firmware <release>", "release of the device that the settings are for, where that changes their meaning")
    .option("--tones <country>", `tones of a country in place of a file, ${countries.join(", ")} (ITU-T E.180)`)
    .option("--json", "print settings and what is left out as JSON")
    .action(async (file: string | undefined, options: ConvertOptions) => finish(await run(file, options)));
};

async function run(file: string | undefined, options: ConvertOptions): Promise<number> {
  const services = siteDialects();
  const target = dialectNamed(options.to, services);
  if (options.tones !== undefined) return runTones(file, options.tones, options, target);
  const { source, settings, secrets, typed, document } =
    file === undefined ? ofOptions(options, services) : await ofFile(file, options, services);
  const [from, to] = [source.dialect.conversion, target.conversion];
  if (!from || !to) throw new UsageError(`Settings of ${(from ? target : source.dialect).label} cannot be converted.`);
  if (source.dialect === target) throw new UsageError("Both systems are the same.");
  const service = services.of(target);
  const fault = (name: string, value: string) => valueFault(service, name, value);
  const converted = convertSettings(settings, from, to, fault, { firmware: options.firmware, document });
  const losses = [
    ...secrets.map((name): Loss => ({ name, reason: "A part of the value is secret. Copy it by hand." })),
    ...converted.losses,
  ].map((loss) => ({ ...loss, name: typed.get(loss.name) ?? loss.name }));
  return printed({ ...converted, losses }, options, target);
}

/** What is written is what a file with these tones would become. */
async function runTones(
  file: string | undefined,
  country: string,
  options: ConvertOptions,
  target: Dialect,
): Promise<number> {
  if (file !== undefined || options.setting.length > 0 || options.from !== undefined)
    throw new UsageError("Specify a file, --setting or --tones, not several of them.");
  const set = nationalSets.find((each) => each.country === country.toUpperCase());
  if (!set) throw new UsageError(`--tones must be one of ${countries.join(", ")}.`);
  if (!target.conversion) throw new UsageError(`Settings of ${target.label} cannot be converted.`);
  return printed(target.conversion.write({ tones: tonesOfCountry(set) }), options, target);
}

async function printed(given: Given, { json }: ConvertOptions, target: Dialect): Promise<number> {
  if (json) await print(`${JSON.stringify(plain(given))}\n`);
  else {
    const elements = given.settings.map(([name, value]) => target.write.element(name, value));
    if (elements.length > 0) await print(outputText(target.file(elements)));
    for (const loss of given.losses) console.error(printable(lossLine(loss)));
  }
  return given.settings.length > 0 ? exit.clean : exit.problems;
}

function lossLine({ name, reason, suggestion }: Loss): string {
  return `${name}: ${reason}${suggestion === undefined ? "" : ` Use ${suggestion}.`}`;
}

function plain({ settings, losses }: Given): object {
  return { settings: settings.map(([name, value]) => ({ name, value })), losses };
}

interface Source {
  readonly source: DialectService;
  readonly settings: ReadonlyMap<string, string>;
  /** Names of settings with a secret in their value, such as the password of a URL; they are left out. */
  readonly secrets: readonly string[];
  /** Names that the catalogue does not have, as the file writes them. */
  readonly typed: ReadonlyMap<string, string>;
  readonly document?: ProfileDocument;
}

function ofOptions({ from, setting }: ConvertOptions, services: DialectServices): Source {
  if (setting.length === 0) throw new UsageError("Specify a file, or settings with --setting.");
  if (from === undefined) throw new UsageError("Specify the system of the settings with --from.");
  const settings = new Map(settingsOf(setting).map(({ name, value }) => [name, value]));
  return { source: services.of(dialectNamed(from, services)), settings, secrets: [], typed: new Map() };
}

/** The settings in effect of the first profile; what a template fills in is not known. */
async function ofFile(file: string, { from, setting }: ConvertOptions, services: DialectServices): Promise<Source> {
  if (setting.length > 0) throw new UsageError("Specify a file or --setting, not both.");
  const { text } = await readInput({ name: file });
  const source = certainServiceOf(file, text, services, from === undefined ? {} : { dialect: from });
  const settings = new Map<string, string>();
  const secrets = new Set<string>();
  const typed = new Map<string, string>();
  const document = source.dialect.read(text, source.catalogue);
  const snapshot = new Snapshot(text, document, source, defaultSettings);
  const [profile] = document.profiles;
  for (const { name, path } of profile?.settings() ?? []) {
    const inEffect = path === "" ? profile?.inEffect(name) : undefined;
    if (!inEffect || inEffect.templated) continue;
    if (!source.catalogue.findPattern(name)) typed.set(name, inEffect.writtenName);
    // The dialects leave whole secrets out themselves, and say so.
    if (!snapshot.isSecret(inEffect) && snapshot.shownText(inEffect) !== inEffect.text) secrets.add(name);
    else settings.set(name, inEffect.isEmpty ? "" : inEffect.text);
  }
  return { source, settings, secrets: [...secrets], typed, document };
}
