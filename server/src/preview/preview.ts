import type { SettingFacts } from "../checks/check";
import type { Device } from "../devices/device";
import type { Neighbors } from "../profile/neighbors";
import type { ProfileDocument } from "../profile/profileDocument";
import type { Setting } from "../profile/setting";
import type { Catalogue } from "../schema/catalogue";
import type { DeviceChoice } from "../schema/model";
import type { Span } from "../text/span";
import type { EndValues } from "./matrix";
import type { DeviceReport, FleetAnswer, RuleReport } from "./report";

/** One version of a file, as a preview reads it. */
export interface PreviewSource {
  readonly text: string;
  readonly document: ProfileDocument;
  readonly catalogue: Catalogue;
  /** The phone the file is for, stated or guessed. */
  readonly device: DeviceChoice;
  factsOf(setting: Setting): SettingFacts;
  /** A span of a setting's segment as a span of the file. */
  spanOf(setting: Setting, span: Span): Span;
  /** Other files of the folder, where they are known. */
  readonly neighbors?: Neighbors | undefined;
  /** Where the file contains what must never be shown. */
  secretSpans(): readonly Span[];
}

/** What phones do with the files of a dialect. */
export interface Preview {
  /** Parameters whose values are rules, in the order in which a phone reads them. */
  readonly ruleNames: readonly string[];
  /** Invented phones to try a file with, one for every model. */
  samples(catalogue: Catalogue): readonly Device[];
  /** An invented phone of the family, model and firmware that a file is for. */
  typicalDevice(source: Pick<PreviewSource, "catalogue" | "device">): Device;
  /** What the file makes one phone do. Secrets are masked. */
  report(source: Pick<PreviewSource, "document" | "catalogue" | "neighbors">, device: Device): DeviceReport;
  /** What the file makes devices end up with; those that are alike have the same object. Absent: it is not compared. */
  endValues?(
    source: Pick<PreviewSource, "document" | "catalogue" | "neighbors">,
    devices: readonly Device[],
  ): readonly EndValues[];
  /** Rules that contain a placeholder of a template: their outcome is unknown. */
  templatedRules(document: ProfileDocument): readonly Pick<RuleReport, "parameter" | "kind" | "group">[];
  run(source: PreviewSource, device: Device): PreviewRun;
  /** Absent: no list of phones is evaluated. */
  fleet?(source: Pick<PreviewSource, "document" | "catalogue" | "neighbors">): PreviewFleet;
  /** The meaning of the part of a value at the cursor, and its outcome on the phone of `run`. */
  partAt(source: PreviewSource, setting: Setting, offset: number, run?: PreviewRun): PreviewPart | undefined;
  /** A phone from the User-Agent text it sends; undefined when the text is not of these phones. */
  deviceFromUserAgent(text: string): Device | undefined;
  /** A phone from its own dump of settings. */
  deviceFromDump(document: ProfileDocument): Device | undefined;
}

/** One file for many phones. */
export interface PreviewFleet {
  /** The rules that answers have, in order, when the list has columns for these parameters. */
  rules(columns: readonly string[]): readonly string[];
  /** Secrets are masked. */
  answer(device: Device): FleetAnswer;
  /** The phone has this rule, and it is neither empty nor switched off. */
  hasRule(device: Device, parameter: string): boolean;
  /** A phone can fetch from this URL. */
  isUsable(url: string): boolean;
  /** A text can be the version of a firmware. */
  isFirmware(text: string): boolean;
}

/** What one version of a file makes one phone do, for answers about places in it. */
export interface PreviewRun {
  /** Of the phone, for people. */
  readonly name: string;
  /** Markdown: what the value at a setting comes to; undefined where nothing is decided. */
  resultOf(setting: Setting): string | undefined;
  /** A few words for the same; undefined where the written value says it already. */
  hintOf(setting: Setting): string | undefined;
  /** The file as this phone sees it, with secrets masked. */
  expandedText(): string;
}

export interface PreviewPart {
  /** Counts from the start of the file. */
  readonly span: Span;
  /** Markdown. */
  readonly text: string;
}
