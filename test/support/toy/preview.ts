import * as l10n from "@vscode/l10n";
import { completeDevice, type Device, macDigits } from "../../../server/src/devices/device";
import type { Preview, PreviewSource } from "../../../server/src/preview/preview";
import { type DeviceReport, emptyReport, type RuleReport } from "../../../server/src/preview/report";
import type { ProfileDocument } from "../../../server/src/profile/profileDocument";
import type { Setting } from "../../../server/src/profile/setting";
import type { Catalogue } from "../../../server/src/schema/catalogue";
import { covered } from "../../../server/src/secrets/mask";
import { shownValue } from "../../../server/src/secrets/shownValue";
import { codeSpan } from "../../../server/src/text/markdown";
import { type Span, shift } from "../../../server/src/text/span";
import { macrosIn } from "./macros";
import { secrets } from "./secrets";

// The phone reads its file when it starts, and then the file of NEXTFILE; at POLLHOUR it fetches that one again.

const rule = "NEXTFILE";

type Source = Pick<PreviewSource, "document" | "catalogue">;

function inEffect(document: ProfileDocument, name: string): Setting | undefined {
  return document.profiles[0]?.inEffect(name);
}

/** What `%NAME%` becomes: dots for a secret, itself when nothing is known of it. */
function macroValue(name: string, { document, catalogue }: Source, device: Device): string | undefined {
  if (name === "MAC") return macDigits(device.mac);
  const setting = inEffect(document, catalogue.spelling(name));
  if (!setting || setting.templated) return undefined;
  return shownValue(setting, secrets, catalogue);
}

function expanded(text: string, source: Source, device: Device): string {
  let out = "";
  let at = 0;
  for (const { name, span } of macrosIn(text)) {
    out += text.slice(at, span.start) + (macroValue(name, source, device) ?? text.slice(span.start, span.end));
    at = span.end;
  }
  return secrets.shown(out + text.slice(at));
}

function spanOf(document: ProfileDocument, setting: Setting): Span {
  return document.inFile(setting.segment, setting.valueSpan);
}

function ruleReport(source: Source, device: Device): RuleReport | undefined {
  const setting = inEffect(source.document, rule);
  if (!setting || setting.templated) return undefined;
  const span = spanOf(source.document, setting);
  const typed = shownValue(setting, secrets, source.catalogue);
  const url = expanded(typed, source, device);
  const whole = { span, fate: "taken", comparisons: [], skipped: [], assignments: [], options: [] } as const;
  return {
    ...{
      parameter: rule,
      kind: "profile",
      group: "profile",
      span,
      typed,
      expanded: url,
      unusable: false,
      problems: [],
    },
    ...(setting.isEmpty
      ? { skipped: "empty", alternatives: [], taken: 0 }
      : { alternatives: [{ ...whole, typedUrl: typed, url, urlSpan: span }], taken: 1, fetches: url }),
  };
}

function report(source: Source, given: Device): DeviceReport {
  const device = completeDevice(given, source.catalogue);
  const found = ruleReport(source, device);
  const poll = inEffect(source.document, "POLLHOUR");
  const hour = poll && !poll.templated && /^\d{1,2}$/.test(poll.text) ? Number(poll.text) : undefined;
  const macros: Record<string, string> = {};
  const mac = macDigits(device.mac);
  if (mac !== undefined) macros.MAC = mac;
  const empty = emptyReport(device);
  return {
    ...empty,
    rules: found ? [found] : [],
    timeline: {
      ...empty.timeline,
      daily:
        hour !== undefined && hour < 24 && found?.fetches !== undefined
          ? {
              kind: "poll",
              parameter: "POLLHOUR",
              reason: l10n.t("every day"),
              earliest: hour * 3600,
              latest: hour * 3600,
            }
          : undefined,
    },
    macros,
  };
}

function samples(catalogue: Catalogue): readonly Device[] {
  return catalogue.families.flatMap((family, i) =>
    family.models.map(({ model }) => ({
      ...{ id: model, label: `Acme ${model}`, family: family.id, model, firmware: family.sample?.firmware ?? "2.1" },
      mac: `00:00:5e:00:54:0${i + 1}`,
    })),
  );
}

function typicalDevice({ catalogue, device }: Pick<PreviewSource, "catalogue" | "device">): Device {
  const all = samples(catalogue);
  const found = all.find(({ family }) => family === device.family) ?? all[0] ?? { id: "sample" };
  return { ...found, ...(device.model !== undefined && { model: device.model }) };
}

export const preview: Preview = {
  ruleNames: [rule],
  samples,
  typicalDevice,
  report,
  templatedRules: (document) =>
    inEffect(document, rule)?.templated ? [{ parameter: rule, kind: "profile", group: "profile" }] : [],
  run(source, given) {
    const device = completeDevice(given, source.catalogue);
    const result = (setting: Setting) => {
      const text = shownValue(setting, secrets, source.catalogue);
      const url = setting.name === rule && !setting.templated ? expanded(text, source, device) : text;
      return url === text ? undefined : url;
    };
    return {
      name: device.label ?? device.id,
      resultOf: (setting) => {
        const url = result(setting);
        return url === undefined ? undefined : l10n.t("Fetches {0}", codeSpan(url));
      },
      hintOf: result,
      expandedText: () => expandedText(source, device),
    };
  },
  partAt(source, setting, offset, run) {
    const { start } = source.document.inFile(setting.segment, { start: 0, end: 0 });
    const at = setting.value.fromSource(offset - start);
    const macro =
      at === undefined ? undefined : macrosIn(setting.text).find(({ span }) => at >= span.start && at <= span.end);
    if (!macro) return undefined;
    const text = run ? l10n.t("Value of `{0}`", macro.name) : l10n.t("Name of a setting");
    return { span: shift(setting.value.toSource(macro.span), start), text };
  },
  deviceFromUserAgent(text) {
    const match = /^Acme ([DW]\d{3})\/(\d+\.\d+) \(([0-9a-f]{12})\)$/i.exec(text);
    const [, model, firmware, mac] = match ?? [];
    if (model === undefined || firmware === undefined || mac === undefined) return undefined;
    return { id: mac.toLowerCase(), model, firmware, mac };
  },
  deviceFromDump: () => undefined,
};

/** The file with the URL that the phone fetches, and without its secrets. */
function expandedText(source: PreviewSource, device: Device): string {
  const { text, document } = source;
  const setting = inEffect(document, rule);
  const secretSpans = source.secretSpans();
  const shown = (start: number, end: number) => covered(text, { start, end }, secretSpans);
  if (!setting || setting.templated || setting.isEmpty) return shown(0, text.length);
  const { start, end } = spanOf(document, setting);
  return (
    shown(0, start) + expanded(shownValue(setting, secrets, source.catalogue), source, device) + shown(end, text.length)
  );
}
