import * as l10n from "@vscode/l10n";
import type { Check } from "../../../checks/check";
import type { Setting } from "../../../profile/setting";
import type { Catalogue } from "../../../schema/catalogue";
import { lineEndOf } from "../../../text/lineEnd";
import type { Span } from "../../../text/span";
import { isIpv4 } from "../../../values/address";
import { badHost } from "../../../values/pages";
import { withoutNumber } from "../numberedName";
import { isRelease, releaseOf } from "../release";

/** Types of values that have single quotes. */
const quotedTypes = new Set(["FileName", "UpdateTime"]);

export const needsQuotes: Check = {
  code: "value/needs-quotes",
  severity: "error",
  title: "Time or file name without single quotes",
  docs: "The time of an update and names of files are in single quotes. Without them the device may not take the value. For names of files manuals ask for that from 5.8 on, and older devices took them without: it is a warning, an error only where the software is known to be 5.8 or newer, and nothing where it is older.",
  examples: [
    { bad: "AutoUpdatePredefinedTime = 18:00\n", good: "AutoUpdatePredefinedTime = '18:00'\n" },
    { bad: "CallProgressTonesFilename = usa.dat\n", good: "CallProgressTonesFilename = 'usa.dat'\n" },
  ],
  forName: ({ path }, { effective }) => path === "" && quotedTypes.has(effective?.parameter.type ?? ""),
  setting(setting, { effective }, { device, report }) {
    const { start, end } = writtenSpan(setting);
    const written = setting.segment.text.slice(start, end);
    if (setting.isEmpty || setting.templated || /^'[^']*'$/.test(written)) return;
    const isFile = effective?.parameter.type === "FileName";
    const firmware = device.certainty === "stated" ? device.firmware : undefined;
    const isKnown = releaseOf(firmware) !== undefined;
    const isNew = isRelease(firmware, 5, 80);
    if (isFile && isKnown && !isNew) return;
    const quoted = `'${written.replace(/["']/g, "")}'`;
    report({
      span: { start, end },
      ...(isFile && !isNew && { severity: "warning" as const }),
      message: l10n.t("The value needs single quotes: `{0}`.", quoted),
      fixes: [
        { title: l10n.t("Put it in single quotes"), edits: [{ span: { start, end }, text: quoted }], safe: true },
      ],
    });
  },
};

/** Of a value with its quotes, without a remark after it. */
function writtenSpan({ segment, parts: { valueStart, valueEnd } }: Setting): Span {
  return { start: valueStart, end: remarkStart(segment.text, valueStart, valueEnd) ?? valueEnd };
}

