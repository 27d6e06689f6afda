import type { Command } from "commander";
import { Snapshot } from "../analysis/snapshot";
import type { SettingSearch } from "../features/settingSearch";
import { nameShape, nearShape } from "../schema/nameShape";
import { LinearPattern } from "../text/linearPattern";
import { dialectNamed, dialectOption, serviceOf, siteDialects, unrecognized } from "./catalogue";
import { loadConfig } from "./config";
import type { Decoded } from "./encoding";
import { type Input, inputs } from "./inputs";
import { printable } from "./printable";
import { EncryptedInput, readInput } from "./readInput";
import { UsageError } from "./verb";

// What `find` and `set` share: files that settings are looked for in.

export interface SearchOptions {
  readonly value?: string;
  readonly matches?: string;
  readonly dialect?: string;
  readonly config?: string;
}

/** Adds the options that limit a search. */
export function withSearchOptions(command: Command): Command {
  return command
    .option("--value <text>", "only where the value is this one")
    .option("--matches <pattern>", "only where this regular expression is found in the value")
    .addOption(dialectOption())
    .option("--config <file>", "configuration with files to skip (default: the nearest flat-profile.config.json)");
}

export interface SettingFile {
  readonly input: Input;
  readonly decoded: Decoded;
  readonly snapshot: Snapshot;
}

/** The search that words and options describe. Throws a UsageError for a name that no system has. */
export function searchOf(parameter: string, { value, matches, dialect }: SearchOptions): SettingSearch {
  const services = siteDialects({ isReported: true });
  const own = dialect === undefined ? services.all() : [services.of(dialectNamed(dialect, services))];
  if (!own.some(({ catalogue }) => nameShape(parameter, catalogue))) {
    const [near] = own.flatMap(({ catalogue }) => nearShape(parameter, catalogue) ?? []);
    if (near !== undefined || !/^[\w./-]+$/.test(parameter))
      throw new UsageError(
        `Unknown parameter ${printable(parameter)}.${near === undefined ? "" : ` Did you mean ${near}?`}`,
      );
    console.error(printable(`${parameter} is not in our catalogue. It is looked for by this name.`));
  }
  const pattern = matches === undefined ? undefined : LinearPattern.read(matches);
  if (pattern && !(pattern instanceof LinearPattern)) throw new UsageError(`--matches: ${pattern.message}`);
  return { parameter, ...(value !== undefined && { value }), ...(pattern && { matches: pattern }) };
}

/** The files of a system that words name. What cannot be read, or is encrypted, is passed to `fail` and left alone. */
export async function* settingFiles(
  words: readonly string[],
  { dialect, config: named }: SearchOptions,
  fail: (message: string) => void,
): AsyncGenerator<SettingFile> {
  const services = siteDialects();
  const config = loadConfig(".", named, services);
  const { files, faults } = await inputs(words, (name) => config.ignored.has(name));
  for (const fault of faults) fail(fault);
  for (const input of files) {
    let decoded: Decoded;
    try {
      decoded = await readInput(input);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      // Encrypted files in a folder are no surprise.
      if (input.found && error instanceof EncryptedInput) console.error(printable(`${error.message} Skipped.`));
      else fail(error.message);
      continue;
    }
    const service = serviceOf(input.name, decoded.text, services, {
      isFound: input.found,
      ...(!input.found && dialect !== undefined && { dialect }),
    });
    const document = service?.dialect.read(decoded.text, service.catalogue);
    if (service && document && document.form !== "foreign") {
      const settings = { device: {}, severities: {} };
      yield { input, decoded, snapshot: new Snapshot(decoded.text, document, service, settings, decoded.bytes) };
    } else if (!input.found) fail(`${input.name}: Skipped. ${unrecognized(services)}`);
  }
}
