import type { SiteFile } from "../../../deployment/exchange";
import type { Step, StepReason, StepWarning } from "../../../deployment/phone";
import type { Origin } from "../../../deployment/settings";
import type { Device } from "../../../devices/device";
import type { Courses } from "./courses";
import type { CiscoJourneys } from "./journeys";
import type { PhoneKind } from "./kind";
import type { RuleOutcomes } from "./ruleOutcome";

// What a round gets from its phones, and what its steps hand on.

export interface RoundHost {
  kindOf(device: Device): PhoneKind;
  readonly outcomes: RuleOutcomes;
  /** Absent: every round is run from its rules. */
  readonly courses?: Courses;
  /** Absent: no phone is judged by the run of another. */
  readonly journeys?: CiscoJourneys;
}

export interface Fetched {
  readonly class: Step["class"];
  readonly urls: readonly string[];
  readonly reason?: StepReason;
  readonly file?: SiteFile | string;
  readonly warnings: readonly StepWarning[];
  readonly credentials?: "sent" | "none";
}

export interface RuleText {
  readonly text: string | undefined;
  readonly isUnknown: boolean;
  readonly from: Origin | undefined;
}
