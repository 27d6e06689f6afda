import * as l10n from "@vscode/l10n";
import type { Comment, SettingParts } from "../../profile/setting";
import type { Catalogue } from "../../schema/catalogue";
import { hasPlaceholder } from "../../text/placeholder";
import type { Problem, Span } from "../../text/span";
import type { Operand, Statement, Word } from "./statement";

// file   = *(line EOL)
// line   = set / add / if / goto / get / label / comment
// set    = "SET" 1*blank name [1*blank value]        "ADD" alike
// if     = "IF" 1*blank operand 1*blank "SEQ" 1*blank operand 1*blank "GOTO" 1*blank word
// goto   = "GOTO" 1*blank word
// get    = "GET" 1*blank file
// label  = "# " word
// value  = word / DQUOTE *char DQUOTE
// comment = anything else, usually "## …"
// Keywords begin in the first column, in any case. Blanks are spaces and tabs.

/** A setting before its segment exists. */
export interface AssignmentDraft {
  readonly kind: "set" | "add";
  readonly span: Span;
  readonly keyword: Span;
  readonly parts: SettingParts;
  readonly value: string;
}

export type StatementDraft = AssignmentDraft | Exclude<Statement, { readonly kind: "set" | "add" }>;

/** Where what a line contains is put; offsets count from the start of the segment. */
export interface Draft {
  readonly statements: StatementDraft[];
  readonly problems: Problem[];
  readonly comments: Comment[];
  readonly templates: number[];
}

/** A line that may be a statement, by its first characters. */
const keyword = /^(SET|ADD|IF|GOTO|GET)(?=[ \t]|$)/i;

/** A remark after a value. */
const remark = /[ \t]##/;

/** Reads one line without its line end. */
export function readLine(line: string, at: number, catalogue: Catalogue, draft: Draft): void {
  if (line.startsWith("#")) readMarked(line, at, draft);
  // lines of template engines
  else if (/^\s*[{<@$%[]/.test(line) && hasPlaceholder(line)) draft.templates.push(at + line.length);
  else {
    const word = keyword.exec(line)?.[1];
    if (word !== undefined) readStatement(word, line.trimEnd(), at, catalogue, draft);
  }
}

function readStatement(word: string, body: string, at: number, catalogue: Catalogue, draft: Draft): void {
  const kind = word.toUpperCase();
  if (kind === "SET" || kind === "ADD") readAssignment(kind === "SET" ? "set" : "add", body, at, catalogue, draft);
  else if (kind === "IF") readCondition(body, at, draft);
  else {
    const [first, target] = wordsOf(body, at);
    const span = { start: at, end: at + body.length };
    if (!first || !target) draft.problems.push(malformed(kind === "GET" ? "GET file" : "GOTO label", span));
    else if (kind === "GET") draft.statements.push({ kind: "get", span, keyword: first.span, file: target });
    else draft.statements.push({ kind: "goto", span, keyword: first.span, label: target });
  }
}

function malformed(form: string, span: Span): Problem {
  return {
    ...{ code: "statement/malformed", severity: "error", span },
    message: l10n.t("The statement has missing parts. Its form is `{0}`. The phone ignores the line.", form),
  };
}

/** A line that starts with `#`: a label, or a comment. */
function readMarked(line: string, at: number, draft: Draft): void {
  const label = /^# (\S+)[ \t]*$/.exec(line)?.[1];
  if (label !== undefined && !label.startsWith("#")) {
    const end = at + 2 + label.length;
    const word = { text: label, span: { start: at + 2, end } };
    draft.statements.push({
      ...{ kind: "label", span: { start: at, end }, keyword: { start: at, end: at + 1 }, label: word },
    });
    return;
  }
  const marks = /^#+/.exec(line)?.[0].length ?? 1;
  if (/^#(?:if|elseif|else|end|set|foreach|include|parse|macro)\b/.test(line)) draft.templates.push(at + line.length);
  draft.comments.push({
    span: { start: at, end: at + line.length },
    text: line.slice(marks),
    textStart: at + marks,
  });
}

function readAssignment(kind: "set" | "add", body: string, at: number, catalogue: Catalogue, draft: Draft): void {
  const match = /^(\S+)([ \t]+)(\S+)([ \t]*)/.exec(body);
  if (!match) {
    draft.problems.push(malformed(`${kind.toUpperCase()} name value`, { start: at, end: at + body.length }));
    return;
  }
  const [whole, word = "", gap = "", name = "", blanks = ""] = match;
  const nameStart = at + word.length + gap.length;
  const nameEnd = nameStart + name.length;
  const value = body.slice(whole.length);
  const valueStart = blanks === "" ? nameEnd : at + whole.length;
  const remarkAt = value.startsWith('"') ? afterQuotes(value) : value.search(remark);
  const valueEnd = remarkAt < 0 ? at + body.length : valueStart + value.slice(0, remarkAt).trimEnd().length;
  const parts: SettingParts = {
    ...{ name: catalogue.spelling(name), path: "", start: at, end: at + body.length, nameStart, nameEnd },
    ...{ valueStart, valueEnd, endNameStart: -1, endNameEnd: -1 },
    templated: hasPlaceholder(name) || hasPlaceholder(value),
  };
  draft.statements.push({
    ...{ kind, span: { start: at, end: at + body.length }, keyword: { start: at, end: at + word.length }, parts },
    value: unquoted(value),
  });
}

/** Where a remark after a value in quotes starts; -1: none. */
function afterQuotes(value: string): number {
  const end = value.indexOf('"', 1);
  const found = end < 0 ? -1 : value.slice(end).search(remark);
  return found < 0 ? -1 : end + found;
}

/** Without the quotes around it. */
export function unquoted(value: string): string {
  return value.length >= 2 && value.startsWith('"') && value.endsWith('"') ? value.slice(1, -1) : value;
}

function readCondition(body: string, at: number, draft: Draft): void {
  const words = wordsOf(body, at);
  const [first, left, operator, right, jump, label] = words;
  if (!first || !left || !operator || !right || !jump || !label || jump.text.toUpperCase() !== "GOTO") {
    draft.problems.push(malformed("IF $NAME SEQ value GOTO label", { start: at, end: at + body.length }));
    return;
  }
  draft.statements.push({
    ...{
      kind: "if",
      span: { start: at, end: at + body.length },
      keyword: first.span,
      operator,
      jump: jump.span,
      label,
    },
    ...{ left: operand(left), right: operand(right) },
  });
}

function operand(word: Word): Operand {
  return { ...word, variable: /^\$(\w+)$/.exec(word.text)?.[1] };
}

/** The words of a line; one in quotes may contain blanks. */
function wordsOf(body: string, at: number): Word[] {
  return [...body.matchAll(/"[^"]*"|\S+/g)].map(({ 0: text, index }) => ({
    text: unquoted(text),
    span: { start: at + index, end: at + index + text.length },
  }));
}
