import { completeDevice, type Device } from "../../../devices/device";
import type { PreviewSource } from "../../../preview/preview";
import type { RuleReport } from "../../../preview/report";
import type { Setting } from "../../../profile/setting";
import { fileSecrets } from "../rules/segmentSecrets";
import { type DeviceRun, type ExpandedText, type RuleStep, runDevice, stepsOf } from "./deviceRun";
import { profileValues, settingOf } from "./profileValues";
import { ruleReport } from "./ruleReport";
import { maskedShowing, type Showing } from "./secretsShown";
import { type UpgradeVerdict, upgradeVerdict } from "./upgradeVerdict";

/** One phone with one version of a file: what it does, and the text of which settings it evaluates. */
export class PhoneRun {
  readonly device: Device;
  readonly run: DeviceRun;
  readonly showing: Showing;
  readonly #reports = new Map<RuleStep, RuleReport>();

  constructor(
    readonly source: PreviewSource,
    given: Device,
  ) {
    this.device = completeDevice(given, source.catalogue);
    this.run = runDevice(this.device, profileValues(source));
    this.showing = maskedShowing(this.run, fileSecrets(source.document, source.catalogue).registers);
  }

  /** Whether the load is taken, and what comes after it. */
  upgrade(): UpgradeVerdict {
    return upgradeVerdict(this.device, profileValues(this.source), this.source.catalogue);
  }

  get name(): string {
    const { label, model, id } = this.device;
    return label ?? model ?? id;
  }

  /** The step of the rule in this setting; undefined if another element of the same name is in effect. */
  stepOf(setting: Setting): RuleStep | undefined {
    return this.#counts(setting) ? stepsOf(this.run).find(({ parameter }) => parameter === setting.name) : undefined;
  }

  messageOf(setting: Setting): ExpandedText | undefined {
    return this.#counts(setting) ? this.run.messages.find(({ parameter }) => parameter === setting.name) : undefined;
  }

  /** The phone evaluates another text than the one that is written: the device or a rule before sets it. */
  isReplaced(setting: Setting, { source }: { readonly source: RuleStep["trace"]["source"] }): boolean {
    const { start, end } = this.source.spanOf(setting, setting.valueSpan);
    return source.text !== setting.text || source.source.start !== start || source.source.end !== end;
  }

  /** The value in effect when it differs from the written one: the device has it, or a rule sets it. Masked. */
  replacement(setting: Setting): string | undefined {
    if (!this.#counts(setting)) return undefined;
    const { name, text } = setting;
    const value = this.run.inEffect(name);
    return value === undefined || value === (text === '""' ? "" : text) ? undefined : this.showing.value(name, value);
  }

  /** Masked. */
  reportOf(step: RuleStep): RuleReport {
    let report = this.#reports.get(step);
    if (!report) {
      report = ruleReport(step, this.showing, this.source.catalogue);
      this.#reports.set(step, report);
    }
    return report;
  }

  #counts(setting: Setting): boolean {
    return setting.path === "" && settingOf(this.source.document, setting.name) === setting;
  }
}
