import * as l10n from "@vscode/l10n";
import { type Check, type Interest, type SharedCheck, withExamples } from "../../../checks/check";
import { unknownName as unknownNameInterest } from "../../../checks/unknownName";
import { unknownParameter } from "../../../checks/unknownParameter";
import { type Setting, settingCount } from "../../../profile/setting";
import type { Catalogue } from "../../../schema/catalogue";
import { isDeviceFile } from "../files";
import { withoutNumber } from "../numberedName";
import { keyOfOtherUnit } from "../tones/keys";
import { isTonePath } from "../tones/sections";
import { toneSections } from "../tones/tone";

/** Columns have a check of their own, which reports once for all rows. */
const unknownSetting: Interest = {
  ...unknownNameInterest,
  setting: ({ hasName, templated }) => hasName && !templated,
};

export const unknownName: Check = withExamples<SharedCheck>(
  {
    ...unknownParameter,
    profile: (profile, context) =>
      unknownParameter.profile?.(profile, {
        ...context,
        *select(each) {
          for (const setting of context.select(each, unknownSetting))
            if (!isElsewhere(setting, context.catalogue)) yield setting;
        },
      }),
  },
  { bad: "EnableSyslogg = 1\n", good: "EnableSyslog = 1\n" },
);

/** A name that is known in its way, or that another check reports. */
function isElsewhere({ name, path }: Setting, catalogue: Catalogue): boolean {
  return (
    catalogue.hasSection(name) ||
    isNumbered(name, catalogue) ||
    (isTonePath(path) && keyOfOtherUnit(name, path, catalogue) !== undefined)
  );
}

/** Any parameter may be given for one trunk or port, by its number: `PROTOCOLTYPE_0`. */
function isNumbered(name: string, catalogue: Catalogue): boolean {
  const base = withoutNumber(name);
  return base !== name && (catalogue.has(base) || catalogue.hasSection(base));
}

/** Settings of one name that are reported at most. */
const maxOfOneName = 100;

/** A setting that the file has twice. */
export const duplicate: Check = {
  code: "parameter/duplicate",
  severity: "warning",
  title: "Parameter set twice",
  docs: "Two settings of one name have different values. The device takes one of them, as far as is known the last one. Parameters that repeat on purpose, such as `ProxyIP` and rows of tables on one line, are not reported.",
  examples: [{ bad: "EnableSyslog = 0\nEnableSyslog = 1\n", good: "EnableSyslog = 1\n" }],
  profile(profile, { catalogue, report, write }) {
    if (profile.hasTemplate) return;
    for (const settings of profile.repeated()) {
      const [first] = settings;
      const last = settings.at(-1);
      if (!first || !last || !first.hasName || first.path !== "" || isRepeatable(first, catalogue)) continue;
      for (const setting of settings.slice(0, maxOfOneName)) {
        if (setting === last || setting.text === last.text || setting.templated) continue;
        report(setting, {
          message: l10n.t("`{0}` is set again later. The device takes only one of the values.", setting.writtenName),
          unnecessary: true,
          related: [{ segment: last.segment, span: last.nameSpan, message: l10n.t("Last value") }],
          fixes: [{ title: l10n.t("Remove the earlier setting"), edits: write.remove(setting) }],
        });
      }
    }
  },
};

function isRepeatable({ name }: Setting, catalogue: Catalogue): boolean {
  return catalogue.findPattern(name)?.parameter.role === "repeated-row";
}

/** The name of the file itself. */
export const fileName: Check = {
  code: "file/name",
  severity: "warning",
  title: "File name with a hyphen or a space",
  docs: "The name of an ini file must not have a hyphen or a space: the device does not load it. Use an underscore. Names that devices are not given, such as those of samples and sources, are an information: a copy may have another name. Files of tones are not reported, as devices load what the converter makes of them.",
  examples: [
    {
      bad: "EnableSyslog = 1\n",
      good: "; nothing is set\n",
      folder: { own: "mp-118.ini" },
    },
  ],
  document(document, { neighbors, report }) {
    const name = neighbors?.own;
    const [segment] = document.segments;
    if (
      name === undefined ||
      !segment ||
      !/\.ini$/i.test(name) ||
      !/[ -]/.test(name) ||
      !document.segments.some((each) => settingCount(each) > 0) ||
      toneSections(document).length > 0
    )
      return;
    const end = /^[^\r\n]*/.exec(segment.text)?.[0].length ?? 0;
    report(segment, {
      span: { start: 0, end },
      ...(!isDeviceFile(name) && { severity: "info" as const }),
      message: l10n.t(
        "The file name `{0}` has a hyphen or a space. The device does not load it. Use `{1}`.",
        name,
        name.replace(/[ -]/g, "_"),
      ),
    });
  },
};

/** The last line has no line end. */
export const finalNewline: Check = {
  code: "file/final-newline",
  severity: "warning",
  title: "Last line without a line end",
  docs: "An ini file ends with a line end. Without it the device may not read the last line.",
  examples: [{ bad: "EnableSyslog = 1", good: "EnableSyslog = 1\n" }],
  document(document, { report }) {
    const segment = document.segments.at(-1);
    if (!segment || /[\r\n]$/.test(segment.text) || segment.text.trim() === "" || document.hasTemplate) return;
    // Remarks and line ends of sections may be lost.
    const line = segment.text.slice(Math.max(segment.text.lastIndexOf("\n"), segment.text.lastIndexOf("\r")) + 1);
    if (line.trim() === "" || /^\s*[;#]/.test(line)) return;
    const end = segment.text.length;
    report(segment, {
      span: { start: end - line.length, end },
      message: l10n.t("The last line has no line end. The device may not read it."),
      fixes: [{ title: l10n.t("Insert a line end"), edits: [{ span: { start: end, end }, text: "\n" }] }],
    });
  },
};
