import path from "node:path";
import type { Config } from "../config";
import { UsageError } from "../verb";
import type { DataOptions } from "./options";

type WithData<T> = Omit<T, "data" | "renderer"> & {
  readonly data: readonly string[];
  readonly renderer?: string | readonly string[];
};

/** The options of a run, with what the configuration says of the template where a person named no data. */
export function withEntry<T extends DataOptions & { readonly name?: string }>(
  template: string,
  options: T,
  config: Config,
): WithData<T> {
  if (options.data.length > 0) return options;
  const entry = entryFor(template, config);
  if (!entry || config.file === undefined)
    throw new UsageError(
      `${template}: There is no data. Use --data <file>, or an entry of templates in flat-profile.config.json.`,
    );
  const folder = path.dirname(config.file);
  const { data, rows, as, syntax, name, renderer } = entry;
  if (renderer && options.renderer === undefined && !options.allowCommands)
    throw new UsageError(
      `${config.file}: The files are made by the command ${renderer[0] ?? ""}. Use --allow-commands to run it.`,
    );
  return {
    ...(rows !== undefined && { rows }),
    ...(as !== undefined && { as }),
    ...(syntax && { syntax }),
    ...(renderer && { renderer }),
    ...options,
    data: data.map((file) => shortest(path.join(folder, file))),
    ...(name !== undefined && options.name === undefined && "out" in options && { name }),
  };
}

/** As a person would name it from here. */
function shortest(file: string): string {
  const near = path.relative(".", file);
  return near.startsWith("..") ? file : near;
}

/** Whether a run says what a file is rendered with. */
export function hasData(name: string, { data }: DataOptions, config: Config): boolean {
  return data.length > 0 || entryFor(name, config) !== undefined;
}

function entryFor(template: string, { templates }: Config) {
  return templates?.find(({ patterns }) => patterns.has(template));
}
