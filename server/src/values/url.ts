import * as l10n from "@vscode/l10n";
import type { Problem } from "../text/span";
import { whole } from "./number";
import type { ValueLink, ValueType } from "./valueType";

// URLs of applications, pictures and servers. Macros may be anywhere, paths and bare hosts occur,
// and some fields contain lists, so only what no phone can read is reported.

const schemes = ["http", "https", "tftp", "ftp", "file", "gds", "sip", "sips", "ldap", "ldaps", "rtsp"];

export const url: ValueType = {
  id: "URL",
  check(text) {
    const problems: Problem[] = [];
    const slashes = /^(\w+):(\/{1}|\/{3,})(?=[\w$])/.exec(text);
    if (slashes?.[1] && schemes.includes(slashes[1].toLowerCase()) && slashes[1].toLowerCase() !== "file") {
      const start = slashes[1].length + 1;
      const span = { start, end: start + (slashes[2]?.length ?? 0) };
      problems.push({
        code: "value/bad-url",
        severity: "warning",
        message: l10n.t("Use two slashes after `{0}:`.", slashes[1]),
        span,
        fixes: [{ title: l10n.t("Replace with `//`"), edits: [{ span, text: "//" }] }],
      });
    }
    const misspelled = /^((?:htt|htp|ttp|htttp)(s?)):\/\//i.exec(text);
    if (misspelled?.[1]) {
      const [, scheme] = misspelled;
      // `htps` must not lead to an address without encryption.
      const near = misspelled[2] ? "https" : "http";
      const span = { start: 0, end: scheme.length };
      problems.push({
        code: "value/bad-url",
        severity: "warning",
        message: l10n.t("Unknown URL scheme `{0}`. Did you mean `{1}`?", scheme, near),
        span,
        fixes: [{ title: l10n.t("Replace with `{0}`", near), edits: [{ span, text: near }] }],
      });
    }
    return problems;
  },
  tokens: (text) => [{ span: whole(text), kind: "string" }],
  links: urlLinks,
};

/** Complete http and https addresses without macros. */
function urlLinks(text: string): ValueLink[] {
  const links: ValueLink[] = [];
  for (const match of text.matchAll(/https?:\/\/[^\s"'<>|;,[\]()]+/gi)) {
    // An editor shows the address of a link: one with a password is none.
    if (!/[${}]|:\/\/[^/]*@/.test(match[0]))
      links.push({ span: { start: match.index, end: match.index + match[0].length }, target: match[0] });
  }
  return links;
}

/** A SIP address, with or without the scheme. */
export const sipUri: ValueType = {
  id: "SipUri",
  check(text) {
    const blank = /\S(\s+)\S/.exec(text);
    if (!blank || text.includes("<") || text.includes('"')) return [];
    const start = blank.index + 1;
    return [
      {
        code: "value/bad-address",
        severity: "info",
        message: l10n.t("A SIP address cannot contain spaces."),
        span: { start, end: start + (blank[1]?.length ?? 1) },
      },
    ];
  },
  tokens: (text) => [{ span: whole(text), kind: "string" }],
};
