import * as l10n from "@vscode/l10n";
import type { EffectiveParameter } from "../../../schema/model";
import { nearest } from "../../../text/nearest";
import type { Problem } from "../../../text/span";
import type { Suggestion, ValueType } from "../../../values/valueType";
import { isUnjudged, replaceWith } from "./problems";
import { fieldAt, fieldValue, type RecordRead, recordsOf, recordTokens } from "./records";

// softkey = "type=" type [";action=" action] [";label=" label] ; type = "dtmf" / "dial" / "function" / "blank"

const fieldNames = ["type", "action", "label", "attr1"];
const types = ["dtmf", "dial", "function", "blank"];
/** Characters that a phone shows. */
const maxLabel = 8;
const maxDigits = 32;

/** Softkeys of one state of the phone. */
export const softkeyRecords: ValueType = {
  id: "SoftkeyRecords",
  check(text, at) {
    if (isUnjudged(text)) return [];
    return recordsOf(text).flatMap((record) => checkRecord(record, at));
  },
  describe(text) {
    return recordsOf(text)
      .map((record, i) => l10n.t("{0}. {1}", i + 1, inWords(record)))
      .join("\n\n");
  },
  complete(text, offset, at) {
    if (text === "")
      return [
        snippet("type=dial;action=$1;label=$2", l10n.t("Dials a number")),
        snippet("type=dtmf;action=$1;label=$2", l10n.t("Sends keys in a call")),
        snippet("type=function;action=$1;label=$2", l10n.t("Function of the phone")),
        snippet("type=blank", l10n.t("Empty key")),
      ];
    const { name, replace } = fieldAt(text, offset);
    const words = (labels: readonly string[], insert = (label: string) => label) =>
      labels.map((label): Suggestion => ({ label, insert: insert(label), kind: "keyword", replace }));
    if (name === undefined)
      return words(fieldNames, (label) => `${label}=`.slice(0, text[replace.end] === "=" ? -1 : undefined));
    if (name === "type") return words(types);
    return name === "action" ? words(at.parameter.options ?? []) : [];
  },
  tokens: recordTokens,
};

export function snippet(insert: string, detail: string): Suggestion {
  return { label: insert.replace(/\$\d/g, "…"), insert, detail, kind: "snippet", replace: { start: 0, end: 0 } };
}

function checkRecord(record: RecordRead, at: EffectiveParameter): Problem[] {
  const problems = record.fields.flatMap(({ name, nameSpan }): Problem[] => {
    if (fieldNames.includes(name)) return [];
    const near = nearest(name, fieldNames);
    return [
      {
        code: "softkey/unknown-field",
        severity: "warning",
        message:
          near === undefined
            ? l10n.t("Unknown part `{0}`. A softkey has `type`, `action` and `label`.", name)
            : l10n.t("Unknown part `{0}`. Did you mean `{1}`?", name, near),
        span: nameSpan,
        ...(near !== undefined && replaceWith(nameSpan, near)),
      },
    ];
  });
  const [type, action, label] = ["type", "action", "label"].map((name) => fieldValue(record, name));
  const kind = type?.text.toLowerCase() ?? "";
  if (problems.length === 0 && !type)
    problems.push({
      code: "softkey/no-type",
      severity: "warning",
      message: l10n.t("The softkey has no `type=`. The phone ignores it."),
      span: record.span,
    });
  if (type && !types.includes(kind)) {
    const near = nearest(kind, types);
    problems.push({
      code: "softkey/unknown-type",
      severity: "warning",
      message:
        near === undefined
          ? l10n.t("Unknown type `{0}`. Use {1}.", type.text, types.join(", "))
          : l10n.t("Unknown type `{0}`. Did you mean `{1}`?", type.text, near),
      span: type.text === "" ? record.span : type.span,
      ...(near !== undefined && replaceWith(type.span, near)),
    });
  }
  if (types.includes(kind) && kind !== "blank" && (action === undefined || action.text === ""))
    problems.push({
      code: "softkey/no-action",
      severity: "warning",
      message: l10n.t("A softkey of type `{0}` needs `action=`. The phone ignores it.", kind),
      span: record.span,
    });
  if (kind === "dtmf" && action && !new RegExp(`^[0-9*#]{0,${maxDigits}}$`).test(action.text))
    problems.push({
      code: "softkey/not-keys",
      severity: "warning",
      message: l10n.t("`{0}` is not a row of up to {1} keys. Use 0 to 9, `*` and `#`.", action.text, maxDigits),
      span: action.span,
    });
  if (label) problems.push(...checkLabel(label.text, label.span.start, at));
  return problems;
}

function checkLabel(label: string, start: number, at: EffectiveParameter): Problem[] {
  const letters = [...label];
  const limit = at.parameter.maxLength ?? maxLabel;
  if (letters.length > limit) {
    const from = start + letters.slice(0, limit).join("").length;
    return [
      {
        code: "softkey/label-length",
        severity: "warning",
        message: l10n.t("Too long: {0} of {1} characters. The phone cuts the label off.", letters.length, limit),
        span: { start: from, end: start + label.length },
      },
    ];
  }
  const bad = /[="|<>/&]/.exec(label);
  if (!bad) return [];
  return [
    {
      code: "softkey/label-sign",
      severity: "warning",
      message: l10n.t("A label cannot have `{0}`. The phone shows `?`.", bad[0]),
      span: { start: start + bad.index, end: start + bad.index + 1 },
    },
  ];
}

function inWords(record: RecordRead): string {
  const [type, action, label] = ["type", "action", "label"].map((name) => fieldValue(record, name)?.text ?? "");
  const name = label || action;
  switch (type?.toLowerCase()) {
    case "blank":
      return l10n.t("empty key");
    case "dial":
      return l10n.t("{0}: dials {1}", name ?? "", action ?? "");
    case "dtmf":
      return l10n.t("{0}: sends {1}", name ?? "", action ?? "");
    default:
      return l10n.t("{0}: function {1}", name ?? "", action ?? "");
  }
}
