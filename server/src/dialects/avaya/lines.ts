import * as l10n from "@vscode/l10n";
import type { Comment, SettingParts } from "../../profile/setting";
import type { Catalogue } from "../../schema/catalogue";
import { hasPlaceholder } from "../../text/placeholder";
import type { Problem, Span } from "../../text/span";
import { secrets } from "./secrets";
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
interface AssignmentDraft {
  readonly kind: "set" | "add";
  readonly span: Span;
  readonly keyword: Span;
  readonly parts: SettingParts;
  readonly value: string;
}

type StatementDraft = AssignmentDraft | Exclude<Statement, { readonly kind: "set" | "add" }>;

/** Where what a line contains is put; offsets count from the start of the segment. */
export interface Draft {
  readonly statements: StatementDraft[];
  readonly problems: Problem[];
  readonly comments: Comment[];
  readonly templates: number[];
  /** Blanks before what would be a statement without them. */
  readonly indents: Span[];
  /** The `SET` without a value in the line before. */
  empty: { readonly name: string; readonly end: number } | undefined;
}

/** A line that may be a statement, by its first characters. */
const keyword = /^(SET|ADD|IF|GOTO|GET)(?=[ \t]|$)/i;

/** A remark after the parts of a statement. */
const remark = /(?<=[ \t])##.*$/;

/** Keywords in capitals: text that people read begins with such words too. */
const indented =
  /^([ \t]+)(?:(?:SET|ADD)[ \t]+[A-Z][A-Z\d_]*(?:[ \t]|$)|IF[ \t]+\$|GOTO[ \t]+\S+[ \t]*$|GET[ \t]+\S+\.\w+[ \t]*$)/;

/** Characters inside a name that no name has: a value, perhaps a secret, was run into it. */
const runTogether = /[\p{L}\d_][^\p{L}\d_.-]+\S/u;

