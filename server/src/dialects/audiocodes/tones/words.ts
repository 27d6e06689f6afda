import * as l10n from "@vscode/l10n";

/** What the numbers of `Tone Type` are for, in words. */
export function useInWords(type: string): string | undefined {
  const words: Readonly<Record<string, string>> = {
    1: l10n.t("dial tone"),
    2: l10n.t("ringback tone"),
    3: l10n.t("busy tone"),
    4: l10n.t("congestion tone"),
    5: l10n.t("special information tone"),
    6: l10n.t("warning tone"),
    7: l10n.t("reorder tone"),
    8: l10n.t("confirmation tone"),
    9: l10n.t("call waiting tone"),
    15: l10n.t("stutter dial tone"),
    16: l10n.t("off-hook warning tone"),
    17: l10n.t("call waiting ringback tone"),
    23: l10n.t("hold tone"),
  };
  return Object.hasOwn(words, type) ? words[type] : undefined;
}
