import { lstatSync } from "node:fs";
import path from "node:path";
import type { DialectServices } from "../analysis/dialectServices";
import { readSettings } from "../analysis/settings";
import type { AnalysisSettings } from "../analysis/snapshot";
import { configFile, readSite, type Site } from "../deployment/siteMap";
import { settingsFaults } from "../features/settingsFaults";
import { readTemplates, type TemplateEntry } from "../templates/templateMap";
import { FilePatterns } from "./filePatterns";
import { readBeside } from "./readInput";
import { UsageError } from "./verb";

/** Found in the folder of the run or the nearest one above. Its shape: schemas/config.schema.json. */

/** What a configuration says of some or all files. */
export interface Choice {
  readonly family?: string;
  readonly model?: string;
  readonly firmware?: string;
  readonly severity?: Readonly<Record<string, string>>;
  readonly emergencyNumbers?: string;
}

export interface Config extends Choice {
  /** Where it was read, and what. */
  readonly file?: string;
  readonly text?: string;
  readonly failOn?: string;
  /** Files that are skipped unless named. */
  readonly ignored: FilePatterns;
  readonly overrides: readonly (Choice & { readonly files: FilePatterns })[];
  readonly blankLines: number;
  /** Which files answer for which URLs. */
  readonly site?: Site;
  /** Which data templates are rendered with. */
  readonly templates?: readonly (TemplateEntry & { readonly patterns: FilePatterns })[];
}

/** Reads `named`, or looks for the file from `folder` upwards. Families and codes must be in the catalogue. */
export function loadConfig(folder: string, named: string | undefined, pools: DialectServices): Config {
  const file = named ?? nearest(folder);
  if (file === undefined) return { ignored: new FilePatterns([], folder), overrides: [], blankLines: 1 };
  const text = readBeside(file);
  if (text === undefined) throw new UsageError(`${file}: No such file.`);
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch (error) {
    throw new UsageError(`${file}: ${error instanceof Error ? error.message : "The file cannot be read."}`);
  }
  const config = { ...readConfig(raw, file), text };
  for (const each of [config, ...config.overrides]) refuseUnknown(each, pools, file);
  return config;
}

/** Throws a UsageError for a family or code that does not exist. */
export function refuseUnknown(choice: Choice, pools: DialectServices, where: string): void {
  const { device, severities } = readSettings(choice).analysis;
  const [fault] = settingsFaults({ device, severities }, pools);
  if (fault !== undefined) throw new UsageError(`${where}: ${fault}`);
}

function nearest(folder: string): string | undefined {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    const file = path.join(at, configFile);
    if (lstatSync(file, { throwIfNoEntry: false })) return file; // a link that leads nowhere is reported
    if (at === path.dirname(at)) return undefined;
  }
}

const choiceKeys = ["family", "model", "firmware", "severity", "emergencyNumbers"];

function readConfig(raw: unknown, file: string): Config {
  const fail = (message: string): never => {
    throw new UsageError(`${file}: ${message}`);
  };
  const object = (value: unknown, what: string): Readonly<Record<string, unknown>> =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : fail(`${what} must be an object.`);
  const known = (value: Readonly<Record<string, unknown>>, keys: readonly string[]) => {
    const other = Object.keys(value).find((key) => !keys.includes(key));
    if (other !== undefined) fail(`Unknown key ${JSON.stringify(other)}. Use ${keys.join(", ")}.`);
  };
  const texts = (value: unknown, key: string): readonly string[] =>
    Array.isArray(value) && value.every((item) => typeof item === "string")
      ? value
      : fail(`${key} must be a list of patterns.`);
  const choice = (value: Readonly<Record<string, unknown>>): Choice => {
    for (const key of ["family", "model", "firmware", "emergencyNumbers"])
      if (value[key] !== undefined && typeof value[key] !== "string") fail(`${key} must be a string.`);
    if (value.severity !== undefined)
      for (const [code, level] of Object.entries(object(value.severity, "severity")))
        if (!isLevel(level)) fail(`The severity of ${code} must be error, warning, info, hint or off.`);
    return Object.fromEntries(choiceKeys.filter((key) => value[key] !== undefined).map((key) => [key, value[key]]));
  };
  const folder = path.dirname(path.resolve(file));
  const filesOf = (patterns: readonly string[]) => {
    try {
      return new FilePatterns(patterns, folder);
    } catch (error) {
      return fail(error instanceof UsageError ? error.message : "The patterns cannot be read.");
    }
  };
  const root = object(raw, "The file");
  known(root, ["$schema", ...choiceKeys, "failOn", "ignore", "overrides", "format", "site", "policies", "templates"]);
  const format = root.format === undefined ? {} : object(root.format, "format");
  known(format, ["blankLines"]);
  if (root.failOn !== undefined && typeof root.failOn !== "string") fail("failOn must be a severity or never.");
  const overrides = Array.isArray(root.overrides ?? [])
    ? ((root.overrides ?? []) as unknown[])
    : fail("overrides must be a list.");
  return {
    file,
    ...choice(root),
    ...(typeof root.failOn === "string" && { failOn: root.failOn }),
    ignored: filesOf(root.ignore === undefined ? [] : texts(root.ignore, "ignore")),
    overrides: overrides.map((item) => {
      const override = object(item, "An override");
      known(override, ["files", ...choiceKeys]);
      return { ...choice(override), files: filesOf(texts(override.files, "files in an override")) };
    }),
    blankLines: readSettings({ format }).format.blankLines,
    ...(root.templates !== undefined && {
      templates: readTemplates(root.templates, fail).map((entry) => ({ ...entry, patterns: filesOf(entry.files) })),
    }),
    ...(root.site !== undefined && { site: readSite(root.site, fail) }),
  };
}

function isLevel(value: unknown): boolean {
  return typeof value === "string" && /^(?:error|warning|info|hint|off)$/.test(value);
}

/** The settings of one file: the configuration, its overrides for the file, then the options of the run. */
export function settingsFor(file: string, config: Config, options: Choice): AnalysisSettings {
  let choice: Choice = config;
  for (const override of config.overrides) if (override.files.has(file)) choice = merged(choice, override);
  return readSettings(merged(choice, options)).analysis;
}

function merged(base: Choice, over: Choice): Choice {
  const device = over.family || over.model || over.firmware ? over : base;
  return {
    ...(device.family && { family: device.family }),
    ...(device.model && { model: device.model }),
    ...(device.firmware && { firmware: device.firmware }),
    severity: { ...base.severity, ...over.severity },
    ...((over.emergencyNumbers ?? base.emergencyNumbers) && {
      emergencyNumbers: over.emergencyNumbers ?? base.emergencyNumbers,
    }),
  };
}
