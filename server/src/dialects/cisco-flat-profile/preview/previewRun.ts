import type { Device } from "../../../devices/device";
import type { PreviewRun, PreviewSource } from "../../../preview/preview";
import type { Setting } from "../../../profile/setting";
import { expandedText } from "./expandedProfile";
import { PhoneRun } from "./phoneRun";
import { ruleResult, ruleVerdict } from "./previewWords";

/** What one version of a file makes the device do that a person chose. */
export class CiscoPreviewRun implements PreviewRun {
  readonly phone: PhoneRun;

  constructor(source: PreviewSource, device: Device) {
    this.phone = new PhoneRun(source, device);
  }

  get name(): string {
    return this.phone.name;
  }

  resultOf(setting: Setting): string | undefined {
    return ruleResult(setting, this.phone);
  }

  hintOf(setting: Setting): string | undefined {
    const step = this.phone.stepOf(setting);
    return step ? ruleVerdict(this.phone.reportOf(step))?.words : this.phone.replacement(setting);
  }

  expandedText(): string {
    return expandedText(this.phone);
  }
}
