import { realpathSync } from "node:fs";
import path from "node:path";
import type { DialectServices } from "../../analysis/dialectServices";
import { RenderedTemplate } from "../../analysis/renderedTemplate";
import type { AnalysisSettings } from "../../analysis/snapshot";
import { CommandRenderer } from "../../node/commandRenderer";
import * as engines from "../../templates/engines";
import { resultName } from "../../templates/parts";
import { type Data, type DataChoice, readData } from "../../templates/rows";
import type { Renderer } from "../../templates/template";
import { type DialectChoice, serviceOf } from "../catalogue";
import { type Decoded, plainText } from "../encoding";
import { readAside, readBeside } from "../readInput";
import { UsageError } from "../verb";
import type { DataOptions } from "./options";

/** Rows of files; throws a UsageError for the first thing that is wrong with them. */
export async function dataOf(names: readonly string[], choice: DataChoice): Promise<Data> {
  const files = await Promise.all(names.map(async (name) => ({ name, text: plainText(await readAside(name)) })));
  const data = readData(files, choice, engines.readYaml);
  if (data.faults.length > 0) throw new UsageError(data.faults.join("\n"));
  if (data.rows.length === 0) throw new UsageError(`${data.name}: There are no rows.`);
  return data;
}

/** What makes the files: the template itself, or a command. */
export async function rendererOf(
  name: string,
  text: string,
  { syntax, renderer }: Pick<DataOptions, "syntax"> & { readonly renderer?: string | readonly string[] },
  /** Called with each file that it includes. */
  includes: (file: string) => void = () => undefined,
): Promise<Renderer> {
  const command = typeof renderer === "string" ? commandWords(renderer) : renderer;
  if (command) return new CommandRenderer({ command, file: path.resolve(name), text, syntax }, engines, plainText);
  const folder = path.dirname(path.resolve(name));
  const read = async (file: string) => {
    includes(path.join(folder, file));
    return readInside(folder, file);
  };
  return engines.Template.read(name, text, read, syntax);
}

/** A command that a person wrote, in words; double quotes keep spaces. No shell reads it. */
function commandWords(text: string): readonly string[] {
  const words = [...text.matchAll(/"([^"]*)"|[^\s"]+/g)].map(([word, quoted]) => quoted ?? word);
  if (words.length === 0) throw new UsageError("--renderer requires a command.");
  return words;
}

/** A file below a folder, also where links lead. */
function readInside(folder: string, file: string): string | undefined {
  try {
    const real = realpathSync(path.join(folder, file));
    const inside = path.relative(realpathSync(folder), real);
    if (inside === "" || inside.split(path.sep)[0] === ".." || path.isAbsolute(inside)) return undefined;
    return readBeside(real)?.replace(/\r\n?/g, "\n");
  } catch {
    return undefined;
  }
}

export function templateFile(
  name: string,
  { text, bytes }: Decoded,
  renderer: Renderer,
  data: Data,
  services: DialectServices,
  settings: AnalysisSettings,
  choice: DialectChoice,
): RenderedTemplate {
  const serviceFor = (result = text) => serviceOf(resultName(name), result, services, choice);
  return new RenderedTemplate({ text, bytes, settings, serviceFor }, renderer, data);
}
