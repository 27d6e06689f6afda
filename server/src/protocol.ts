import type { DeviceReport, RuleReport } from "./preview/report";
import type { RuleKeys } from "./preview/ruleKeys";
// Requests between our client and server beyond the LSP. Plain data; the client imports the types.

import type { Device } from "./devices/device";
import type { InventoryProblem } from "./devices/inventoryImport";

/** `flatProfile/parameters`: every parameter of the phone a file is for. */
export const parametersMethod = "flatProfile/parameters";

export interface ParametersParams {
  readonly textDocument: { readonly uri: string };
}

export interface ParameterEntry {
  /** Element name. */
  readonly name: string;
  /** Words of the web page. */
  readonly label: string;
  readonly place: string;
  readonly note: string;
  /** Set in this file already. */
  readonly present: boolean;
}

/** `flatProfile/device`: the phone a file is checked for. */
export const deviceMethod = "flatProfile/device";

export interface DeviceAnswer {
  readonly family: string | undefined;
  readonly label: string | undefined;
  readonly certainty: "stated" | "guessed" | "unknown";
  readonly reason: string;
  readonly families: readonly { readonly id: string; readonly label: string }[];
}

/** `flatProfile/contents`: the parameters that a file sets, for a view of it. */
export const contentsMethod = "flatProfile/contents";

export interface ContentsParameter {
  readonly name: string;
  /** Words of the web page; empty for a name nobody knows. */
  readonly label: string;
  /** Tab and section of the web page, or the sections of the file it stands in; empty when not known. */
  readonly tab: string;
  readonly section: string;
  /** Shortened; of a secret only that there is one. */
  readonly value: string;
  readonly secret: boolean;
  /** It has another value than the phone comes with. */
  readonly changed: boolean;
  /** The gravest of its problems. */
  readonly severity?: "error" | "warning" | "info" | "hint";
  readonly problems: number;
  /** Where its name stands. */
  readonly range: {
    readonly start: { readonly line: number; readonly character: number };
    readonly end: { readonly line: number; readonly character: number };
  };
}

export interface ContentsAnswer {
  readonly version: number;
  readonly parameters: readonly ContentsParameter[];
  /** The file sets more of them. */
  readonly more: boolean;
}

/** `flatProfile/learn`: what a phone's dump teaches the catalogue. */
export const learnMethod = "flatProfile/learn";

export interface LearnParams {
  readonly textDocument: { readonly uri: string };
  /** The workspace's own parameter file so far. */
  readonly existing?: string;
}

export interface LearnAnswer {
  /** The parameter file with everything in it, old and new. */
  readonly text: string;
  readonly added: readonly string[];
  readonly widened: readonly string[];
  /** Parts of the file so far could not be read and would be lost. */
  readonly incomplete: boolean;
}

/** `flatProfile/codes`: every problem code with its manual page. */
export const codesMethod = "flatProfile/codes";

export interface CodeEntry {
  readonly code: string;
  readonly severity: "error" | "warning" | "info" | "hint";
  readonly title: string;
  /** Markdown. */
  readonly page: string;
}

/** `flatProfile/readFile`, asked of the client by a server that reaches no files itself; null when there is none. */
export const readFileMethod = "flatProfile/readFile";

export interface ReadFileParams {
  readonly uri: string;
}

/** `flatProfile/listFiles`, likewise: the addresses of the workspace's files that may hold settings. */
export const listFilesMethod = "flatProfile/listFiles";

export type ThemeKind = "light" | "dark" | "high-contrast" | "high-contrast-light";

/** `flatProfile/theme`, told by a client that shows pictures, at the start and when the theme changes. */
export const themeMethod = "flatProfile/theme";

export interface ThemeParams {
  readonly kind: ThemeKind;
}

/** `flatProfile/previewDevices`, told by the client: the phone that a person chose for each open file. */
export const previewDevicesMethod = "flatProfile/previewDevices";

export interface PreviewDevicesParams {
  /** With its stored secrets; a file without an entry has none chosen. */
  readonly files: readonly { readonly uri: string; readonly device: Device }[];
}

/** `flatProfile/evaluate`: what all rules of a file make a device do. */
export const evaluateMethod = "flatProfile/evaluate";

export interface EvaluateParams {
  readonly textDocument: { readonly uri: string };
  /** Undefined for an invented phone of the file's family. */
  readonly device?: Device;
}

/** Secrets are masked; spans are offsets into that version of the file. */
export interface EvaluationAnswer extends DeviceReport {
  readonly version: number;
  readonly isSample: boolean;
  /** Rules that hold a placeholder of a template. */
  readonly templated: readonly Pick<RuleReport, "parameter" | "kind">[];
}

/** `flatProfile/expand`: a file with the values of a device in the place of its macros. */
export const expandMethod = "flatProfile/expand";

/** Asked with `EvaluateParams`. Secrets are masked. */
export interface ExpandedAnswer {
  readonly version: number;
  /** Its name. */
  readonly device: string;
  readonly text: string;
}

/** `flatProfile/script`: a tone, cadence, ring or dial plan with what a panel needs to play or try it. */
export const scriptMethod = "flatProfile/script";

