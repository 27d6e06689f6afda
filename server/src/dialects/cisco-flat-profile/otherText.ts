import * as l10n from "@vscode/l10n";
import type { OtherText } from "../dialect";

/** Characters that are looked at. */
const looked = 20_000;

interface Kind {
  readonly is: RegExp;
  /** Counts where the text does not begin with a tag. */
  readonly isPlain?: true;
  words(match: RegExpExecArray): string;
}

const xmlHead = String.raw`^\ufeff?\s*(?:(?:<\?[^>]*\?>|<!--[\s\S]*?-->|<!DOCTYPE[^>]*>)\s*)*`;
const root = (names: string) => new RegExp(`${xmlHead}<(${names})[\\s/>]`, "i");
const ofVendor = (is: RegExp, vendor: string): Kind => ({
  is,
  words: () => l10n.t("a configuration file for {0} phones, not a flat-profile", vendor),
});

/** What people take for a profile, the surest signs first. */
const kinds: readonly Kind[] = [
  {
    is: root("html|head|body"),
    words: () => l10n.t("an HTML page, such as an error page of a web server, not a flat-profile"),
  },
  ofVendor(root("polycomConfig|PHONE_CONFIG|ALL_CONFIG|APPLICATION"), "Polycom"),
  ofVendor(root("gs_provision"), "Grandstream"),
  ofVendor(root("phone-settings|settings"), "Snom"),
  ofVendor(root("sysConf"), "Fanvil"),
  ofVendor(/^\ufeff?<<VOIP CONFIG FILE>>/i, "Fanvil"),
  ofVendor(root("ProviderFrame"), "Gigaset"),
  ofVendor(/^\ufeff?\s*#!version:\d/, "Yealink"),
  ofVendor(/^\s*SET\s+[A-Z][A-Z0-9_]+\s+\S/m, "Avaya"),
  {
    is: root("device"),
    words: () => l10n.t("a file for Cisco enterprise phones (root <device>), which is not a flat-profile"),
  },
  {
    isPlain: true,
    is: /^[ \t]*[A-Za-z][\w.-]*[ \t]+(?:[!?][ \t]*)?"[^"\n]*"[ \t]*;/m,
    words: () =>
      l10n.t(
        'text for the old profile compiler (`Name "value" ;`), not XML. Phones cannot read it. Write <Name>value</Name> in <flat-profile>',
      ),
  },
  {
    is: /does not appear to have any style information associated/i,
    words: () => l10n.t("text copied from a browser, not the file itself. Save the file with the browser"),
  },
  {
    is: /^\ufeff?\s*(?:\{\s*(?:"|\}|$)|\[\s*(?:["{[\d\]]|$))/,
    words: () => l10n.t("JSON, not a flat-profile"),
  },
  {
    is: new RegExp(`${xmlHead}<([A-Za-z_][\\w.:-]{0,60})[\\s/>]`),
    words: ([, name = ""]) => l10n.t("XML with the root <{0}>, not a flat-profile", name),
  },
];

/** What a text is that is not a profile. */
export function otherText(text: string): OtherText {
  const head = text.slice(0, looked);
  if (head.trim() === "") return { words: l10n.t("empty"), isRecognized: true };
  const beginsWithTag = /^\ufeff?\s*</.test(head);
  for (const { is, words, isPlain } of kinds) {
    const match = isPlain && beginsWithTag ? undefined : is.exec(head);
    if (match) return { words: words(match), isRecognized: true };
  }
  const words = head.includes("<")
    ? l10n.t("not a flat-profile")
    : l10n.t("text without tags, as a browser shows a profile, not a flat-profile");
  return { words, isRecognized: false };
}
