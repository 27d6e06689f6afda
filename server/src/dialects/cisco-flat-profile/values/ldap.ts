import * as l10n from "@vscode/l10n";
import { type Problem, shift } from "../../../text/span";
import { type Pair, pairOf, readPairs } from "../../../values/keyValue";
import { pairTokens } from "../../../values/pairTokens";
import type { ValueType } from "../../../values/valueType";

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

/** Where other makers' phones put what the user typed: `%`, `%s`, `{0}`, `$SEARCH`. */
const foreign =
  /(?<==\*?)(?:%(?![0-9A-Fa-f]{2})\w*%?|\{\d\})(?=\*?\))|(?<==\*?)\$(?!(?:VALUE|NAME)\b)[A-Z]\w*|\$\((?:VALUE|NAME)\)/g;

/** Whether what the user types gets into the filter. */
function typedText(text: string): Problem[] {
  const problems = [...text.matchAll(foreign)].map(({ 0: typed, index }): Problem => {
    const span = { start: index, end: index + typed.length };
    return {
      code: "ldap/foreign-value",
      severity: "warning",
      message: l10n.t("The phone does not replace `{0}`. It replaces `{1}` with what the user types.", typed, "$VALUE"),
      span,
      fixes: [{ title: l10n.t("Replace with `{0}`", "$VALUE"), edits: [{ span, text: "$VALUE" }] }],
    };
  });
  if (problems.length > 0 || text.includes("$")) return problems;
  // A guide prints `sn:(sn=L*)`, which finds the same names each time.
  const isConstant = /=\*?[^*()]+\*?\)/.test(text.replace(/\(objectClass=[^()]*\)/gi, ""));
  return [
    {
      code: "ldap/constant-filter",
      severity: isConstant ? "info" : "warning",
      message: l10n.t("The filter has no `{0}`. It finds the same entries, whatever the user types.", "$VALUE"),
      span: { start: 0, end: text.length },
    },
  ];
}

export const ldapFilter: ValueType = {
  id: "LdapFilter",
  check(text): Problem[] {
    const at = unbalanced(text);
    if (at !== undefined)
      return [
        {
          code: "ldap/unbalanced",
          severity: "warning",
          message: l10n.t("The parentheses of the filter do not match. The directory rejects it."),
          span: { start: at, end: at + 1 },
        },
      ];
    return typedText(text);
  },
  describe: (text) =>
    l10n.t(
      "If the user types “smi”, the phone searches for {0}",
      fillLdapFilter(text, "smi").replaceAll("$NAME", "smi"),
    ),
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
        message: l10n.t("Expected a distinguished name, such as `dc=example,dc=com`."),
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

type LdapAttribute = Readonly<Record<string, string>>;

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

interface Entry {
  readonly attribute: Pair | undefined;
  readonly dialed: Pair | undefined;
}

function shifted({ span, keySpan, valueSpan, ...pair }: Pair, by: number): Pair {
  return { ...pair, span: shift(span, by), keySpan: shift(keySpan, by), valueSpan: shift(valueSpan, by) };
}

const isNumber = (attribute: string) => /phone|mobile|number|pager|fax|extension/i.test(attribute);
/** Attributes of names, places and the like; a user id may be a number. */
const isName =
  /^(?:cn|sn|name|givenName|surname|commonName|displayName|initials|mail|title|o|ou|l|st|c|street|department|company|description|postalAddress|postalCode|userPrincipalName)$/i;

/** What the phone dials when the user chooses an entry. */
function dialedProblem(text: string, entries: readonly Entry[]): Problem | undefined {
  const marked = entries.find(({ dialed }) => dialed?.value.toLowerCase() === "p");
  const number = entries.find(({ attribute }) => attribute && isNumber(attribute.value));
  const mark = number && !number.dialed && number.attribute;
  const adding = mark && { span: { start: mark.valueSpan.end, end: mark.valueSpan.end }, text: ",t=p" };
  if (!marked)
    return {
      code: "ldap/nothing-dialed",
      severity: "warning",
      message: l10n.t("No attribute has `t=p`, so the user cannot dial any number of the directory."),
      span: { start: 0, end: text.length },
      ...(adding && mark && { fixes: [{ title: l10n.t("Dial `{0}`", mark.value), edits: [adding] }] }),
    };
  const { attribute, dialed } = marked;
  if (!attribute || !dialed || !isName.test(attribute.value)) return undefined;
  const comma = text.lastIndexOf(",", dialed.span.start);
  const removing = {
    span: { start: comma > attribute.span.start ? comma : dialed.span.start, end: dialed.span.end },
    text: "",
  };
  return {
    code: "ldap/dials-name",
    severity: "warning",
    message: l10n.t(
      "The phone dials `{0}`, which is not a number. It dials the first attribute with `t=p`.",
      attribute.value,
    ),
    span: dialed.span,
    ...(adding && mark && { fixes: [{ title: l10n.t("Dial `{0}`", mark.value), edits: [adding, removing] }] }),
  };
}

export const ldapAttributes: ValueType = {
  id: "LdapAttrSpec",
  check(text) {
    const problems: Problem[] = [];
    const entries: Entry[] = [];
    let start = 0;
    for (const part of text.split(";")) {
      const from = start;
      const pairs = readPairs(part, ",").map((pair): Pair => shifted(pair, from));
      start += part.length + 1;
      const known = pairs.filter(({ key }) => /^[ant]$/i.test(key));
      for (const { span, key, value } of pairs.filter((pair) => !known.includes(pair)))
        problems.push({
          code: "ldap/unknown-key",
          severity: "info",
          message: l10n.t(
            "Unknown key `{0}`. An entry has `a=` (attribute), `n=` (label) and `t=p` (number to dial).",
            key || value,
          ),
          span,
        });
      if (known.length > 0) entries.push({ attribute: pairOf(known, "a"), dialed: pairOf(known, "t") });
    }
    const dialed = dialedProblem(text, entries);
    // Of a list in another spelling one thing is said.
    if (dialed && entries.length === 0) return [dialed];
    return dialed ? [...problems, dialed] : problems;
  },
  describe: (text) =>
    readLdapAttributes(text)
      .map((entry) => `${entry.a ?? ""} → ${entry.n ?? ""}${entry.t === "p" ? ` (${l10n.t("can be dialed")})` : ""}`)
      .join(", "),
  tokens: pairTokens,
};
