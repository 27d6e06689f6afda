import * as l10n from "@vscode/l10n";
import type { Problem } from "../text/span";

// Characters that pasted text brings along (specification section 0): the phone reads each as an
// ordinary, different character.

const invisible = /[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]+/g;
const typographic =
  /[\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u2013\u2014\u2212\u02c3\u00a0\u2000-\u200a\u202f\u3000]/g;

/** Each invisible run, and each typographic sign with the plain one it stands for. */
export function findTypography(text: string): Problem[] {
  if (isAscii(text)) return [];
  const found: Problem[] = [];
  for (const match of text.matchAll(invisible)) {
    const span = { start: match.index, end: match.index + match[0].length };
    found.push({
      code: "value/invisible-character",
      severity: "warning",
      message: l10n.t(
        "an invisible character (U+{0}) stands here; the phone reads it as part of the value",
        hex(match[0]),
      ),
      span,
      fixes: [{ title: l10n.t("Remove the invisible character"), safe: true, edits: [{ span, text: "" }] }],
    });
  }
  for (const match of text.matchAll(typographic)) {
    const span = { start: match.index, end: match.index + 1 };
    const plain = plainFor(text, match.index);
    found.push({
      code: "value/typographic-character",
      severity: "warning",
      message:
        plain === " "
          ? l10n.t("a no-break blank (U+{0}) stands here; the phone does not take it for a blank", hex(match[0]))
          : l10n.t(
              "the typographic {0} is another character than {1}; the phone does not understand it",
              match[0],
              plain,
            ),
      span,
      fixes: [
        {
          title: plain === " " ? l10n.t("Write a plain blank") : l10n.t("Write {0}", plain),
          safe: true,
          edits: [{ span, text: plain }],
        },
      ],
    });
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}

function plainFor(text: string, at: number): string {
  const c = text.charCodeAt(at);
  if (c >= 0x201c && c <= 0x201f) return '"';
  if (c >= 0x2018 && c <= 0x201b) return "'";
  if (c === 0x2c3) return ">";
  // A dash before a letter was the two dashes of an option.
  if (c === 0x2013 || c === 0x2014)
    return /[\s[]/.test(text[at - 1] ?? " ") && /[a-z]/.test(text[at + 1] ?? "") ? "--" : "-";
  return c === 0x2212 ? "-" : " ";
}

function hex(text: string): string {
  return (text.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 126) return false;
  return true;
}
