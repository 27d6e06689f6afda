import * as l10n from "@vscode/l10n";
import { characterName, invisibleName, oddBlankName } from "../text/oddCharacters";
import type { Problem, Span } from "../text/span";

// Characters that pasted text brings along (specification section 0): the phone reads each as an
// ordinary, different character.

const typographic = /[\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u2013\u2014\u2212\u02c3]/g;

/** Each run of odd spaces and invisible characters, and each typographic sign with the plain one it replaces. */
export function findTypography(text: string): Problem[] {
  if (isAscii(text)) return [];
  const found = runs(text).map((span) => runProblem(text, span));
  for (const match of text.matchAll(typographic)) {
    const span = { start: match.index, end: match.index + 1 };
    const plain = plainFor(text, match.index);
    found.push({
      code: "value/typographic-character",
      severity: "warning",
      message: l10n.t(
        "The typographic character `{0}` is not `{1}`. The phone does not understand it.",
        match[0],
        plain,
      ),
      span,
      fixes: [{ title: l10n.t("Replace with `{0}`", plain), safe: true, edits: [{ span, text: plain }] }],
    });
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}

/** From the first to the last odd character of each run; plain spaces do not interrupt one. */
function runs(text: string): Span[] {
  const found: Span[] = [];
  let start = -1;
  let end = -1;
  for (let at = 0; at <= text.length; at++) {
    const code = text.charCodeAt(at);
    if (oddBlankName(code) !== undefined || invisibleName(code) !== undefined) {
      if (start < 0) start = at;
      end = at + 1;
    } else if (start >= 0 && code !== 32) {
      found.push({ start, end });
      start = -1;
    }
  }
  return found;
}

function runProblem(text: string, span: Span): Problem {
  const run = text.slice(span.start, span.end);
  const codes = [...run].map((c) => c.charCodeAt(0)).filter((code) => code !== 32);
  const isUnseen = codes.some((code) => invisibleName(code) !== undefined);
  const plain = [...run].map((c) => (invisibleName(c.charCodeAt(0)) !== undefined ? "" : " ")).join("");
  const first = characterName(codes[0] ?? 0);
  const title = isUnseen
    ? codes.length === 1
      ? l10n.t("Remove the invisible character")
      : l10n.t("Remove the invisible characters")
    : l10n.t("Replace with a space");
  return {
    code: isUnseen ? "value/invisible-character" : "value/typographic-character",
    severity: "warning",
    message: messageOf(first, codes.length, isUnseen),
    span,
    fixes: [{ title, safe: true, edits: [{ span, text: plain }] }],
  };
}

function messageOf(first: string, count: number, isUnseen: boolean): string {
  if (count > 1)
    return isUnseen
      ? l10n.t(
          "The value contains {0} invisible characters. The first is {1}. The phone reads them as part of the value.",
          count,
          first,
        )
      : l10n.t(
          "{0} characters look like spaces. The first is {1}. The phone does not read them as spaces.",
          count,
          first,
        );
  return isUnseen
    ? l10n.t("The value contains the invisible character {0}. The phone reads it as part of the value.", first)
    : l10n.t("The character {0} looks like a space. The phone does not read it as a space.", first);
}

function plainFor(text: string, at: number): string {
  const c = text.charCodeAt(at);
  if (c >= 0x201c && c <= 0x201f) return '"';
  if (c >= 0x2018 && c <= 0x201b) return "'";
  if (c === 0x2c3) return ">";
  // A dash before a letter was the two dashes of an option.
  if (c === 0x2013 || c === 0x2014)
    return /[\s[]/.test(text[at - 1] ?? " ") && /[a-z]/.test(text[at + 1] ?? "") ? "--" : "-";
  return "-";
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 126) return false;
  return true;
}
