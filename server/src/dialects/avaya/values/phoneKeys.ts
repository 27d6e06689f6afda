import * as l10n from "@vscode/l10n";
import { nearest } from "../../../text/nearest";
import type { Problem, Span } from "../../../text/span";
import type { Suggestion, ValueType } from "../../../values/valueType";
import { isUnjudged, replaceWith } from "./problems";
import { fieldAt, fieldValue, type RecordRead, recordsOf, recordTokens } from "./records";
import { snippet } from "./softkeys";

// key = "Key=" 1 to 96 ";Type=" type ";Name=" name [";attr1=" text] [";attr2=" text] [";Label=" text] [";Forced"]
// type = "feature" / "application" / "line" / "autodial" ; in any case

const keyFields = ["key", "type", "name", "attr1", "attr2", "label", "forced"];
const keyTypes = ["feature", "application", "line", "autodial"];
const lastKey = 96;

/** The number of a key, and where it is written. */
export function phoneKeysOf(text: string): { readonly key: number; readonly span: Span }[] {
  return recordsOf(text).flatMap((record) => {
    const value = fieldValue(record, "key");
    return value && /^\d{1,3}$/.test(value.text) ? [{ key: Number(value.text), span: value.span }] : [];
  });
}

/** Keys that are set for the user. */
export const phoneKeys: ValueType = {
  id: "PhoneKeys",
  check(text) {
    if (isUnjudged(text)) return [];
    return recordsOf(text).flatMap(checkKey);
  },
  describe(text) {
    return recordsOf(text)
      .map((record) => {
        const [key, type, name, label] = ["key", "type", "name", "label"].map(
          (field) => fieldValue(record, field)?.text ?? "",
        );
        return l10n.t("Key {0}: {1} {2}", key ?? "", type ?? "", (label || name) ?? "");
      })
      .join("\n\n");
  },
  complete(text, offset) {
    if (text === "")
      return [
        snippet("Key=$1;Type=feature;Name=$2", l10n.t("Feature")),
        snippet("Key=$1;Type=autodial;Name=autodial;attr1=$2;Label=$3", l10n.t("Dials a number")),
        snippet("Key=$1;Type=line;Name=primary", l10n.t("Line")),
        snippet("Key=$1;Type=application;Name=$2", l10n.t("Application")),
      ];
    const { name, replace } = fieldAt(text, offset);
    if (name === "type") return keyTypes.map((label): Suggestion => ({ label, kind: "keyword", replace }));
    if (name !== undefined) return [];
    const isTyped = text[replace.end] === "=";
    return ["Key", "Type", "Name", "attr1", "attr2", "Label", "Forced"].map(
      (label): Suggestion => ({
        label,
        insert: isTyped || label === "Forced" ? label : `${label}=`,
        kind: "keyword",
        replace,
      }),
    );
  },
  tokens: recordTokens,
};

function checkKey(record: RecordRead): Problem[] {
  const problems: Problem[] = [];
  for (const { name, nameSpan } of record.fields) {
    if (keyFields.includes(name)) continue;
    const near = nearest(name, keyFields);
    problems.push({
      code: "softkey/unknown-field",
      severity: "warning",
      message:
        near === undefined
          ? l10n.t("Unknown part `{0}`. A key has `Key`, `Type` and `Name`.", name)
          : l10n.t("Unknown part `{0}`. Did you mean `{1}`?", name, near),
      span: nameSpan,
      ...(near !== undefined && replaceWith(nameSpan, near)),
    });
  }
  const [key, type] = [fieldValue(record, "key"), fieldValue(record, "type")];
  if (key && !(/^\d{1,3}$/.test(key.text) && Number(key.text) >= 1 && Number(key.text) <= lastKey))
    problems.push({
      code: "softkey/key-number",
      severity: "warning",
      message: l10n.t("`{0}` is not the number of a key. Use 1 to {1}.", key.text, lastKey),
      span: key.text === "" ? record.span : key.span,
    });
  if (type && !keyTypes.includes(type.text.toLowerCase())) {
    const near = nearest(type.text.toLowerCase(), keyTypes);
    problems.push({
      code: "softkey/unknown-type",
      severity: "warning",
      message:
        near === undefined
          ? l10n.t("Unknown type `{0}`. Use {1}.", type.text, keyTypes.join(", "))
          : l10n.t("Unknown type `{0}`. Did you mean `{1}`?", type.text, near),
      span: type.text === "" ? record.span : type.span,
      ...(near !== undefined && replaceWith(type.span, near)),
    });
  }
  return problems;
}
