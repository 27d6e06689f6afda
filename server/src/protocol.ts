// What our client and server ask of each other beyond the LSP. Plain data; the client imports the types.

import type { ResolveReport } from "./deployment/report";
import type { SettingReport } from "./deployment/settingReports";
import type { Device } from "./devices/device";
import type { InventoryProblem } from "./devices/inventoryImport";
import type { DeviceReport, RuleReport } from "./preview/report";
import type { RuleKeys } from "./preview/ruleKeys";
import type { DialTestsAnswer } from "./protocol/dialTests";
import type { FleetRequests } from "./protocol/fleet";
import type { GateAnswer, GateParams } from "./protocol/gate";
import type { KeyMapAnswer, KeyMapParams } from "./protocol/keyMap";
import type { LearnAnswer, LearnParams, PlainText } from "./protocol/learn";
import type { MatrixAnswer, MatrixParams } from "./protocol/matrix";
import type { Place, PlaceRange } from "./protocol/place";
import type { PolicyWord, PolicyWordsAnswer, PolicyWordsParams } from "./protocol/policies";
import type { ReferenceEntry, ReferencePageAnswer, ReferencePageParams, ReferenceParams } from "./protocol/reference";
import type { RolloutAnswer, RolloutParams } from "./protocol/rollout";
import type { FindSettingsAnswer, FindSettingsParams } from "./protocol/settingSearch";
import type { DriftAnswer, DriftParams, ImpactAnswer, ImpactParams, ImpactProgress } from "./protocol/site";
import type { TableRequests } from "./protocol/table";
import type { RenderedAnswer, RenderedParams, TemplateChoices, TemplateNews } from "./protocol/templates";
import type { UpdateRequests } from "./protocol/updates";
import type { PlanForm } from "./values/dialPlan/form";

export type { Place };

interface Exchange<P, R> {
  readonly params: P;
  readonly result: R;
}

