import * as l10n from "@vscode/l10n";
import { whole } from "../../../values/number";
import type { ValueType } from "../../../values/valueType";
import { isUnjudged, notOfType, overLength, partsOf, replaceWith, severityBy } from "./problems";

/** Any text. */
export const str: ValueType = {
  id: "Str",
  check: (text, at) => overLength(text, at),
};

/** Digits alone. */
export const digits: ValueType = {
  id: "Digits",
  check(text, at) {
    const long = overLength(text, at);
    if (long.length > 0 || /^\d*$/.test(text) || isUnjudged(text)) return long;
    return [notOfType(text, at, l10n.t("The value has other characters than digits. The phone ignores it."))];
  },
  tokens: (text) => [{ span: whole(text), kind: "number" }],
};

/** A file of the file server; it may be in a folder of it. */
export const fileName: ValueType = {
  id: "FileName",
  check: (text, at) => overLength(text, at),
  links: (text) => (/^[\w.-]+$/.test(text) ? [{ span: whole(text), target: text }] : []),
  tokens: (text) => [{ span: whole(text), kind: "string" }],
};

/** A folder of the file server. */
export const path: ValueType = {
  id: "Path",
  check(text, at) {
    if (!/\s/.test(text)) return overLength(text, at);
    return [notOfType(text, at, l10n.t("A folder name cannot have spaces. The phone finds no file in it."))];
  },
  tokens: (text) => [{ span: whole(text), kind: "string" }],
};

/** Words, apart by commas. */
export const list: ValueType = {
  id: "List",
  check: (text, at) => overLength(text, at),
  tokens: (text) =>
    partsOf(text, ",").flatMap(({ span }) => (span.end > span.start ? [{ span, kind: "string" as const }] : [])),
};

/** A URL with its scheme. Names of files and addresses of users are taken too, as guides print both. */
export const url: ValueType = {
  id: "URL",
  check(text, at) {
    const slashes = /^(https?|ftp|tftp):(\/?)(?!\/)(?=\S)/i.exec(text);
    if (!slashes || isUnjudged(slashes[0])) return overLength(text, at);
    const span = { start: 0, end: slashes[0].length };
    return [
      {
        code: "value/bad-url",
        severity: severityBy(at.parameter.typeBasis),
        message: l10n.t("`{0}` lacks `//` after its scheme. The phone fetches nothing.", slashes[0]),
        span,
        ...replaceWith(span, `${slashes[1]}://`),
      },
    ];
  },
  links: (text) => (/^https?:\/\/[^\s$]+$/i.test(text) ? [{ span: whole(text), target: text }] : []),
  tokens: (text) => [{ span: whole(text), kind: "string" }],
};
