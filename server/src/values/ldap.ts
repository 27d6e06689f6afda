import * as l10n from "@vscode/l10n";
import type { Problem } from "../text/span";
import { readPairs } from "./keyValue";
import { pairTokens } from "./pairTokens";
import type { ValueType } from "./valueType";

// Specification section 9.11.

/** The filter that is sent when the user typed `value`; the attribute before the colon is dropped. */
export function fillLdapFilter(filter: string, value: string): string {
  const colon = /^[\w-]+:(?=\()/.exec(filter);
  return filter.slice(colon?.[0].length ?? 0).replaceAll("$VALUE", () => value);
}

/** Where parentheses do not match. */
function unbalanced(text: string): number | undefined {
  const open: number[] = [];
  for (let i = 0; i < text.length; i++) {
    if (text[i] === "(") open.push(i);
    else if (text[i] === ")" && open.pop() === undefined) return i;
  }
  return open[0];
}

export const ldapFilter: ValueType = {
  id: "LdapFilter",
  check(text): Problem[] {
    const at = unbalanced(text);
    if (at === undefined) return [];
    return [
      {
        code: "ldap/unbalanced",
        severity: "warning",
        message: l10n.t("the parentheses of the filter do not match; the directory rejects it"),
        span: { start: at, end: at + 1 },
      },
    ];
  },
  describe: (text) =>
    l10n.t("typing “smi” asks the directory for {0}", fillLdapFilter(text, "smi").replaceAll("$NAME", "smi")),
  tokens: (text) =>
    [...text.matchAll(/\$[A-Z]+|[()&|!]/g)].map((match) => ({
      span: { start: match.index, end: match.index + match[0].length },
      kind: match[0].startsWith("$") ? ("macro" as const) : ("operator" as const),
    })),
};

export const ldapDn: ValueType = {
  id: "LdapDn",
  check(text) {
    if (/[$@\\]/.test(text) || text.includes("=")) return [];
    return [
      {
        code: "ldap/no-dn",
        severity: "hint",
        message: l10n.t("a distinguished name has the form dc=example,dc=com"),
        span: { start: 0, end: text.length },
      },
    ];
  },
  tokens: (text) =>
    [...text.matchAll(/[\w-]+(?==)/g)].map((match) => ({
      span: { start: match.index, end: match.index + match[0].length },
      kind: "parameter" as const,
    })),
};

export type LdapAttribute = Readonly<Record<string, string>>;

/** Entries joined by `;`, each with `a=`, `n=`, `t=` joined by commas. */
export function readLdapAttributes(text: string): LdapAttribute[] {
  return text
    .split(";")
    .map((entry) =>
      Object.fromEntries(
        readPairs(entry, ",").flatMap(({ key, value }) => (/^[a-z]+$/i.test(key) ? [[key.toLowerCase(), value]] : [])),
      ),
    )
    .filter((entry) => Object.keys(entry).length > 0);
}

export const ldapAttributes: ValueType = {
  id: "LdapAttrSpec",
  check(text) {
    const problems: Problem[] = [];
    let start = 0;
    for (const entry of text.split(";")) {
      for (const pair of readPairs(entry, ",")) {
        if (/^[ant]$/i.test(pair.key)) continue;
        problems.push({
          code: "ldap/unknown-key",
          severity: "info",
          message: l10n.t("an entry has a= (attribute), n= (label) and t=p (number to dial)"),
          span: { start: start + pair.span.start, end: start + pair.span.end },
        });
      }
      start += entry.length + 1;
    }
    return problems;
  },
  describe: (text) =>
    readLdapAttributes(text)
      .map((entry) => `${entry.a ?? ""} → ${entry.n ?? ""}${entry.t === "p" ? ` (${l10n.t("can be dialled")})` : ""}`)
      .join(", "),
  tokens: pairTokens,
};
