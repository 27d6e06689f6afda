import type { SettingFacts } from "../checks/check";
import type { Profile } from "../profile/profile";
import type { ProfileDocument } from "../profile/profileDocument";
import type { Segment, Setting } from "../profile/setting";
import type { Catalogue } from "../schema/catalogue";
import type { DeviceChoice } from "../schema/model";
import type { Span } from "../text/span";
import type { PlanForm } from "../values/dialPlan/form";

/** Everything that a script asks of the file around it. */
export interface ScriptContext {
  readonly catalogue: Catalogue;
  readonly device: DeviceChoice;
  facts(setting: Setting): SettingFacts;
}

/** Values that a panel plays or dials. */
export interface Scripts {
  /** Parameter types of tones, cadences and rings. */
  readonly sounds: readonly string[];
  /** The tone that is heard where a value is only a part of it; absent or undefined: the value itself. */
  soundOf?(setting: Setting, document: ProfileDocument): NamedSound | undefined;
  /** The setting that plays the tone at a place of the file, where tones are put together from several settings. */
  soundAt?(document: ProfileDocument, offset: number): Setting | undefined;
  /** How plans are written, by the parameter type of dial plans. */
  readonly dialPlans: Readonly<Record<string, PlanForm>>;
  /** The parameter that contains the rhythm of a ring, and its value; undefined for other values. */
  rhythmOf(setting: Setting, profile: Profile | undefined, context: ScriptContext): NamedSound | undefined;
  /** What besides the plan decides how the phone dials. */
  dialing(profile: Profile | undefined, context: ScriptContext): Dialing;
  /** Expectations in comments beside the dial plans of a file, in its order. */
  dialTests(document: ProfileDocument, context: ScriptContext): Iterable<DialTest>;
}

interface NamedSound {
  /** Of the parameter, or of the section that describes it. */
  readonly name: string;
  readonly text: string;
}

export interface Dialing {
  /** Interdigit timers in seconds. */
  readonly short: number;
  readonly long: number;
  readonly starCodes: readonly { readonly name: string; readonly code: string }[];
}

/** A line of a comment that says what the plan beside it must do, and whether it does. */
export interface DialTest {
  readonly line: string;
  /** Of the line in its segment. */
  readonly at: { readonly segment: Segment; readonly span: Span };
  readonly plan: Setting;
  readonly isUnderstood: boolean;
  /** What the plan does instead, on every phone the file may be for; undefined when all is as expected. */
  readonly failure: string | undefined;
}
