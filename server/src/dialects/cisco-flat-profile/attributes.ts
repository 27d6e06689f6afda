import * as l10n from "@vscode/l10n";
import type { XmlAttribute } from "../../xml/policy";

/** The attributes that elements of a profile carry. */
export const attributes: readonly XmlAttribute[] = [
  {
    name: "ua",
    page: () =>
      l10n.t(
        "**ua** — access of the *User* account to the parameter on the phone: `na` none, `ro` read, `rw` read and write. Without it MPP phones keep their access; 8831 and SPA phones use the default access.",
      ),
    offer: { detail: () => l10n.t("Access of the User account"), values: ["na", "ro", "rw"] },
  },
  {
    name: "preserve-value",
    page: () => l10n.t("**preserve-value** — `y`: the phone keeps its current value and ignores this one."),
    offer: { detail: () => l10n.t("Keep the current value of the phone"), values: ["y"] },
  },
  {
    name: "user-pref",
    page: () =>
      l10n.t(
        "**user-pref** — `y`: the phone keeps a value that the user changed; `n`: this value replaces it. From firmware 12.0(4).",
      ),
    offer: { detail: () => l10n.t("Keep a value that the user changed"), values: ["y", "n"] },
  },
  {
    name: "um",
    page: () => l10n.t("**um** — appears in dumps when the user changed the value. The phone ignores it."),
  },
  {
    name: "group",
    page: () => l10n.t("**group** — section of the web page, in some dumps. The phone ignores it."),
  },
  {
    name: "value",
    page: () => l10n.t("**value** — the value, for an element without text."),
  },
];
