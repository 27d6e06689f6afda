import * as l10n from "@vscode/l10n";
import { isUtf8 } from "../profile/byteFacts";
import type { ProfileDocument } from "../profile/profileDocument";
import type { Segment } from "../profile/setting";
import type { Span } from "../text/span";
import type { DocumentCheckContext, Report, SharedCheck } from "./check";

export const notUtf8: SharedCheck = {
  code: "xml/not-utf8",
  severity: "error",
  title: "A file that is not UTF-8",
  docs: `The file is UTF-16 or UTF-32, its bytes are not valid UTF-8 (usually because it was saved as Latin-1), or its XML declaration names another encoding although it uses letters outside ASCII. Phones read UTF-8 only and do not recognize such a file. Save it as UTF-8 without a byte-order mark, and declare \`UTF-8\` or nothing. An editor converts a file when it opens it, so some of these problems are reported only on the command line.`,
  document(document, context) {
    const [first] = document.segments;
    if (!first) return;
    const { bytes, report } = context;
    if (bytes && bytes.encoding !== "UTF-8")
      report(first, {
        message: l10n.t("The file is {0}. Phones read UTF-8 only and reject it. Save it as UTF-8.", bytes.encoding),
        span: firstMark(first),
      });
    else if (bytes ? !isUtf8(bytes) : includesLost(document)) reportLost(document, context);
    else {
      const declared = declaredProblem(document, first);
      if (declared) report(first, declared);
    }
  },
};

/** The first character that is neither a blank nor a byte-order mark. */
function firstMark({ text }: Segment): Span {
  const start = Math.max(0, text.search(/[^\s\ufeff]/));
  return { start, end: Math.min(start + 1, text.length) };
}

/** Bytes that are not text are read as U+FFFD. */
function reportLost({ segments }: ProfileDocument, { report }: DocumentCheckContext): void {
  const segment = segments.find((one) => charactersOf(one).lost >= 0);
  if (!segment) return;
  const { lost } = charactersOf(segment);
  report(segment, {
    message: l10n.t("These bytes are not UTF-8 text. Phones read UTF-8 only and reject the file."),
    span: { start: lost, end: lost + 1 },
  });
}

const declaration = /^\ufeff?\s*<\?xml\s[^<>]{0,200}?\bencoding\s*=\s*(["'])([\w.:-]{1,40})\1/;

/** An XML declaration that names an encoding in which the file would be another text. */
function declaredProblem(document: ProfileDocument, first: Segment): (Report & { readonly span: Span }) | undefined {
  const match = declaration.exec(first.text.slice(0, 400));
  const name = match?.[2];
  if (!match || !name || /^(?:utf-?8|(?:us-)?ascii)$/i.test(name)) return undefined;
  // In one of these even ASCII characters are other bytes.
  const isWide = /^(?:utf|ucs|iso-10646-ucs)[-_]?(?:16|32|2|4|7)/i.test(name);
  if (!isWide && !document.segments.some((segment) => !charactersOf(segment).isAscii)) return undefined;
  const end = match[0].length - 1;
  const span = { start: end - name.length, end };
  return {
    message: l10n.t("The file is declared as `{0}`. Phones read UTF-8 only. Save it as UTF-8 and declare that.", name),
    span,
    fixes: [{ title: l10n.t("Declare UTF-8"), safe: isWide, edits: [{ span, text: "UTF-8" }] }],
    // No document says that a phone minds the name alone.
    ...(!isWide && { severity: "warning" }),
  };
}

interface Characters {
  /** Where a byte was that is not text; -1: nowhere. */
  readonly lost: number;
  readonly isAscii: boolean;
}

const known = new WeakMap<Segment, Characters>();

function charactersOf(segment: Segment): Characters {
  let characters = known.get(segment);
  if (!characters) {
    const { text } = segment;
    // biome-ignore lint/suspicious/noControlCharactersInRegex: every ASCII character
    characters = { lost: text.indexOf("\ufffd"), isAscii: /^\ufeff?[\u0000-\u007f]*$/.test(text) };
    known.set(segment, characters);
  }
  return characters;
}

function includesLost({ segments }: ProfileDocument): boolean {
  return segments.some((segment) => charactersOf(segment).lost >= 0);
}
