import * as l10n from "@vscode/l10n";
import type { Problem } from "../../../text/span";
import { whole } from "../../../values/number";
import { url as sharedUrl } from "../../../values/url";
import type { ValueType } from "../../../values/valueType";
import { overLength, replaceWith } from "./problems";

/** Any text. */
export const str: ValueType = { id: "Str", check: (text, at) => overLength(text, at) };

/** A file, by its name. */
export const fileName: ValueType = {
  id: "FileName",
  check: (text, at) => overLength(text, at),
  tokens: (text) => [{ span: whole(text), kind: "string" }],
};

// time = "'" hh ":" mm "'"

/** The time of day of the update. */
export const updateTime: ValueType = {
  id: "UpdateTime",
  check(text) {
    if (/^(?:[01]\d|2[0-3]):[0-5]\d$/.test(text)) return [];
    const short = /^(\d):([0-5]\d)$/.exec(text);
    return [
      {
        ...{ code: "update/time-form", severity: "error", span: whole(text) },
        message: l10n.t("`{0}` is not a time from 00:00 to 23:59. The device does not update.", text),
        ...(short && replaceWith(whole(text), `0${text}`)),
      },
    ];
  },
  describe: (text) => (/^\d\d:\d\d$/.test(text) ? l10n.t("every day at {0}, within five minutes", text) : undefined),
  tokens: (text) => [{ span: whole(text), kind: "number" }],
};

// url = scheme "://" [user ":" password "@"] host "/" path ; <MAC> is replaced

/** Schemes that devices fetch files with. */
const schemes = ["http", "https", "ftp", "ftps", "nfs", "tftp"];

/** How other systems write the MAC address of a device. */
const foreignMac =
  /<mac>|<Mac>|\$MAC?U?\b|\$MACADDR(?:_UPPER)?\b|\$\(MA[UC]?\)|\{\{?\s*(?:mac|MAC)\s*\}?\}|%MAC%|\[MAC\]|<MAC[ _-]?(?:address|addr)>/i;

/** Where a file is fetched. */
export const url: ValueType = {
  id: "Url",
  check(text, at) {
    const problems: Problem[] = [];
    const scheme = /^([A-Za-z][\w+.-]*):/.exec(text)?.[1];
    const isKnown = scheme !== undefined && schemes.includes(scheme.toLowerCase());
    if (!isKnown)
      problems.push({
        ...{ code: "update/url-scheme", severity: "error" },
        span: scheme === undefined ? whole(text) : { start: 0, end: scheme.length },
        message:
          scheme === undefined
            ? l10n.t("The URL has no scheme. Use {0}.", "http, https, ftp, nfs")
            : l10n.t("Devices do not fetch files by `{0}`. Use {1}.", scheme, "http, https, ftp, nfs"),
      });
    else problems.push(...sharedUrl.check(text, at));
    const { maxLength, legacyMaxLength } = at.parameter;
    const limit = isOldRelease(at.device.firmware) ? (legacyMaxLength ?? maxLength) : maxLength;
    if (limit !== undefined && text.length > limit)
      problems.push({
        ...{ code: "update/url-length", severity: "warning", span: { start: limit, end: text.length } },
        message: l10n.t("Too long: {0} of {1} characters. The device does not fetch the file.", text.length, limit),
      });
    const mac = foreignMac.exec(text);
    if (mac && mac[0] !== "<MAC>") {
      const span = { start: mac.index, end: mac.index + mac[0].length };
      problems.push({
        ...{ code: "update/mac-placeholder", severity: "warning", span },
        message: l10n.t("Devices replace only `<MAC>`. They ask for `{0}` as it is written.", mac[0]),
        ...replaceWith(span, "<MAC>"),
      });
    }
    return problems;
  },
  complete(text, offset) {
    const before = /<\w*$/.exec(text.slice(0, offset))?.[0];
    if (before === undefined) return [];
    const end = offset + (/^\w*>?/.exec(text.slice(offset))?.[0].length ?? 0);
    return [
      {
        ...{ label: "<MAC>", kind: "macro", replace: { start: offset - before.length, end } },
        detail: l10n.t("MAC address of the device"),
      },
    ];
  },
  tokens(text) {
    const at = text.indexOf("<MAC>");
    if (at < 0) return [{ span: whole(text), kind: "string" }];
    const parts = [
      { span: { start: 0, end: at }, kind: "string" as const },
      { span: { start: at, end: at + 5 }, kind: "macro" as const },
      { span: { start: at + 5, end: text.length }, kind: "string" as const },
    ];
    return parts.filter(({ span }) => span.end > span.start);
  },
  links: (text, at) => (text.includes("<") ? [] : (sharedUrl.links?.(text, at) ?? [])),
};

/** 5.x */
export function isOldRelease(firmware: string | undefined): boolean {
  return firmware !== undefined && /^[1-5]\./.test(firmware);
}