/** Requests of the client. Those about a file answer null when it is not open. */
export interface Requests extends FleetRequests, TableRequests, UpdateRequests {
  /** Every parameter of the phone a file is for. */
  "flatProfile/parameters": Exchange<FileParams, readonly ParameterEntry[]>;
  /** How a parameter is written in a file; null for what cannot be a name in it. */
  "flatProfile/element": Exchange<ElementParams, ElementAnswer | null>;
  /** The phone a file is checked for. */
  "flatProfile/device": Exchange<FileParams, DeviceAnswer | null>;
  /** Edits by which a comment of a file names the family of its phones. */
  "flatProfile/deviceDirective": Exchange<DeviceDirectiveParams, DeviceDirectiveAnswer | null>;
  /** The parameters that a file sets, for a view of it. */
  "flatProfile/parameterTree": Exchange<FileParams, ParameterTreeAnswer | null>;
  /** What a phone's dump adds to the catalogue. */
  "flatProfile/learn": Exchange<LearnParams, LearnAnswer | null>;
  /** Every problem code with its manual page. */
  "flatProfile/codes": Exchange<NoParams, readonly CodeEntry[]>;
  /** Parameters and value languages of all systems whose name, web label or page has the words. */
  "flatProfile/reference": Exchange<ReferenceParams, readonly ReferenceEntry[]>;
  /** The manual page with an address; null where there is none. */
  "flatProfile/referencePage": Exchange<ReferencePageParams, ReferencePageAnswer | null>;
  /** What all rules of a file make a device do. */
  "flatProfile/evaluate": Exchange<EvaluateParams, EvaluationAnswer | null>;
  /** What a file makes many devices end up with; null where its dialect does not compare them. */
  "flatProfile/matrix": Exchange<MatrixParams, MatrixAnswer | null>;
  /** The keys of a phone as a file programs them; null where its dialect has none. */
  "flatProfile/keyMap": Exchange<KeyMapParams, KeyMapAnswer | null>;
  /** A file with the values of a device in the place of its macros. */
  "flatProfile/expand": Exchange<EvaluateParams, ExpandedAnswer | null>;
  /** What a template makes of a row of its data; null for a file that is not open. */
  "flatProfile/rendered": Exchange<RenderedParams, RenderedAnswer | null>;
  /** What a device ends up with by all files of a site. */
  "flatProfile/effective": Exchange<EffectiveParams, EffectiveAnswer>;
  /** The devices in the list of the site that a file belongs to. */
  "flatProfile/siteDevices": Exchange<FileParams, SiteDevicesAnswer>;
  /** A tone, cadence, ring or dial plan with what a panel needs to play or try it. */
  "flatProfile/script": Exchange<ScriptParams, ScriptAnswer | null>;
  /** Edits that replace a script; null when there is no such script. */
  "flatProfile/scriptEdits": Exchange<ScriptEditsParams, ScriptEditsAnswer | null>;
  /** Where a file has scripts that the panels play or try, and tables that they edit. */
  "flatProfile/scripts": Exchange<FileParams, ScriptsAnswer | null>;
  /** What comments of a file expect of its dial plans, and whether the plans do it. */
  "flatProfile/dialTests": Exchange<FileParams, DialTestsAnswer | null>;
  /** The phones that a preview can be made for. */
  "flatProfile/devices": Exchange<DevicesParams, DevicesAnswer>;
  /** Where the rules of a file that fetch profiles have their keys. */
  "flatProfile/ruleKeys": Exchange<FileParams, RuleKeysAnswer | null>;
  /** The device file with one more device; null when nothing identifies one. */
  "flatProfile/addDevice": Exchange<AddDeviceParams, AddDeviceAnswer | null>;
  /** The device file with the devices of a list; null when that file has errors. */
  "flatProfile/importDevices": Exchange<ImportDevicesParams, ImportDevicesAnswer | null>;
  /** What changes of a site's files do to its phones. */
  "flatProfile/impact": Exchange<ImpactParams, ImpactAnswer>;
  /** Compares the dump of a phone with the settings that its files lead to. */
  "flatProfile/drift": Exchange<DriftParams, DriftAnswer>;
  /** What it costs to bring firmware to phones that pass it on. */
  "flatProfile/rollout": Exchange<RolloutParams, RolloutAnswer>;
  /** Which devices take images of software. */
  "flatProfile/gate": Exchange<GateParams, GateAnswer>;
  /** The names of all parameters. */
  "flatProfile/names": Exchange<NoParams, readonly PolicyWord[]>;
  /** Settings of the workspace by parameter and value. */
  "flatProfile/findSettings": Exchange<FindSettingsParams, FindSettingsAnswer>;
  /** A text with plain quotes, dashes and spaces. */
  "flatProfile/plainText": Exchange<PlainText, PlainText>;
  /** What can be typed in the policies of a configuration; null where nothing is known. */
  "flatProfile/policyWords": Exchange<PolicyWordsParams, PolicyWordsAnswer | null>;
}

/** Notifications of the client. */
export interface Notifications {
  /** From a client that shows pictures, at the start and when the theme changes. */
  "flatProfile/theme": ThemeParams;
  /** The phone that a person chose for each open file. */
  "flatProfile/previewDevices": PreviewDevicesParams;
  /** At the start and when they change: what a person chose for templates. */
  "flatProfile/templates": TemplateChoices;
}

/** Notifications of the server. */
export interface ServerNotifications {
  /** How far a long request is that asked for such reports. */
  "flatProfile/progress": ImpactProgress;
  /** What templates are rendered with. */
  "flatProfile/template": TemplateNews;
}

/** Requests of a server that reaches no files itself. */
export interface ServerRequests {
  /** The text of a file, or null if the file does not exist. */
  "flatProfile/readFile": Exchange<ReadFileParams, string | null>;
  /** Every byte of a file in Base64, or null if the file does not exist. */
  "flatProfile/readBytes": Exchange<ReadFileParams, string | null>;
  /** The addresses of the workspace's files that may have settings. */
  "flatProfile/listFiles": Exchange<NoParams, readonly string[]>;
}

