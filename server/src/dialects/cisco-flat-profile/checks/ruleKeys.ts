import * as l10n from "@vscode/l10n";
import type { Check } from "../../../checks/check";
import type { Profile } from "../../../profile/profile";
import type { Setting } from "../../../profile/setting";
import type { Span } from "../../../text/span";
import type { Option } from "../rules/ast";
import { findMacros } from "../rules/macro";
import { readReportRule, readRule } from "../rules/rule";
import { isCommonPassword } from "./commonPasswords";

const fetching = ["Profile_Rule", "Profile_Rule_B", "Profile_Rule_C", "Profile_Rule_D"];
/** The hidden parameters that rules name a key by. */
const hiddenNames = ["SA", "SB", "SC", "SD"];
/** One round of a hash is between a key and a person who tries words, so shorter ones are found in hours. */
const minKeyLength = 10;
/** A text for 16 bytes has at least as many characters. */
const minIkmLength = 16;

export const weakKey: Check = {
  code: "secret/weak-key",
  severity: "info",
  title: "Encryption key that is easy to guess",
  docs: `The key of the file is derived from a passphrase with a single round of MD5. Anyone who has the file can try billions of passphrases a second and finds a short one, or a word with digits after it. Use a random key of at least 16 characters; *Flat Profile: Generate Key* makes one. Keying material in \`IKM_HTTP_Encrypt_Content\` is 16 random bytes in base64 or 32 hexadecimal digits.`,
  examples: [
    {
      bad: "<flat-profile><GPP_SA>cisco123</GPP_SA><Profile_Rule>[--key $SA] https://prov.example.com/$MA.cfg</Profile_Rule></flat-profile>",
      good: "<flat-profile><GPP_SA>nR4vTq0yBz7Kf2WmXs9h</GPP_SA><Profile_Rule>[--key $SA] https://prov.example.com/$MA.cfg</Profile_Rule></flat-profile>",
    },
    {
      bad: "<flat-profile><IKM_HTTP_Encrypt_Content>secret</IKM_HTTP_Encrypt_Content></flat-profile>",
      good: "<flat-profile><IKM_HTTP_Encrypt_Content>yqdlZ-tYemfogSmv7Ws5PQ</IKM_HTTP_Encrypt_Content></flat-profile>",
    },
  ],
  profile(profile, { report }) {
    const reported = new Set<Setting>();
    for (const { rule, key, span } of keysIn(profile)) {
      const secret = /^\$(?:\{?(S[A-D])\}?|\((S[A-D])\))$/.exec(key);
      const register = secret ? profile.inEffect(`GPP_${secret[1] ?? secret[2]}`) : undefined;
      const weak = l10n.t("This key is short or a known word. Anyone who has the encrypted file can guess it.");
      if (register) {
        if (register.templated || reported.has(register) || !isWeak(register.text, minKeyLength)) continue;
        reported.add(register);
        report(register, { message: weak, span: register.valueSpan });
      } else if (isLiteral(key) && isWeak(key, minKeyLength))
        report(rule, { message: weak, span: rule.value.toSource(span) });
    }
    const ikm = profile.inEffect("IKM_HTTP_Encrypt_Content");
    if (ikm && !ikm.templated && isLiteral(ikm.text) && isWeak(ikm.text, minIkmLength))
      report(ikm, {
        message: l10n.t(
          "This keying material has fewer than 16 bytes. Anyone who has the encrypted file can guess it.",
        ),
        span: ikm.valueSpan,
      });
  },
};

export const keyInClear: Check = {
  code: "secret/key-in-clear",
  severity: "info",
  title: "Key written in a rule",
  docs: `The key is written in the rule. Rules are shown on the phone's web page and sent in its reports, and over tftp or http only the key protects the file. \`GPP_SA\` to \`GPP_SD\` are never shown: move the key to one of them and write \`[--key $SA]\`. Send a profile that contains a key over https, or set it when you stage the phone.`,
  examples: [
    {
      bad: "<flat-profile><Profile_Rule>[--key nR4vTq0yBz7Kf2WmXs9h] http://prov.example.com/$MA.cfg</Profile_Rule></flat-profile>",
      good: "<flat-profile><GPP_SA>nR4vTq0yBz7Kf2WmXs9h</GPP_SA><Profile_Rule>[--key $SA] http://prov.example.com/$MA.cfg</Profile_Rule></flat-profile>",
    },
  ],
  profile(profile, { report, write }) {
    for (const { rule, key, span, argument, url } of keysIn(profile)) {
      if (!isLiteral(key)) continue;
      const scheme = schemeOf(url);
      const isOpen = scheme === "http" || scheme === "tftp";
      const name = freeName(profile);
      report(rule, {
        severity: isOpen ? "info" : "hint",
        message: isOpen
          ? l10n.t(
              "The phone's web page shows this key. Over {0} only the key protects the file. Move it to `GPP_SA` to `GPP_SD`, which are hidden.",
              scheme,
            )
          : l10n.t("The phone's web page shows this key. Move it to `GPP_SA` to `GPP_SD`, which are hidden."),
        span: rule.value.toSource(span),
        ...(name !== undefined && {
          fixes: [
            {
              title: l10n.t("Move the key to `GPP_{0}`", name),
              edits: [
                { span: rule.value.toSource(argument), text: `$${name}` },
                ...write.insertAfter(rule, `GPP_${name}`, key),
              ],
            },
          ],
        }),
      });
    }
  },
};

interface RuleKey {
  readonly rule: Setting;
  readonly key: string;
  readonly span: Span;
  /** With its quotes. */
  readonly argument: Span;
  readonly url: string;
}

function keysIn(profile: Profile): RuleKey[] {
  return [...fetching, "Report_Rule"].flatMap((name) => {
    const rule = profile.inEffect(name);
    if (!rule || rule.templated || !rule.text.includes("--key")) return [];
    const read = name === "Report_Rule" ? readReportRule(rule.text) : readRule(rule.text, "profile");
    if (read.isComment) return [];
    return read.alternatives.flatMap(({ options, url }) =>
      options.flatMap((option) => {
        const key = keyOf(option);
        return key ? [{ rule, url, ...key }] : [];
      }),
    );
  });
}

function keyOf({ name, argument, argumentSpan }: Option) {
  if (name !== "--key" || !argument) return undefined;
  const quotes = argumentSpan.end - argumentSpan.start - argument.length;
  const start = argumentSpan.start + (quotes > 0 ? 1 : 0);
  return { key: argument, span: { start, end: start + argument.length }, argument: argumentSpan };
}

/** A hidden parameter that neither this profile sets nor its rules read; the phone may have another one's. */
function freeName(profile: Profile): string | undefined {
  const used = [...fetching, "Report_Rule", "Upgrade_Rule"].map((rule) => profile.inEffect(rule)?.text ?? "").join(" ");
  return hiddenNames.find((name) => !profile.inEffect(`GPP_${name}`) && !new RegExp(`\\$[{(]?${name}`).test(used));
}

/** Has no special meaning, on any phone. */
function isLiteral(key: string): boolean {
  return key !== "" && findMacros(key).length === 0 && !/^\*+$/.test(key);
}

function isWeak(key: string, shortest: number): boolean {
  if (key === "" || /^\*+$/.test(key)) return false;
  return key.length < shortest || new Set(key).size < 4 || isCommonPassword(key.replace(/[\d!._-]+$/, ""));
}

/** Rules without a scheme fetch over tftp: specification 5. */
function schemeOf(url: string): string {
  return /^([a-z]+):\/\//i.exec(url)?.[1]?.toLowerCase() ?? (url === "" || url.includes("$") ? "" : "tftp");
}
