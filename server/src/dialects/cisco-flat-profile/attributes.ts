import * as l10n from "@vscode/l10n";
import type { Setting } from "../../profile/setting";
import { contains, type Span } from "../../text/span";
import { elementOf } from "../../xml/element";
import type { SyntaxWord } from "../dialect";

// The attributes that elements of a profile carry.

/** What an attribute of an element means. */
function attributePage(name: string): string | undefined {
  switch (name) {
    case "ua":
      return l10n.t(
        "**ua** — access of the *User* account to the parameter on the phone: `na` none, `ro` read, `rw` read and write. Without it MPP phones keep their access; 8831 and SPA phones use the default access.",
      );
    case "preserve-value":
      return l10n.t("**preserve-value** — `y`: the phone keeps its current value and ignores this one.");
    case "user-pref":
      return l10n.t(
        "**user-pref** — `y`: the phone keeps a value that the user changed; `n`: this value replaces it. From firmware 12.0(4).",
      );
    case "um":
      return l10n.t("**um** — appears in dumps when the user changed the value. The phone ignores it.");
    case "group":
      return l10n.t("**group** — section of the web page, in some dumps. The phone ignores it.");
    case "value":
      return l10n.t("**value** — the value, for an element without text.");
    default:
      return undefined;
  }
}

/** The attribute at a place inside a setting, with what it means. An attribute that is the value is none. */
export function syntaxAt(
  setting: Setting,
  inside: number,
): { readonly span: Span; readonly page: string | undefined } | undefined {
  const { attributes, form } = elementOf(setting);
  if (form === "attribute") return undefined;
  const attribute = attributes.find(({ span }) => contains(span, inside));
  return attribute && { span: attribute.span, page: attributePage(attribute.name) };
}

const attributes: readonly {
  readonly name: string;
  readonly meaning: () => string;
  readonly values: readonly string[];
}[] = [
  { name: "ua", meaning: () => l10n.t("Access of the User account"), values: ["na", "ro", "rw"] },
  { name: "preserve-value", meaning: () => l10n.t("Keep the current value of the phone"), values: ["y"] },
  { name: "user-pref", meaning: () => l10n.t("Keep a value that the user changed"), values: ["y", "n"] },
];

/** The attributes that an element does not have yet. */
export function attributeNames(present: readonly string[]): readonly SyntaxWord[] {
  return attributes
    .filter(({ name }) => !present.includes(name))
    .map(({ name, meaning }) => ({
      label: name,
      kind: "attribute",
      insert: { plain: `${name}=""`, snippet: `${name}="\${1}"` },
      detail: meaning(),
    }));
}

export function attributeValues(name: string): readonly SyntaxWord[] {
  const values = attributes.find((attribute) => attribute.name === name)?.values ?? [];
  return values.map((label) => ({ label, kind: "attribute value" }));
}
