import * as l10n from "@vscode/l10n";
import type { Check, SettingCheckContext, SettingFacts } from "../../../../checks/check";
import type { Setting } from "../../../../profile/setting";
import { isQuoted } from "../../write";

/** U+201C to U+201F, and the bytes 93 and 94 of Windows-1252 read as Latin-1. */
const curly = /[\u201c-\u201f\u0093\u0094]/;

/** A setting whose value can be judged; what a phone reports of itself has values of any form. */
function isJudged({ templated, isEmpty }: Setting, { effective }: SettingFacts): boolean {
  return !templated && !isEmpty && effective?.parameter.readOnly !== true;
}

function rawOf({ segment, parts }: Setting): string {
  return segment.text.slice(parts.valueStart, parts.valueEnd);
}

export const needsQuotes: Check = {
  code: "value/needs-quotes",
  severity: "error",
  title: "Value with spaces and without quotes",
  docs: 'A value that has a space is in double quotes: `SET DISPLAY_NAME "Front desk"`. Without them the phone does not read all of it. Lists have no space after a comma.',
  examples: [
    { bad: "SET DISPLAY_NAME Front desk\n", good: 'SET DISPLAY_NAME "Front desk"\n' },
    { bad: "SET SNTPSRVR 192.0.2.1, 192.0.2.2\n", good: "SET SNTPSRVR 192.0.2.1,192.0.2.2\n" },
  ],
  setting(setting, facts, { report }) {
    if (!isJudged(setting, facts) || isQuoted(setting)) return;
    const raw = rawOf(setting);
    if (!/[ \t]/.test(raw) || raw.startsWith('"') || curly.test(raw)) return;
    const span = setting.valueSpan;
    const isList = !/[^,\s]\s+[^,\s]/.test(raw);
    report({
      // guides print some lists of words so
      ...(facts.effective?.parameter.role === "spaced-text" && { severity: "info" }),
      message: isList
        ? l10n.t("The list has a space beside a comma. Without quotes the phone does not read all of it.")
        : l10n.t("The value has a space. Without quotes the phone does not read all of it."),
      span,
      fixes: [
        ...(isList
          ? [{ title: l10n.t("Remove the spaces"), edits: [{ span, text: raw.replace(/\s*,\s*/g, ",") }] }]
          : []),
        ...(raw.includes('"') ? [] : [{ title: l10n.t("Add the quotes"), edits: [{ span, text: `"${raw}"` }] }]),
      ],
    });
  },
};

const hostTypes = new Set(["HostList", "SipControllerList"]);

export const spaceInList: Check = {
  code: "value/space-in-list",
  severity: "warning",
  title: "Space in a list of hosts",
  docs: "Hosts in a list are apart by a comma alone. The phone takes a space as a part of the next name and does not find that host.",
  examples: [{ bad: 'SET SNTPSRVR "192.0.2.1, 192.0.2.2"\n', good: 'SET SNTPSRVR "192.0.2.1,192.0.2.2"\n' }],
  setting(setting, facts, { report }) {
    if (!isJudged(setting, facts) || !isQuoted(setting) || !hostTypes.has(facts.type?.id ?? "")) return;
    for (const { 0: spaces, index } of setting.text.matchAll(/(?<=,)[ \t]+|[ \t]+(?=,)/g)) {
      const span = setting.value.toSource({ start: index, end: index + spaces.length });
      report({
        message: l10n.t("The list has a space beside a comma. The phone takes it as a part of the name."),
        span,
        fixes: [{ title: l10n.t("Remove the space"), edits: [{ span, text: "" }] }],
      });
    }
  },
};

export const unpairedQuote: Check = {
  code: "value/unpaired-quote",
  severity: "error",
  title: "Quote without its partner",
  docs: "A value in quotes starts and ends with a double quote. With one of them missing the phone takes the other for a part of the value, or ignores the line.",
  examples: [{ bad: 'SET DISPLAY_NAME "Front desk\n', good: 'SET DISPLAY_NAME "Front desk"\n' }],
  setting(setting, facts, { report }) {
    if (!isJudged(setting, facts)) return;
    const raw = rawOf(setting);
    if (curly.test(raw)) return;
    const span = { start: setting.parts.valueStart, end: setting.parts.valueEnd };
    const second = raw.startsWith('"') ? raw.indexOf('"', 1) : -1;
    if (raw.startsWith('"') && second < 0)
      report({
        message: l10n.t('Missing `"` at the end of the value.'),
        span,
        fixes: [{ title: l10n.t("Add the quote"), edits: [{ span: { start: span.end, end: span.end }, text: '"' }] }],
      });
    else if (raw.endsWith('"') && raw.indexOf('"') === raw.length - 1)
      report({
        message: l10n.t('Missing `"` at the start of the value.'),
        span,
        fixes: [
          { title: l10n.t("Add the quote"), edits: [{ span: { start: span.start, end: span.start }, text: '"' }] },
        ],
      });
  },
};

export const afterQuotes: Check = {
  code: "value/after-quotes",
  severity: "warning",
  title: "Text after the closing quote",
  docs: "A value in quotes ends at its closing quote, and nothing follows in its line. What the phone does with more text is not documented: it may take it for a part of the value. A remark belongs into a line of its own that starts with `##`.",
  examples: [{ bad: 'SET DISPLAY_NAME "Front" desk\n', good: 'SET DISPLAY_NAME "Front desk"\n' }],
  setting(setting, facts, { report }) {
    if (!isJudged(setting, facts)) return;
    const raw = rawOf(setting);
    const close = raw.startsWith('"') ? raw.indexOf('"', 1) : -1;
    if (close < 0 || close === raw.length - 1 || curly.test(raw)) return;
    const start = setting.parts.valueStart + close + 1;
    const span = { start, end: setting.parts.valueEnd };
    report({
      message: l10n.t("The value ends at its closing quote. What the phone does with the text after it is not known."),
      span,
      fixes: [{ title: l10n.t("Remove the text"), edits: [{ span, text: "" }] }],
    });
  },
};

export const curlyQuote: Check = {
  code: "value/curly-quote",
  severity: "error",
  title: "Typographic quotes around a value",
  docs: "Only the plain double quote `\"` is a quote. Text processors replace it by typographic ones, which the phone takes for letters of the value. The vendor's own template has such a quote in an example.",
  examples: [{ bad: "SET DISPLAY_NAME \u201cFront desk\u201d\n", good: 'SET DISPLAY_NAME "Front desk"\n' }],
  setting(setting, facts, context) {
    if (isJudged(setting, facts)) reportCurly(setting, context);
  },
};

function reportCurly(setting: Setting, { report }: SettingCheckContext): void {
  const raw = rawOf(setting);
  const { valueStart } = setting.parts;
  const places = [0, raw.length - 1].filter((at, i, all) => all.indexOf(at) === i && curly.test(raw[at] ?? ""));
  const [first] = places;
  if (first === undefined) return;
  const edits = places.map((at) => ({ span: { start: valueStart + at, end: valueStart + at + 1 }, text: '"' }));
  report({
    message: l10n.t('`{0}` is not a quote for the phone. Use `"`.', raw[first] ?? ""),
    span: { start: valueStart + first, end: valueStart + first + 1 },
    fixes: [{ title: l10n.t("Replace with plain quotes"), edits }],
  });
}
