import { DialectServices } from "../analysis/dialectServices";
import { readSiteParameters } from "../analysis/siteParameters";
import { dialects } from "../dialects/index";
import { packedCatalogue } from "../node/catalogueFile";
import type { Family } from "../schema/model";
import { faultPlace } from "../text/fault";
import { LineIndex } from "../text/lineIndex";
import { printable } from "./printable";
import { readBeside } from "./readInput";
import { UsageError } from "./verb";

/** The file with a site's own parameters, in the folder of the run. */
export const parametersFile = "flat-profile.parameters.json";

/** The dialects without the site's own parameters. */
export function builtInDialects(): DialectServices {
  const log = (where: string, error: unknown) => console.error(`${where} failed: ${faultPlace(error)}`);
  return new DialectServices(dialects, packedCatalogue, log, new Date().getFullYear());
}

/** The dialects with the site's own parameters; what is wrong with their file goes to standard error. */
export function siteDialects(): DialectServices {
  const pools = builtInDialects();
  const text = readBeside(parametersFile);
  if (text === undefined) return pools;
  const { dialect, parameters, problems } = readSiteParameters(text, parametersFile, pools);
  const lines = new LineIndex(text);
  for (const { span, severity, message } of problems) {
    const { line, character } = lines.positionAt(span.start);
    console.error(printable(`${parametersFile}:${line + 1}:${character + 1}: ${severity}: ${message}`));
  }
  pools.add(dialect, parameters);
  return pools;
}

/** A family of any dialect. Throws a UsageError for any other word. */
export function familyNamed(word: string, pools: DialectServices): Family {
  const family = pools.family(word);
  if (family) return family;
  const known = pools.families().map(({ id }) => id);
  throw new UsageError(`Unknown family ${printable(word)}. Use ${known.join(", ")}.`);
}
