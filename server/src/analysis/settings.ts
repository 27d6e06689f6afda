import type { Severity } from "../text/span";
import type { AnalysisSettings } from "./snapshot";

/** One setting of the editor, `flatProfile.<name>`. */
interface SettingDeclaration {
  readonly name: string;
  readonly default: unknown;
  /** What it does, in one sentence. */
  readonly meaning: string;
}

/** Every setting the server reads. The manifest declares the same ones. */
export const settingDeclarations: readonly SettingDeclaration[] = [
  { name: "family", default: "", meaning: "Phone family that files are checked for; empty to find out from the file." },
  { name: "model", default: "", meaning: "Phone model that files are checked for." },
  { name: "firmware", default: "", meaning: "Firmware release that files are checked for." },
  { name: "severity", default: {}, meaning: "Severity of problems by code: error, warning, info, hint or off." },
  {
    name: "emergencyNumbers",
    default: "auto",
    meaning: "Numbers that dial plans must send at once: a country (DE), the numbers (112, 110), auto or off.",
  },
  { name: "inlayHints.enabled", default: true, meaning: "Show values in words after seconds and schedules." },
  {
    name: "inlayHints.addresses",
    default: true,
    meaning: "Show after rules what the device chosen for the preview would fetch.",
  },
  { name: "codeLens.enabled", default: true, meaning: "Show what rules and dial plans do above them." },
  { name: "format.blankLines", default: 1, meaning: "Empty lines that formatting leaves between elements at most." },
  { name: "problems.wholeFolder", default: true, meaning: "Report problems of files that are not open." },
  { name: "problems.limit", default: 1000, meaning: "Problems that are shown of one file at most; 0 for all." },
];

const severities = new Set(["error", "warning", "info", "hint", "off"]);

/** What the user configured; invalid values are treated as unset. */
export interface UserSettings {
  readonly analysis: AnalysisSettings;
  readonly inlayHints: boolean;
  /** What the chosen device fetches, shown after rules. */
  readonly addressHints: boolean;
  readonly codeLens: boolean;
  readonly format: { readonly blankLines: number };
  /** Maximum number of problems reported in one file; 0: all. */
  readonly problemsLimit: number;
  /** Files that are not open are checked too. */
  readonly wholeFolder: boolean;
}

export function readSettings(raw: unknown): UserSettings {
  const root = isObject(raw) ? raw : {};
  const family = text(root.family);
  const model = text(root.model);
  const firmware = text(root.firmware);
  return {
    analysis: {
      device: { ...(family && { family }), ...(model && { model }), ...(firmware && { firmware }) },
      severities: severityMap(root.severity),
      emergencyNumbers: text(root.emergencyNumbers) || "auto",
    },
    inlayHints: flag(root.inlayHints),
    addressHints: !(isObject(root.inlayHints) && root.inlayHints.addresses === false),
    codeLens: flag(root.codeLens),
    format: { blankLines: Math.min(100, count(isObject(root.format) ? root.format.blankLines : undefined, 1)) },
    problemsLimit: count(isObject(root.problems) ? root.problems.limit : undefined, 1000),
    wholeFolder: !(isObject(root.problems) && root.problems.wholeFolder === false),
  };
}

export const defaultUserSettings: UserSettings = readSettings(undefined);

function severityMap(raw: unknown): Readonly<Record<string, Severity | "off">> {
  if (!isObject(raw)) return {};
  const entries = Object.entries(raw).filter(([, value]) => typeof value === "string" && severities.has(value));
  return Object.fromEntries(entries) as Record<string, Severity | "off">;
}

function flag(raw: unknown): boolean {
  return !(isObject(raw) && raw.enabled === false);
}

function count(raw: unknown, otherwise: number): number {
  return typeof raw === "number" && Number.isInteger(raw) && raw >= 0 ? raw : otherwise;
}

function text(raw: unknown): string {
  return typeof raw === "string" ? raw.trim() : "";
}

function isObject(raw: unknown): raw is Readonly<Record<string, unknown>> {
  return typeof raw === "object" && raw !== null && !Array.isArray(raw);
}