export type ScriptKind = "sound" | "dial-plan";

export interface ScriptParams {
  readonly textDocument: { readonly uri: string };
  readonly kind: ScriptKind;
  /** The value here, if it is of that kind; */
  readonly position?: { readonly line: number; readonly character: number } | undefined;
  /** otherwise that of this element; otherwise the first in the file. */
  readonly name?: string;
}

export interface ScriptAnswer {
  readonly version: number;
  /** Element name. */
  readonly name: string;
  /** Type of the parameter. */
  readonly type: string;
  readonly text: string;
  /** Of the phone the file is for. */
  readonly default?: string;
  /** For a ring: its rhythm. */
  readonly cadence?: { readonly name: string; readonly text: string };
  /** For a dial plan: what else of the file decides how it dials. */
  readonly dialling?: DiallingFacts | undefined;
}

/** `flatProfile/scriptEdits`: what puts another text where a script stands; null when it is no script. */
export const scriptEditsMethod = "flatProfile/scriptEdits";

export interface ScriptEditsParams {
  readonly textDocument: { readonly uri: string };
  readonly kind: ScriptKind;
  readonly position?: ScriptParams["position"];
  /** The element must have this name. */
  readonly name: string;
  readonly text: string;
}

export interface ScriptEditsAnswer {
  readonly version: number;
  readonly edits: readonly {
    readonly range: {
      readonly start: { readonly line: number; readonly character: number };
      readonly end: { readonly line: number; readonly character: number };
    };
    readonly newText: string;
  }[];
}

/** `flatProfile/scripts`: where a file holds what the panels play or try. */
export const scriptsMethod = "flatProfile/scripts";

export interface ScriptsAnswer {
  readonly version: number;
  /** The element of each, in file order. */
  readonly scripts: readonly {
    readonly kind: ScriptKind;
    readonly position: { readonly line: number; readonly character: number };
  }[];
}

export interface DiallingFacts {
  /** Interdigit timers in seconds. */
  readonly short: number;
  readonly long: number;
  /** The phone's family, empty when it is unknown. */
  readonly family: string;
  /** What `x` is on the phone; undefined when the phone is unknown. */
  readonly xIsAnyKey: boolean | undefined;
  /** Names of the phones of each kind. */
  readonly kinds: { readonly current: string; readonly older: string };
  readonly starCodes: readonly { readonly name: string; readonly code: string }[];
}

/** `flatProfile/dialTests`: what comments of a file expect of its dial plans, and whether the plans do it. */
export const dialTestsMethod = "flatProfile/dialTests";

export interface DialTestsAnswer {
  readonly version: number;
  readonly tests: readonly DialTestEntry[];
}

export interface DialTestEntry {
  /** As it is written: `dials 911 -> 911 at once`. */
  readonly line: string;
  /** Element name of the plan. */
  readonly plan: string;
  readonly range: {
    readonly start: { readonly line: number; readonly character: number };
    readonly end: { readonly line: number; readonly character: number };
  };
  /** What the plan does instead, or why the line is no test; undefined when all is as expected. */
  readonly failure?: string;
}

/** `flatProfile/devices`: the phones that a preview can be made for. */
export const devicesMethod = "flatProfile/devices";

export interface DevicesParams {
  /** The workspace's device file; undefined when there is none. */
  readonly text?: string;
}

export interface DevicesAnswer {
  readonly own: readonly {
    readonly device: Device;
    /** Names in the editor's secret storage by macro: `SA` to `SD`, `MPWD`. */
    readonly stored: Readonly<Record<string, string>>;
  }[];
  readonly samples: readonly Device[];
  readonly problems: readonly { readonly message: string; readonly line: number }[];
}

/** `flatProfile/ruleKeys`: where the rules of a file that fetch profiles have their keys. */
export const ruleKeysMethod = "flatProfile/ruleKeys";

export interface RuleKeysAnswer extends RuleKeys {
  readonly version: number;
}

/** `flatProfile/addDevice`: the device file with one more device; null when nothing tells of one. */
export const addDeviceMethod = "flatProfile/addDevice";

/** The device is told by its fields, by the User-Agent it sends, or by the dump in a file. */
export interface AddDeviceParams {
  /** The workspace's device file; undefined when there is none. */
  readonly existing?: string;
  readonly device?: Device;
  readonly userAgent?: string;
  readonly textDocument?: { readonly uri: string };
  /** The text of the dump. */
  readonly dump?: string;
}

export interface AddDeviceAnswer {
  readonly text: string;
  readonly id: string;
}

/** `flatProfile/importDevices`: the device file with the devices of a list; null when that file has errors. */
export const importDevicesMethod = "flatProfile/importDevices";

export interface ImportDevicesParams {
  /** The workspace's device file; undefined when there is none. */
  readonly existing?: string;
  /** CSV. */
  readonly list: string;
}

export interface ImportDevicesAnswer {
  readonly text: string;
  readonly ids: readonly string[];
  /** For the editor's secret storage, by the names that the text refers to. */
  readonly secrets: readonly { readonly name: string; readonly value: string }[];
  readonly problems: readonly InventoryProblem[];
}
