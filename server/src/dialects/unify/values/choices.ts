import * as l10n from "@vscode/l10n";
import { nearestAlone } from "../../../text/nearest";
import { readBool } from "../../../values/bool";
import { choice as shared } from "../../../values/choice";
import { whole } from "../../../values/number";
import type { ValueType } from "../../../values/valueType";
import { judged, notOfType, severityBy } from "./judged";

/** One of a closed list. */
export const choice: ValueType = judged(shared, (text, { options, parameter }) => {
  if (options.length === 0 || options.includes(text)) return [];
  const near =
    options.find((option) => option.toLowerCase() === text.toLowerCase()) ??
    (/^[\d.+-]+$/.test(text) ? undefined : nearestAlone(text, options));
  return [
    {
      code: "value/not-an-option",
      severity: severityBy(parameter.optionsBasis),
      message:
        near === undefined
          ? l10n.t("`{0}` is not one of {1}.", text, options.join(", "))
          : l10n.t("Unknown option `{0}`. Did you mean `{1}`?", text, near),
      span: whole(text),
      ...(near !== undefined && {
        fixes: [{ title: l10n.t("Replace with `{0}`", near), edits: [{ span: whole(text), text: near }] }],
      }),
    },
  ];
});

/** The number of a key's function. The list is not complete, so that other numbers are not judged. */
export const keyFunction: ValueType = judged({ ...shared, id: "KeyFunction" }, (text, at) =>
  /^\d{1,3}$/.test(text)
    ? []
    : [
        {
          ...notOfType(text, at, l10n.t("`{0}` is not the number of a function, such as `59`.", text)),
          severity: "error",
        },
      ],
);

/** `true` or `false`. */
export const flag: ValueType = judged({
  id: "Flag",
  check(text, at) {
    if (text === "true" || text === "false") return [];
    const read = readBool(text);
    const message = l10n.t("`{0}` is not `true` or `false`.", text);
    return [notOfType(text, at, message, read === undefined ? undefined : String(read))];
  },
  complete: (text, _offset, at) =>
    ["true", "false"].map((label) => ({
      label,
      kind: "value",
      replace: whole(text),
      ...(label === at.default && { rank: 10, detail: l10n.t("default") }),
    })),
  tokens: (text) => [{ span: whole(text), kind: "keyword" }],
});
