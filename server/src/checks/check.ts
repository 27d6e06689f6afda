import type { ByteFacts } from "../profile/byteFacts";
import type { Neighbors } from "../profile/neighbors";
import type { Place } from "../profile/place";
import type { Profile } from "../profile/profile";
import type { ProfileDocument } from "../profile/profileDocument";
import type { Segment, Setting } from "../profile/setting";
import type { Writer } from "../profile/writer";
import type { Catalogue } from "../schema/catalogue";
import type { DeviceChoice, EffectiveParameter, Parameter } from "../schema/model";
import type { CodePage, PageText } from "../text/codePage";
import type { Fix, Severity, Span } from "../text/span";
import type { ValueType } from "../values/valueType";
import type { Policies } from "./policy/policy";

/** What a check reports; spans and edits count from the segment of the setting it is reported for. */
export interface Report {
  readonly message: string;
  readonly span?: Span;
  readonly severity?: Severity;
  readonly fixes?: readonly Fix[];
  readonly unnecessary?: boolean;
  readonly related?: readonly Related[];
}

export interface Related extends Place {
  readonly message: string;
}

/** A setting together with what the catalogue knows of it. */
export interface SettingFacts {
  /** Undefined for an unknown name. */
  readonly effective: EffectiveParameter | undefined;
  readonly type: ValueType | undefined;
}

/** What a person chose for the checks of a file. */
export interface CheckOptions {
  readonly device: DeviceChoice;
  /** A country, a list of numbers, `auto` or `off`. */
  readonly emergencyNumbers: string;
  /** Codes of the opt-in checks that are turned on. */
  readonly optIn: readonly string[];
  /** What the site asks of the file. */
  readonly policies?: Policies | undefined;
}

/** What every check may ask. */
export interface CheckContext extends CheckOptions {
  readonly catalogue: Catalogue;
  /** For dates in words; undefined where the host does not say it. */
  readonly year: number | undefined;
  readonly write: Writer;
  facts(setting: Setting): SettingFacts;
  /** Whether a setting that takes effect leaves another of the same name without one. */
  replaces(effective: Setting, other: Setting): boolean;
}

export interface SettingCheckContext extends CheckContext {
  report(report: Report): void;
}

/** Whether a check is for settings of this name; asked once for each name. */
export type NameTest = (name: Pick<Setting, "name" | "path">, facts: SettingFacts) => boolean;

/** Which settings a check is interested in. A constant of a module, so that answers are remembered. */
export interface Interest {
  readonly name: NameTest;
  /** Asked of settings with such a name, of one of those that are written alike; without it all of them are of interest. */
  readonly setting?: (setting: Setting, facts: SettingFacts) => boolean;
}

export function isOfInterest(setting: Setting, facts: SettingFacts, interest: Interest): boolean {
  return interest.name(setting, facts) && (interest.setting?.(setting, facts) ?? true);
}

export interface ProfileCheckContext extends CheckContext {
  /** The settings of the profile that are of interest, in file order. */
  select(profile: Profile, interest: Interest): Iterable<Setting>;
  report(at: Setting, report: Report): void;
}

export interface DocumentCheckContext extends CheckContext {
  /** Undefined where only the text is known. */
  readonly bytes: ByteFacts | undefined;
  /** Undefined where the folder of the file is not known. */
  readonly neighbors: Neighbors | undefined;
  /** Spans count from the start of `segment`. */
  report(segment: Segment, report: Report & { readonly span: Span }): void;
}

/** One question asked of a file, with its manual page. Without examples until a dialect gives its own. */
export interface SharedCheck extends PageText {
  readonly inFragments?: boolean;
  /** Which names `setting` is asked of; without it all. */
  readonly forName?: NameTest;
  /** Asked of each setting alone, what is around it does not matter: one that is written like another may not be asked. */
  readonly setting?: (setting: Setting, facts: SettingFacts, context: SettingCheckContext) => void;
  /**
   * Asked of a whole profile, and again after edits that change something it has asked of it. A list of settings without a root is no
   * profile, as its pieces may come from different ones: it is asked only with `inFragments`.
   */
  readonly profile?: (profile: Profile, context: ProfileCheckContext) => void;
  readonly document?: (document: ProfileDocument, context: DocumentCheckContext) => void;
}

/** A check of a dialect, with its proof. */
export interface Check extends SharedCheck, CodePage {}

export { type CodePage, type Example, type PageText, withExamples } from "../text/codePage";

/** The parameter of a setting; undefined for an unknown name. */
export function parameterOf(facts: SettingFacts): Parameter | undefined {
  return facts.effective?.parameter;
}
