import type { DialectServices } from "../../analysis/dialectServices";
import type { FileProblem } from "../../analysis/fileProblem";
import type { AnalysisSettings, Snapshot } from "../../analysis/snapshot";
import type { DialectChoice } from "../catalogue";
import type { Config } from "../config";
import type { Decoded } from "../encoding";
import type { Input } from "../inputs";
import { hasData, withEntry } from "./entry";
import type { DataOptions } from "./options";
import { dataOf, rendererOf, templateFile } from "./templateFile";

/** What `check` finds in a template with its data. */
export interface RenderedCheck {
  readonly snapshot: Snapshot;
  readonly problems: readonly FileProblem[];
}

/** Undefined for a file without data, and for one of which nothing is recognized. */
export async function renderedCheck(
  { name }: Pick<Input, "name">,
  decoded: Decoded,
  options: DataOptions & DialectChoice,
  config: Config,
  services: DialectServices,
  settings: AnalysisSettings,
  /** Called with each other file that it is made of. */
  reads: (file: string) => void,
): Promise<RenderedCheck | undefined> {
  if (name === "-" || !hasData(name, options, config)) return undefined;
  const all = withEntry(name, options, config);
  for (const file of all.data) reads(file);
  const data = await dataOf(all.data, all);
  const { dialect, family } = options;
  const template = templateFile(
    name,
    decoded,
    await rendererOf(name, decoded.text, all, reads),
    data,
    services,
    settings,
    {
      ...(dialect !== undefined && { dialect }),
      ...(family !== undefined && { family }),
    },
  );
  for await (const _ of template.rows()); // it collects their problems
  const snapshot = template.own;
  return snapshot && { snapshot, problems: template.problems() };
}
