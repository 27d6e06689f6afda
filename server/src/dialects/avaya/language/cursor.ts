import { lineAt, valueContext } from "../../../lines/cursor";
import type { CursorContext, SyntaxWord } from "../../../profile/cursorContext";
import type { ProfileDocument } from "../../../profile/profileDocument";
import type { Catalogue } from "../../../schema/catalogue";
import { familiesAt } from "../flow/models";
import { programOf } from "../flow/program";
import { isOfAny, variableOf, variables } from "../flow/variables";
import { nameStyle } from "../write";

/** What can be typed at `offset`. */
export function contextAt(
  document: ProfileDocument,
  text: string,
  offset: number,
  catalogue: Catalogue,
): CursorContext {
  const { before, rest } = lineAt(text, offset);
  if (before.startsWith("#")) return { kind: "none" };
  const words = wordsAt(document, before, offset, catalogue);
  if (words) {
    const typed = /[^ \t]*$/.exec(before)?.[0] ?? "";
    const end = offset + (/^[^ \t]*/.exec(rest)?.[0].length ?? 0);
    return { kind: "words", replace: { start: offset - typed.length, end }, words };
  }
  const name = /^(?:(SET|ADD)[ \t]+)?([A-Za-z][\w.-]*|)$/i.exec(before);
  if (name) {
    const [, keyword = "", typed = ""] = name;
    const end = offset + (/^[\w.-]*/.exec(rest)?.[0].length ?? 0);
    const hasValue = text.slice(end, offset + rest.length).trim() === "";
    const isKeyword = keyword === "" && /^(?:S|SE|SET|A|AD|ADD)$/i.test(typed);
    return {
      ...{ kind: "name", replace: { start: offset - typed.length, end }, typed: isKeyword ? "" : typed, path: "" },
      style: nameStyle(keyword, hasValue),
    };
  }
  return valueContext(document, offset);
}

/** Beginnings of statements other than settings. */
const statements: readonly SyntaxWord[] = [
  {
    label: "IF",
    kind: "keyword",
    insert: { plain: "IF $MODEL4 SEQ ", snippet: "IF \\$$1 SEQ $2 GOTO $3" },
  },
  { label: "GOTO", kind: "keyword", insert: { plain: "GOTO ", snippet: "GOTO $1" } },
  { label: "GET", kind: "keyword", insert: { plain: "GET ", snippet: "GET $1" } },
];

const wordsOf = (kind: SyntaxWord["kind"], labels: readonly string[]) =>
  labels.map((label): SyntaxWord => ({ label, kind }));

/** Words that may be typed at the end of `before`; undefined where none are. */
function wordsAt(
  document: ProfileDocument,
  before: string,
  offset: number,
  catalogue: Catalogue,
): readonly SyntaxWord[] | undefined {
  if (/^(?:I|IF|G|GO|GOT|GOTO|GE|GET)$/i.test(before)) return statements;
  if (/^GOTO[ \t]+\S*$/i.test(before)) return labelsBelow(document, offset);
  if (/^GET[ \t]+\S*$/i.test(before)) return wordsOf("file", ["46xxsettings.txt", "$MACADDR.txt"]);
  if (!/^IF[ \t]/i.test(before)) return undefined;
  const parts = before.split(/[ \t]+/);
  switch (parts.length) {
    case 2:
      return variablesAt(document, offset, catalogue);
    case 3:
      return wordsOf("keyword", ["SEQ"]);
    case 4:
      return wordsOf("attribute value", variableOf(parts[1]?.replace(/^\$/, "") ?? "")?.values ?? []);
    case 5:
      return wordsOf("keyword", ["GOTO"]);
    default:
      return parts.length === 6 ? labelsBelow(document, offset) : [];
  }
}

/** Those that some phone has which comes there. */
function variablesAt(document: ProfileDocument, offset: number, catalogue: Catalogue): readonly SyntaxWord[] {
  const families = familiesAt(document, catalogue, offset);
  return variables
    .filter((variable) => !families || isOfAny(variable, families, catalogue))
    .map(({ name, describe }) => ({ label: `$${name}`, kind: "variable", detail: describe() }));
}

/** Labels that a jump at `offset` can lead to, the nearest first. */
function labelsBelow(document: ProfileDocument, offset: number): readonly SyntaxWord[] {
  const names = new Set<string>();
  for (const { statement, base } of programOf(document).steps)
    if (statement.kind === "label" && base + statement.span.start > offset) names.add(statement.label.text);
  return wordsOf("label", [...names]);
}