export type Method = keyof Requests;
export type ParamsOf<M extends Method> = Requests[M]["params"];
export type ResultOf<M extends Method> = Requests[M]["result"];

type NoParams = Readonly<Record<string, never>>;

export interface FileParams {
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

interface ElementParams extends FileParams {
  readonly name: string;
  /** Where it is inserted: it is written as the others there. */
  readonly position?: Place;
}

interface ElementAnswer {
  /** The text before and after the value. */
  readonly before: string;
  readonly after: string;
}

interface DeviceDirectiveParams extends FileParams {
  /** Empty for none. */
  readonly family: string;
}

interface DeviceDirectiveAnswer {
  readonly version: number;
  readonly edits: readonly { readonly range: PlaceRange; readonly newText: string }[];
}

export interface DeviceAnswer {
  readonly family: string | undefined;
  readonly label: string | undefined;
  readonly certainty: "stated" | "guessed" | "unknown";
  readonly reason: string;
  /** The comment that names a phone in the file, as its format writes comments. */
  readonly directive: string;
  readonly families: readonly { readonly id: string; readonly label: string }[];
}

export interface TreeParameter {
  readonly name: string;
  /** Words of the web page; empty for an unknown name. */
  readonly label: string;
  /** Tab and section of the web page, or the sections of the file it is in; empty when not known. */
  readonly tab: string;
  readonly section: string;
  /** Shortened; of a secret only that there is one. */
  readonly value: string;
  readonly secret: boolean;
  /** Its value is not the default. */
  readonly changed: boolean;
  /** The highest severity of its problems. */
  readonly severity?: "error" | "warning" | "info" | "hint";
  readonly problems: number;
  /** Where its name is. */
  readonly range: PlaceRange;
}

export interface ParameterTreeAnswer {
  readonly version: number;
  readonly parameters: readonly TreeParameter[];
  /** The file sets more of them. */
  readonly more: boolean;
}

export interface CodeEntry {
  readonly code: string;
  readonly severity: "error" | "warning" | "info" | "hint";
  readonly title: string;
  /** Markdown. */
  readonly page: string;
}

export interface ReadFileParams {
  readonly uri: string;
}

export type ThemeKind = "light" | "dark" | "high-contrast" | "high-contrast-light";

export interface ThemeParams {
  readonly kind: ThemeKind;
}

export interface PreviewDevicesParams {
  /** With its stored secrets; a file without an entry has none chosen. */
  readonly files: readonly { readonly uri: string; readonly device: Device }[];
}

export interface EvaluateParams extends FileParams {
  /** Undefined for an invented phone of the file's family. */
  readonly device?: Device;
}

/** Secrets are masked; spans are offsets into that version of the file. */
export interface EvaluationAnswer extends DeviceReport {
  readonly version: number;
  readonly isSample: boolean;
  /** Rules that contain a placeholder of a template. */
  readonly templated: readonly Pick<RuleReport, "parameter" | "kind" | "group">[];
  /** Where the setting of each rule starts, in the order of the rules. */
  readonly starts: readonly Place[];
}

/** Asked with `EvaluateParams`. Secrets are masked. */
interface ExpandedAnswer {
  readonly version: number;
  /** Its name. */
  readonly device: string;
  readonly text: string;
}

/** A file of a site; it need not be open. */
export interface EffectiveParams extends FileParams {
  /** Undefined while none is chosen. */
  readonly device?: Device;
  /** Also settings that no file sets. */
  readonly all?: boolean;
}

/** Secrets are masked. */
export interface EffectiveAnswer {
  /** Address of the configuration with the site map, if one is found. */
  readonly config?: string;
  /** A sentence that says why the report is missing. */
  readonly reason?: string;
  readonly report?: Omit<ResolveReport, "settings">;
  readonly groups?: readonly EffectiveGroup[];
  /** Addresses of the files by the names that the report has. */
  readonly files: Readonly<Record<string, string>>;
  /** Addresses of the files that the answer depends on, there or not. */
  readonly watched: readonly string[];
}

export interface SiteDevicesAnswer {
  readonly devices: readonly Device[];
  /** What is wrong with the list. */
  readonly problems: readonly string[];
}

/** The settings of one section of a web page. */
export interface EffectiveGroup {
  /** Empty where the web page is not known. */
  readonly tab: string;
  readonly section: string;
  readonly settings: readonly EffectiveSetting[];
}

/** The words of the web page beside what the report has. */
export type EffectiveSetting = SettingReport & { readonly label: string };

export type ScriptKind = "sound" | "dial-plan";

/** What panels show of one place of a file. */
export type PanelKind = ScriptKind | "table";

export interface ScriptParams extends FileParams {
  readonly kind: ScriptKind;
  /** The value here, if it is of that kind; */
  readonly position?: Place | undefined;
  /** otherwise that of this element; otherwise the first in the file. */
  readonly name?: string;
}

export interface ScriptAnswer {
  readonly version: number;
  /** Element name, or the section that describes a tone. */
  readonly name: string;
  /** Type of the parameter. */
  readonly type: string;
  readonly text: string;
  /** It is put together from several settings, so that another text cannot take its place. */
  readonly isFixed?: boolean;
  /** Of the phone the file is for. */
  readonly default?: string;
  /** For a ring: its rhythm. */
  readonly cadence?: { readonly name: string; readonly text: string };
  /** For a dial plan: what else of the file decides how it dials. */
  readonly dialling?: DiallingFacts | undefined;
}

export interface ScriptEditsParams extends FileParams {
  readonly kind: ScriptKind;
  readonly position?: ScriptParams["position"];
  /** The element must have this name. */
  readonly name: string;
  readonly text: string;
}

interface ScriptEditsAnswer {
  readonly version: number;
  readonly edits: readonly {
    readonly range: PlaceRange;
    readonly newText: string;
  }[];
}

interface ScriptsAnswer {
  readonly version: number;
  readonly scripts: readonly {
    readonly kind: PanelKind;
    readonly position: Place;
  }[];
}

export interface DiallingFacts {
  /** Interdigit timers in seconds. */
  readonly short: number;
  readonly long: number;
  /** How the plan is written. */
  readonly form: PlanForm;
  /** The phone's family, empty when it is unknown. */
  readonly family: string;
  /** What `x` is on the phone; undefined when the phone is unknown. */
  readonly xIsAnyKey: boolean | undefined;
  /** A comment of the file; `{0}` is its text. */
  readonly comment: string;
  /** Names of the phones of each kind. */
  readonly kinds: { readonly current: string; readonly older: string };
  readonly starCodes: readonly { readonly name: string; readonly code: string }[];
}

export interface DevicesParams {
  /** The workspace's device file; undefined when there is none. */
  readonly text?: string;
}

export interface DevicesAnswer {
  readonly own: readonly {
    readonly device: Device;
    /** Names in the editor's secret storage by the short names of secret parameters, and by `mobility.password`. */
    readonly stored: Readonly<Record<string, string>>;
  }[];
  readonly samples: readonly Device[];
  readonly problems: readonly { readonly message: string; readonly line: number }[];
}

export interface RuleKeysAnswer extends RuleKeys {
  readonly version: number;
}

/** The device is given by its fields, by the User-Agent it sends, or by the dump in a file. */
export interface AddDeviceParams {
  /** The workspace's device file; undefined when there is none. */
  readonly existing?: string;
  readonly device?: Device;
  readonly userAgent?: string;
  readonly textDocument?: { readonly uri: string };
  /** The text of the dump. */
  readonly dump?: string;
}

interface AddDeviceAnswer {
  readonly text: string;
  readonly id: string;
}

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