/** Where a remark after a value begins, or a semicolon alone. In quotes it is a part of the value. */
function remarkStart(text: string, from: number, to: number): number | undefined {
  let quote = "";
  for (let i = from; i < to; i++) {
    const mark = text.charAt(i);
    if (quote !== "") quote = mark === quote ? "" : quote;
    else if (mark === "'" || mark === '"') quote = mark;
    else if (mark === ";" && (i === to - 1 || /[ \t'"]/.test(text.charAt(i - 1))))
      return from + text.slice(from, i).trimEnd().length;
  }
  return undefined;
}

/** `PREFIX` and `TrunkGroup_1` are rows of tables on one line. */
function isRow(name: string, catalogue: Catalogue): boolean {
  return catalogue.hasSection(name) || catalogue.hasSection(withoutNumber(name));
}

const remark: Check = {
  code: "value/remark",
  severity: "warning",
  title: "Remark or semicolon after a value",
  docs: "A remark is a line that begins with `;`, and of all lines only rows and FORMAT lines end with one. Manuals know neither after a value: the device may take it as a part of the value. Move a remark to a line of its own.",
  examples: [
    { bad: "NTPServerIP = 192.0.2.1 ; main site\n", good: "; main site\nNTPServerIP = 192.0.2.1\n" },
    { bad: "NTPServerIP = 192.0.2.1;\n", good: "NTPServerIP = 192.0.2.1\n" },
  ],
  forName: ({ path }) => path === "",
  setting({ name, segment, parts, hasName, templated }, _, { catalogue, report }) {
    // A table on one line may end as its rows do.
    if (!hasName || templated || isRow(name, catalogue)) return;
    const at = remarkStart(segment.text, parts.valueStart, parts.valueEnd);
    if (at === undefined || at === parts.valueStart) return;
    const words = segment.text.slice(at, parts.valueEnd).trim();
    // A list with a semicolon is a row whose start is wrong.
    if (words === ";" && segment.text.slice(parts.valueStart, at).includes(",")) return;
    const rest = { span: { start: at, end: parts.valueEnd }, text: "" };
    report({
      span: { start: parts.valueEnd - words.length, end: parts.valueEnd },
      message:
        words === ";"
          ? l10n.t("Only rows and FORMAT lines end with `;`. The device may take it as a part of the value.")
          : l10n.t("A remark needs a line of its own. The device may take it as a part of the value."),
      fixes: [
        words === ";"
          ? { title: l10n.t("Remove `{0}`", ";"), edits: [rest] }
          : {
              title: l10n.t("Move the remark to a line of its own"),
              edits: [
                { span: { start: parts.start, end: parts.start }, text: `${words}${lineEndOf(segment.text)}` },
                rest,
              ],
            },
      ],
    });
  },
};

/** Names of settings and columns whose value is a host. */
const hostName = /(?:IP|IP_?Addr(?:ess)?|Address|Mask|Gateway|GW|Server)$/i;

const address: Check = {
  ...badHost,
  examples: [{ bad: "NTPServerIP = 192.0.2.300\n", good: "NTPServerIP = 192.0.2.30\n" }],
  forName: ({ name }) => hostName.test(name),
  setting(setting, { effective }, { report }) {
    if (setting.templated || effective?.parameter.type !== "Str") return;
    // A name is not only numbers, and what has one dot may be something else.
    const typed = /^(\d+(?:\.\d+){2,4})(?::\d+)?$/.exec(setting.text)?.[1];
    if (typed === undefined || isIpv4(typed)) return;
    report({
      span: setting.valueSpan,
      message: l10n.t("`{0}` is not a valid IPv4 address. Each number must be 0 to 255.", typed),
    });
  },
};

/** Hours that are surely meant where the unit is seconds: no zone is so few seconds from UTC. */
const maxHours = 14;

export const hoursInSeconds: Check = {
  code: "value/unit",
  severity: "warning",
  title: "Number in another unit",
  docs: "The value has a unit, or is surely a number of another unit: `NTPServerUTCOffset` counts seconds in the ini file, although the web page asks for hours.",
  examples: [
    { bad: "NTPServerUTCOffset = 2\n", good: "NTPServerUTCOffset = 7200\n" },
    { bad: "AutoUpdateFrequency = 60 min\n", good: "AutoUpdateFrequency = 60\n" },
  ],
  forName: ({ name }) => /^NTPServerUTCOffset$/i.test(name),
  setting(setting, _, { write, report }) {
    const hours = /^[+-]?\d{1,2}$/.test(setting.text) ? Number(setting.text) : 0;
    if (hours === 0 || Math.abs(hours) > maxHours) return;
    const seconds = String(hours * 3600);
    report({
      span: setting.valueSpan,
      message: l10n.t("The unit is seconds. Did you mean {0} hours, `{1}`?", hours, seconds),
      fixes: [{ title: l10n.t("Replace with `{0}`", seconds), edits: write.setValue(setting, seconds) }],
    });
  },
};

export const multipleOfTen: Check = {
  code: "value/not-multiple-of-ten",
  severity: "warning",
  title: "First port that is not a multiple of 10",
  docs: "Each channel takes a block of ten UDP ports from `BaseUDPPort` on. The device reports another number as an invalid local RTP port.",
  examples: [{ bad: "BaseUDPPort = 6005\n", good: "BaseUDPPort = 6010\n" }],
  forName: ({ name }) => /^BaseUDPPort$/i.test(name),
  setting(setting, _, { write, report }) {
    const port = /^\d{1,5}$/.test(setting.text) ? Number(setting.text) : 0;
    if (port % 10 === 0) return;
    const near = String(Math.round(port / 10) * 10);
    report({
      span: setting.valueSpan,
      message: l10n.t("`{0}` is not a multiple of 10. Each channel takes ten ports.", setting.text),
      fixes: [{ title: l10n.t("Replace with `{0}`", near), edits: write.setValue(setting, near) }],
    });
  },
};

export const hookFlashNoEffect: Check = {
  code: "value/no-effect",
  severity: "info",
  title: "Setting for hook-flash without effect",
  docs: "On FXS lines `HookFlashOption` has no effect while `EnableHold` is 1, its default: the device handles hook-flash itself.",
  examples: [{ bad: "HookFlashOption = 1\nEnableHold = 1\n", good: "HookFlashOption = 1\nEnableHold = 0\n" }],
  profile(profile, { report }) {
    const option = profile.inEffect("HookFlashOption");
    const other = profile.inEffect("EnableHold");
    if (!option || option.templated || !/^[1-9]$/.test(option.text) || other?.templated) return;
    // A file without it may be a part of the settings.
    if (other?.text !== "1") return;
    report(option, {
      message: l10n.t("On FXS lines `{0}` has no effect while `{1}` is 1.", option.name, other.name),
      related: [{ segment: other.segment, span: other.span, message: l10n.t("`{0}` is 1", other.name) }],
    });
  },
};

export const valueChecks: readonly Check[] = [
  needsQuotes,
  remark,
  address,
  hoursInSeconds,
  multipleOfTen,
  hookFlashNoEffect,
];
