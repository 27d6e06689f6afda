import packed from "packed:cisco-flat-profile";
import { AnalyzerPool } from "../analysis/snapshot";
import { dialects } from "../dialects/index";
import { Catalogue } from "../schema/catalogue";
import { readExtension } from "../schema/extension";
import { faultPlace } from "../text/fault";
import { LineIndex } from "../text/lineIndex";
import { printable } from "./printable";
import { readBeside } from "./readInput";
import { UsageError } from "./verb";

/** The file with a site's own parameters, in the folder of the run. */
export const parametersFile = "flat-profile.parameters.json";

export function builtInCatalogue(): Catalogue {
  return Catalogue.load(packed);
}

/** The catalogue with the site's own parameters; what is wrong with their file goes to standard error. */
export function siteCatalogue(): Catalogue {
  const builtIn = builtInCatalogue();
  const text = readBeside(parametersFile);
  if (text === undefined) return builtIn;
  const { parameters, problems } = readExtension(text, parametersFile, builtIn);
  const lines = new LineIndex(text);
  for (const { span, severity, message } of problems) {
    const { line, character } = lines.positionAt(span.start);
    console.error(printable(`${parametersFile}:${line + 1}:${character + 1}: ${severity}: ${message}`));
  }
  return builtIn.extend(parameters);
}

export function analyzerPool(catalogue: Catalogue): AnalyzerPool {
  const [dialect] = dialects;
  if (!dialect) throw new Error("no dialect");
  const log = (where: string, error: unknown) => console.error(`${where} failed: ${faultPlace(error)}`);
  return new AnalyzerPool(dialect, catalogue, log, new Date().getFullYear());
}

/** A family id as the catalogue spells it. Throws a UsageError for any other word. */
export function familyNamed(word: string, catalogue: Catalogue): string {
  const family = catalogue.family(word) ?? catalogue.families.find(({ id }) => id.toLowerCase() === word.toLowerCase());
  if (!family)
    throw new UsageError(
      `Unknown family ${printable(word)}. Use ${catalogue.families.map(({ id }) => id).join(", ")}.`,
    );
  return family.id;
}
