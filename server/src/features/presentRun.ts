import type { Snapshot } from "../analysis/snapshot";
import { completeDevice, type Device } from "../dialects/cisco-flat-profile/devices/device";
import {
  type DeviceRun,
  type ExpandedText,
  type RuleStep,
  runDevice,
  stepsOf,
} from "../dialects/cisco-flat-profile/preview/deviceRun";
import { type RuleStory, ruleStory } from "../dialects/cisco-flat-profile/preview/ruleStory";
import { maskedShowing, type Showing } from "../dialects/cisco-flat-profile/preview/secretsShown";
import { type UpgradeVerdict, upgradeVerdict } from "../dialects/cisco-flat-profile/preview/upgradeVerdict";
import type { Setting } from "../profile/setting";
import { profileValues, settingOf } from "./evaluation";
import type { OpenFile } from "./feature";

/** What one version of a file makes the device do that a person chose. */
export class PresentRun {
  readonly device: Device;
  readonly run: DeviceRun;
  readonly showing: Showing;
  readonly #snapshot: Snapshot;
  readonly #stories = new Map<RuleStep, RuleStory>();

  constructor(
    snapshot: Snapshot,
    readonly given: Device,
  ) {
    this.#snapshot = snapshot;
    this.device = completeDevice(given, snapshot.catalogue);
    this.run = runDevice(this.device, profileValues(snapshot));
    this.showing = maskedShowing(this.run);
  }

  /** Whether the load is taken, and what comes after it. */
  upgrade(): UpgradeVerdict {
    return upgradeVerdict(this.device, profileValues(this.#snapshot), this.#snapshot.catalogue);
  }

  get name(): string {
    const { label, model, id } = this.device;
    return label ?? model ?? id;
  }

  /** The step of the rule that stands in this setting; undefined where another element of the name counts. */
  stepOf(setting: Setting): RuleStep | undefined {
    return this.#counts(setting) ? stepsOf(this.run).find(({ parameter }) => parameter === setting.name) : undefined;
  }

  messageOf(setting: Setting): ExpandedText | undefined {
    return this.#counts(setting) ? this.run.messages.find(({ parameter }) => parameter === setting.name) : undefined;
  }

  /** The phone evaluates another text than the one that is written: the device or a rule before sets it. */
  isReplaced(setting: Setting, { source }: { readonly source: RuleStep["trace"]["source"] }): boolean {
    const { start, end } = this.#snapshot.spanOf(setting, setting.valueSpan);
    return source.text !== setting.text || source.source.start !== start || source.source.end !== end;
  }

  /** What the phone holds in the place of what is written: the device says so, or a rule sets it. Masked. */
  heldInstead(setting: Setting): string | undefined {
    if (!this.#counts(setting)) return undefined;
    const { name, text } = setting;
    const held = this.run.holds(name);
    return held === undefined || held === (text === '""' ? "" : text) ? undefined : this.showing.value(name, held);
  }

  /** Masked. */
  storyOf(step: RuleStep): RuleStory {
    let story = this.#stories.get(step);
    if (!story) {
      story = ruleStory(step, this.showing, this.#snapshot.catalogue);
      this.#stories.set(step, story);
    }
    return story;
  }

  #counts(setting: Setting): boolean {
    return setting.path === "" && settingOf(this.#snapshot.document, setting.name) === setting;
  }
}

const kept = new WeakMap<Snapshot, PresentRun>();

/** Undefined while no device is chosen. */
export function presentRun({ snapshot, previewDevice }: OpenFile): PresentRun | undefined {
  if (!previewDevice) return undefined;
  const known = kept.get(snapshot);
  if (known?.given === previewDevice) return known;
  const made = new PresentRun(snapshot, previewDevice);
  kept.set(snapshot, made);
  return made;
}