/** A setting that a person made a comment, but not with the usual marks. */
const commentedSetting = /^(#[ \t]*)((?:SET|ADD)[ \t]+[A-Z][A-Z\d_]+[ \t]+\S)/;

/** Reads one line without its line end. */
export function readLine(line: string, at: number, catalogue: Catalogue, draft: Draft): void {
  const indent = /^[ \t]+(?=##)/.exec(line)?.[0].length ?? 0;
  if (indent > 0) readMarked(line.slice(indent), at + indent, draft);
  else if (line.startsWith("#")) readMarked(line, at, draft);
  // lines of template engines
  else if (/^\s*[{<@$%[]/.test(line) && hasPlaceholder(line)) draft.templates.push(at + line.length);
  else {
    const word = keyword.exec(line)?.[1];
    if (word !== undefined) readStatement(word, line.trimEnd(), at, catalogue, draft);
    else readOther(line, at, draft);
  }
  if (line.trim() !== "" && draft.empty && draft.empty.end < at) draft.empty = undefined;
}

/** A line that the phone takes as a comment. */
function readOther(line: string, at: number, draft: Draft): void {
  const { empty } = draft;
  if (empty && /^[ \t]*"[^"]*"[ \t]*$/.test(line)) {
    const start = at + line.length - line.trimStart().length;
    const value = line.trim();
    draft.problems.push({
      code: "statement/value-on-next-line",
      severity: "warning",
      message: l10n.t(
        "The value of `{0}` is on the next line. The phone sets nothing and ignores the value.",
        empty.name,
      ),
      span: { start, end: start + value.length },
      fixes: [
        {
          title: l10n.t("Move the value to the line of `{0}`", empty.name),
          edits: [{ span: { start: empty.end, end: start }, text: " " }],
        },
      ],
    });
  }
  const indent = indented.exec(line)?.[1];
  if (indent !== undefined) draft.indents.push({ start: at, end: at + indent.length });
}

function readStatement(word: string, line: string, at: number, catalogue: Catalogue, draft: Draft): void {
  const kind = word.toUpperCase();
  // What follows the value of a setting belongs to it; after other statements it is left out.
  const isSetting = kind === "SET" || kind === "ADD";
  const remarkAt = isSetting ? -1 : line.search(remark);
  const body = remarkAt < 0 ? line : line.slice(0, remarkAt).trimEnd();
  if (remarkAt >= 0) addRemark(line, remarkAt, body.length, at, draft);
  if (isSetting) readAssignment(kind === "SET" ? "set" : "add", body, at, catalogue, draft);
  else if (kind === "IF") readCondition(body, at, draft);
  else {
    const [first, target] = wordsOf(body, at);
    const span = { start: at, end: at + body.length };
    if (!first || !target) draft.problems.push(malformed(kind === "GET" ? "GET file" : "GOTO label", span));
    else if (kind === "GET") draft.statements.push({ kind: "get", span, keyword: first.span, file: target });
    else draft.statements.push({ kind: "goto", span, keyword: first.span, label: target });
  }
}

/** Remarks are documented for lines of their own only. */
function addRemark(line: string, start: number, end: number, at: number, draft: Draft): void {
  const text = line.slice(start);
  const span = { start: at + start, end: at + line.length };
  draft.comments.push({
    span,
    text: text.replace(/^#+/, ""),
    textStart: span.start + (/^#+/.exec(text)?.[0].length ?? 0),
  });
  const isDirective = /^##\s*flat-profile-/.test(text);
  if (isDirective) return;
  draft.problems.push({
    code: "statement/remark",
    severity: "warning",
    message: l10n.t("The remark is on the line of a statement. The phone may take it as a part of the statement."),
    span,
    fixes: [
      {
        title: l10n.t("Move the remark to a line of its own"),
        edits: [
          { span: { start: at, end: at }, text: `${text}\n` },
          { span: { start: at + end, end: at + line.length }, text: "" },
        ],
      },
    ],
  });
}

function malformed(form: string, span: Span): Problem {
  return {
    ...{ code: "statement/malformed", severity: "error", span },
    message: l10n.t("The statement has missing parts. Its form is `{0}`. The phone ignores the line.", form),
  };
}

/** The text is not repeated: what is joined to the name may be a secret. */
function joined(text: string, start: number, span: Span, catalogue: Catalogue): Problem {
  const [whole = "", name = "", between = ""] = /^([A-Za-z][\w-]*)([^\p{L}\d_.-]+)/u.exec(text) ?? [];
  const end = start + (between.startsWith('"') ? name.length : whole.length);
  const edit = { span: { start: start + name.length, end }, text: " " };
  return {
    ...{ code: "statement/malformed", severity: "error", span },
    message: l10n.t(
      "The name has characters that no name has: a value may be joined to it. The phone ignores the line. Write a space between the name and the value.",
    ),
    ...(catalogue.has(name) && { fixes: [{ title: l10n.t("Write a space after `{0}`", name), edits: [edit] }] }),
  };
}

/** A line that starts with `#`: a label, or a comment. */
function readMarked(line: string, at: number, draft: Draft): void {
  // The vendor's own files close boxes of `#` after a label.
  const label = /^# (\S+)[ \t]*(?:[ \t]#+[ \t]*)?$/.exec(line)?.[1];
  // An assignment of a secret is a remark: labels are shown.
  if (label !== undefined && !label.startsWith("#") && secrets.places(label).length === 0) {
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
  const [whole, mark = "", setting = ""] = commentedSetting.exec(line) ?? [];
  if (whole === undefined) return;
  draft.problems.push({
    code: "statement/commented-setting",
    severity: "hint",
    message: l10n.t("The setting is a comment. Comments usually start with `##`."),
    span: { start: at, end: at + mark.length + (/^\S+/.exec(setting)?.[0].length ?? 0) },
    fixes: [
      {
        title: l10n.t("Start the comment with `##`"),
        edits: [{ span: { start: at, end: at + mark.length }, text: "## " }],
      },
      { title: l10n.t("Make it a setting"), edits: [{ span: { start: at, end: at + mark.length }, text: "" }] },
    ],
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
  if (/^[A-Za-z][\w-]*=/.test(name)) {
    draft.problems.push(equalsSign(name, nameStart));
    return;
  }
  if (runTogether.test(name) && !hasPlaceholder(name)) {
    draft.problems.push(joined(name, nameStart, { start: at, end: at + body.length }, catalogue));
    return;
  }
  const value = body.slice(whole.length);
  const valueStart = blanks === "" ? nameEnd : at + whole.length;
  const remarkAt = value.startsWith("##") ? 0 : value.startsWith('"') ? afterQuotes(value) : value.search(remark);
  const written = remarkAt < 0 ? value : value.slice(0, remarkAt).trimEnd();
  if (remarkAt >= 0) addRemark(body, whole.length + remarkAt, whole.length + written.length, at, draft);
  // Without spreads: they take most of the time of reading, and objects made so are slow to read too.
  const parts: SettingParts = {
    name: catalogue.spelling(name),
    path: "",
    start: at,
    end: at + body.length,
    nameStart,
    nameEnd,
    valueStart,
    valueEnd: valueStart + written.length,
    endNameStart: -1,
    endNameEnd: -1,
    templated: hasPlaceholder(name) || hasPlaceholder(value),
  };
  draft.statements.push({
    kind,
    span: { start: at, end: at + body.length },
    keyword: { start: at, end: at + word.length },
    parts,
    value: unquoted(value),
  });
  if (value === "" && kind === "set") {
    draft.empty = { name, end: at + body.length };
    draft.problems.push({
      code: "statement/empty-value",
      severity: "info",
      message: l10n.t("`{0}` has no value. The phone clears what was set before.", name),
      span: { start: nameStart, end: nameEnd },
    });
  }
}

function equalsSign(name: string, start: number): Problem {
  const at = start + name.indexOf("=");
  const span = { start: at, end: at + 1 };
  return {
    ...{ code: "statement/equals-sign", severity: "error", span },
    message: l10n.t("The name and the value are joined by `=`. The phone ignores the line."),
    fixes: [{ title: l10n.t("Replace with a space"), edits: [{ span, text: " " }] }],
  };
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
  if (operator.text.toUpperCase() !== "SEQ") {
    draft.problems.push(unknownOperator(operator, left, right, label, { start: at, end: at + body.length }));
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

/** What other operators mean is said with a jump around a jump. */
function unknownOperator({ text, span }: Word, left: Word, right: Word, label: Word, line: Span): Problem {
  const isUnequal = /^(?:SNE|NE|NEQ|!=|<>|=!)$/i.test(text);
  const isEqual = /^(?:EQ|=|==|SEQ\W|S[EQ]{1,3})$/i.test(text);
  const skip = `NOT_${label.text}`;
  const around = `IF ${left.text} SEQ ${right.text} GOTO ${skip}\nGOTO ${label.text}\n# ${skip}`;
  return {
    ...{ code: "statement/operator", severity: "error", span },
    message: l10n.t("Unknown operator `{0}`. Conditions have only `SEQ`. The phone ignores the line.", text),
    ...(isEqual && { fixes: [{ title: l10n.t("Replace with `{0}`", "SEQ"), edits: [{ span, text: "SEQ" }] }] }),
    ...(isUnequal && {
      fixes: [{ title: l10n.t("Turn around with `IF … SEQ` and `GOTO`"), edits: [{ span: line, text: around }] }],
    }),
  };
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
