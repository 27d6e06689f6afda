import { Option } from "commander";
import type { DialectService } from "../analysis/dialectService";
import { DialectServices } from "../analysis/dialectServices";
import { readSiteParameters } from "../analysis/siteParameters";
import type { Dialect } from "../dialects/dialect";
import { dialects } from "../dialects/index";
import { mayBeOurs } from "../dialects/recognize";
import { packedFile } from "../node/packedFile";
import { familyOf } from "../schema/identity";
import type { Family } from "../schema/model";
import { faultPlace } from "../text/fault";
import { LineIndex } from "../text/lineIndex";
import { nearest } from "../text/nearest";
import { printable } from "./printable";
import { readBeside } from "./readInput";
import { UsageError } from "./verb";

/** The file with a site's own parameters, in the folder of the run. */
export const parametersFile = "flat-profile.parameters.json";

/** The dialects without the site's own parameters. */
export function builtInDialects(): DialectServices {
  const log = (where: string, error: unknown) => console.error(`${where} failed: ${faultPlace(error)}`);
  return new DialectServices(dialects, packedFile, log, new Date().getFullYear());
}

/** The dialects with the site's own parameters; what is wrong with their file goes to standard error, if it is not yet there. */
export function siteDialects({ isReported = false } = {}): DialectServices {
  const pools = builtInDialects();
  const text = readBeside(parametersFile);
  if (text === undefined) return pools;
  const { added, problems } = readSiteParameters(text, parametersFile, pools);
  const lines = new LineIndex(text);
  for (const { span, severity, message } of isReported ? [] : problems) {
    const { line, character } = lines.positionAt(span.start);
    console.error(printable(`${parametersFile}:${line + 1}:${character + 1}: ${severity}: ${message}`));
  }
  for (const [dialect, parameters] of added) pools.add(dialect, parameters);
  return pools;
}

/** The choice of a person that decides where the name and the first lines of a file do not. */
export interface DialectChoice {
  /** Id of a dialect. */
  readonly dialect?: string;
  /** Id of a family. */
  readonly family?: string;
  /** The file was found in a folder: only names of its own dialect are looked at there. */
  readonly isFound?: boolean;
}

export function dialectOption(): Option {
  return new Option("--dialect <id>", "system that the files are for (default: recognized by name and first lines)");
}

/** The dialect of a file that a person named; undefined when nothing decides. */
export function serviceOf(
  name: string,
  text: string,
  services: DialectServices,
  { dialect, family, isFound = false }: DialectChoice = {},
): DialectService | undefined {
  if (dialect !== undefined) return services.of(dialectNamed(dialect, services));
  const recognized = services.forFile({ name, head: text });
  if (isFound && recognized && !mayBeOurs([recognized.dialect], name)) return undefined;
  return recognized ?? (family === undefined ? undefined : services.ofFamily(family));
}

/** The same for verbs that need one. */
export function certainServiceOf(
  name: string,
  text: string,
  services: DialectServices,
  choice: DialectChoice,
): DialectService {
  const service = serviceOf(name, text, services, choice);
  if (!service) throw new UsageError(`${name === "-" ? "standard input" : name}: ${unrecognized(services)}`);
  return service;
}

export function dialectNamed(id: string, services: DialectServices): Dialect {
  const dialect = services.named(id);
  if (!dialect) throw new UsageError(`Unknown dialect ${printable(id)}. Use ${idsOf(services)}.`);
  return dialect;
}

export function unrecognized(services: DialectServices): string {
  return `The system that the file is for is not recognized. Use --dialect with one of: ${idsOf(services)}.`;
}

const idsOf = ({ dialects }: DialectServices) => dialects.map(({ id }) => id).join(", ");

/** A family of any dialect. Throws a UsageError for any other word, with what was probably meant. */
export function familyNamed(word: string, pools: DialectServices): Family {
  const family = pools.family(word);
  if (family) return family;
  const families = pools.families();
  const near = nearest(
    word,
    families.map(({ id }) => id),
  );
  const meant =
    modelHint(word, pools) ??
    (near === undefined ? `Use ${families.map(({ id }) => id).join(", ")}.` : `Did you mean ${near}?`);
  throw new UsageError(`Unknown family ${printable(word)}. ${meant}`);
}

/** For a word that is the name of a model. */
function modelHint(word: string, pools: DialectServices): string | undefined {
  for (const { catalogue } of pools.all()) {
    const found = familyOf({ model: word }, catalogue);
    if (found)
      return `${printable(word)} is a model of ${found.family.id}. Use --model ${printable(word)}, or --family ${found.family.id}.`;
  }
  return undefined;
}
