import * as l10n from "@vscode/l10n";
import type { Device } from "../../../devices/device";
import { sampleDevices, typicalSample } from "../../../devices/samples";
import type { Preview, PreviewRun, PreviewSource } from "../../../preview/preview";
import type { Setting } from "../../../profile/setting";
import type { Catalogue } from "../../../schema/catalogue";
import { codeSpan } from "../../../text/markdown";
import { programOf } from "../flow/program";
import { secrets } from "../secrets";
import { write } from "../write";
import { endValues } from "./endValues";
import { fleet } from "./fleet";
import { reportOf, shownText } from "./report";
import { ScriptRun } from "./scriptRun";

/** What phones do with scripts: files, settings with their history, software. */
export const preview: Preview = {
  ruleNames: [],
  samples,
  typicalDevice: ({ catalogue, device }) => typicalSample(samples(catalogue), device),
  report: (source, device) => reportOf(new ScriptRun(source, device)),
  endValues,
  fleet,
  templatedRules: () => [],
  run: (source, device) => new AvayaPreviewRun(source, device),
  partAt: () => undefined,
  deviceFromUserAgent(text) {
    const [, model, firmware, mac] = /\bAVAYA\/([A-Z]\d{3})-(\d+(?:\.\d+)+)\s+\(MAC:([0-9a-f]{12})\)/i.exec(text) ?? [];
    if (model === undefined || firmware === undefined || mac === undefined) return undefined;
    return { id: mac.toLowerCase(), model, firmware, mac };
  },
  deviceFromDump: () => undefined,
};

/** One phone for each model, of a group that nothing was set for. */
function samples(catalogue: Catalogue): readonly Device[] {
  const phones = sampleDevices(catalogue, (model) => ({ id: `sample-${model.toLowerCase()}`, label: model }));
  return phones.map((phone) => ({ ...phone, settings: { GROUP: "0" } }));
}

class AvayaPreviewRun implements PreviewRun {
  readonly #run: ScriptRun;

  constructor(source: PreviewSource, device: Device) {
    this.#run = new ScriptRun(source, device);
  }

  get name(): string {
    return this.#run.device.label ?? this.#run.device.id;
  }

  resultOf(setting: Setting): string | undefined {
    const words = this.#words(setting, codeSpan);
    return words === undefined ? undefined : l10n.t("On {0}: {1}", this.name, words);
  }

  hintOf(setting: Setting): string | undefined {
    return this.#words(setting, (text) => text);
  }

  #words(setting: Setting, quote: (text: string) => string): string | undefined {
    const value = this.#run.outcome.settings.get(setting.name);
    switch (this.#run.fateOf(setting)) {
      case "skipped":
        return l10n.t("not reached");
      case "replaced":
        return value && l10n.t("replaced by {0}", quote(shownText(value, this.#run.source.catalogue)));
      case "perhaps":
        return l10n.t("unknown");
      default:
        return undefined;
    }
  }

  /** The settings that the phone ends up with, in the order in which they were set last. */
  expandedText(): string {
    const { outcome, source } = this.#run;
    const files = outcome.asked.map(({ name, answer }) =>
      answer === "file" ? secrets.shown(name) || l10n.t("this file") : `${secrets.shown(name)} (${answer})`,
    );
    const lines = [`## ${this.name}`, `## ${files.join(", ")}`];
    for (const [name, value] of outcome.settings) {
      const line = write.element(name, shownText(value, source.catalogue));
      lines.push(value.others ? `## ${l10n.t("unknown")}: ${line}` : line);
    }
    return programOf(source.document).steps.length === 0 ? "" : `${lines.join("\n")}\n`;
  }
}
