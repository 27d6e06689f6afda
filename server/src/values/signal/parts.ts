import * as l10n from "@vscode/l10n";
import type { Span } from "../../text/span";
import type { Signature } from "../valueType";

// Which part of a script is at the cursor. It is used while the script is being typed, so nothing is expected of
// what follows: the text is cut at its signs.

interface Part {
  readonly span: Span;
  readonly documentation: string;
}

/** The section, or the list of frequencies, at the cursor with its parts. */
export function signalSignature(text: string, offset: number, isTone: boolean): Signature | undefined {
  const start = text.slice(0, offset).lastIndexOf(";") + 1;
  const semicolon = text.indexOf(";", offset);
  const end = semicolon < 0 ? text.length : semicolon;
  const isHead = isTone && start === 0;
  const heads = isTone ? headParts(text.slice(0, text.indexOf(";") + 1 || text.length)) : [];
  const stretch = { start, end };
  const parts = isHead ? heads : sectionParts(text, stretch, isTone ? frequencyNames(text) : undefined);
  return signatureOf(text, stretch, offset, parts);
}

/** The list of frequencies at the cursor. */
export function frequencySignature(text: string, offset: number): Signature | undefined {
  return signatureOf(text, { start: 0, end: text.length }, offset, headParts(text));
}

function signatureOf(
  text: string,
  { start, end }: Span,
  offset: number,
  parts: readonly Part[],
): Signature | undefined {
  if (parts.length === 0) return undefined;
  const active = parts.findIndex(({ span }) => offset >= span.start && offset <= span.end);
  return {
    label: text.slice(start, end),
    parts: parts.map(({ span, documentation }) => ({
      span: { start: span.start - start, end: span.end - start },
      documentation,
    })),
    active: Math.max(0, active),
  };
}

function headParts(head: string): Part[] {
  return cut(head.replace(/;$/, ""), 0, ",").flatMap(({ text, span }, i) => {
    const at = text.indexOf("@");
    const pitch = { start: span.start, end: at < 0 ? span.end : span.start + at };
    return [
      { span: pitch, documentation: l10n.t("Frequency {0}, in whole hertz", i + 1) },
      ...(at < 0
        ? []
        : [
            {
              span: { start: pitch.end + 1, end: span.end },
              documentation: l10n.t("Level of frequency {0} in dBm", i + 1),
            },
          ]),
    ];
  });
}

/** `350 Hz` by number. */
function frequencyNames(text: string): readonly string[] {
  return (text.split(";")[0] ?? "").split(",").map((part) => l10n.t("{0} Hz", (part.split("@")[0] ?? "").trim()));
}

function sectionParts(text: string, { start, end }: Span, names: readonly string[] | undefined): Part[] {
  const open = text.indexOf("(", start);
  const lengthEnd = open < 0 || open > end ? end : open;
  const length = { start, end: lengthEnd };
  const parts: Part[] = [
    {
      span: length,
      documentation: l10n.t("Length of the section in seconds. The segments repeat until its end. `*` means forever."),
    },
  ];
  if (lengthEnd === end) return parts;
  const close = text.indexOf(")", open);
  const inner = text.slice(open + 1, close < 0 || close > end ? end : close);
  for (const [i, { text: segment, span }] of cut(inner, open + 1, ",").entries()) {
    for (const [field, part] of cut(segment, span.start, "/").entries()) {
      const documentation = fieldInWords(field, i + 1, part.text, names);
      if (documentation !== undefined) parts.push({ span: part.span, documentation });
    }
  }
  return parts;
}

function fieldInWords(
  field: number,
  segment: number,
  text: string,
  names: readonly string[] | undefined,
): string | undefined {
  if (field === 0) return l10n.t("Segment {0}: seconds on. `*` means forever.", segment);
  if (field === 1) return l10n.t("Segment {0}: seconds off. 0 continues with the next segment.", segment);
  if (field > 2 || !names) return undefined;
  const used = (text.match(/\d+/g) ?? []).map((index) => names[Number(index) - 1]).filter((name) => name !== undefined);
  if (used.length === 0)
    return l10n.t("Segment {0}: numbers of the frequencies, joined by `+`. 0 means silence.", segment);
  return l10n.t("Segment {0}: numbers of the frequencies, joined by `+`. Now: {1}.", segment, used.join(" + "));
}

function* cutAt(text: string, from: number, sign: string): Iterable<{ readonly text: string; readonly span: Span }> {
  let at = from;
  for (const part of text.split(sign)) {
    yield { text: part, span: { start: at, end: at + part.length } };
    at += part.length + sign.length;
  }
}

function cut(text: string, from: number, sign: string) {
  return [...cutAt(text, from, sign)];
}
