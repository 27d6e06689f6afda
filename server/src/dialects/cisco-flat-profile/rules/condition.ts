import * as l10n from "@vscode/l10n";
import type { Problem, Span } from "../../../text/span";
import type { Comparison, Condition, Operand, Operator } from "./ast";

// cond = cmp { ("and"|"AND") cmp } ; cmp = operand op operand | op operand : specification section 4.1.

const operators: Readonly<Record<string, Operator>> = {
  "=": "eq",
  eq: "eq",
  "!=": "ne",
  ne: "ne",
  "!": "ne",
  "<": "lt",
  lt: "lt",
  "<=": "le",
  le: "le",
  ">": "gt",
  gt: "gt",
  ">=": "ge",
  ge: "ge",
};

interface Token {
  readonly kind: "string" | "word" | "operator" | "and";
  readonly text: string;
  readonly span: Span;
}

const sticky = /\s*(?:("[^"]*"?)|(!=|<=|>=|==|&&|\|\||=|<|>|!)|([^\s"=<>!&]+|&))/y;

function tokensOf(text: string, from: number, to: number): Token[] {
  const tokens: Token[] = [];
  const inner = text.slice(0, to);
  sticky.lastIndex = from;
  while (sticky.lastIndex < to) {
    const match = sticky.exec(inner);
    if (!match) break;
    const raw = match[1] ?? match[2] ?? match[3] ?? "";
    const span = { start: sticky.lastIndex - raw.length, end: sticky.lastIndex };
    if (match[1] !== undefined) tokens.push({ kind: "string", text: raw.replace(/^"|"$/g, ""), span });
    else if (match[2] !== undefined) tokens.push({ kind: "operator", text: raw, span });
    else if (raw === "and" || raw === "AND") tokens.push({ kind: "and", text: raw, span });
    else if (Object.hasOwn(operators, raw)) tokens.push({ kind: "operator", text: raw, span });
    else tokens.push({ kind: "word", text: raw, span });
  }
  return tokens;
}

/** Reads the condition in `text` from `from` to `to`. */
export function readCondition(text: string, from: number, to: number, problems: Problem[]): Condition {
  const tokens = tokensOf(text, from, to);
  const comparisons: Comparison[] = [];
  const report = (code: string, message: string, span: Span, fix?: { title: string; text: string }) =>
    problems.push({
      code: `rule/${code}`,
      severity: "error",
      message,
      span,
      ...(fix && { fixes: [{ title: fix.title, edits: [{ span, text: fix.text }] }] }),
    });
  let at = 0;
  if (tokens.length === 0)
    report("empty-condition", l10n.t("The condition is empty. The phone cannot read the rule."), {
      start: Math.max(0, from - 1),
      end: Math.min(text.length, to + 1),
    });
  while (at < tokens.length) {
    const start = at;
    const left = operandOf(tokens[at]);
    if (left) at++;
    const operator = tokens[at];
    if (operator?.kind !== "operator") {
      const span = operator?.span ?? left?.span ?? { start: from, end: to };
      if (operator?.text === "or" || operator?.text === "||")
        report("no-or", l10n.t("Conditions cannot use `or`. Add a second alternative after `|`."), span);
      else if (operator && left)
        report(
          "bad-operator",
          l10n.t("Expected an operator: `eq`, `ne`, `lt`, `le`, `gt` or `ge`."),
          span,
          inSmallLetters(operator.text),
        );
      else report("incomplete-comparison", l10n.t("A comparison needs an operator and two sides."), span);
      // Continue after the next `and`.
      while (at < tokens.length && tokens[at]?.kind !== "and") at++;
      at++;
      continue;
    }
    at++;
    if (operator.text === "==" || operator.text === "&&" || operator.text === "||") {
      if (operator.text === "==")
        report("bad-operator", l10n.t("`==` is not a valid operator. Use `=` or `eq`."), operator.span, {
          title: l10n.t("Replace with `eq`"),
          text: " eq ",
        });
      else
        report(
          "bad-operator",
          l10n.t("Comparisons must be joined with `and`."),
          operator.span,
          operator.text === "&&" ? { title: l10n.t("Replace with `and`"), text: " and " } : undefined,
        );
    }
    const right = operandOf(tokens[at]);
    if (right) at++;
    else report("incomplete-comparison", l10n.t("The right side of the comparison is missing."), operator.span);
    const last = tokens[at - 1] ?? operator;
    comparisons.push({
      left,
      operator: Object.hasOwn(operators, operator.text) ? operators[operator.text] : undefined,
      operatorSpan: operator.span,
      right,
      span: { start: tokens[start]?.span.start ?? from, end: last.span.end },
    });
    const next = tokens[at];
    if (!next) break;
    if (next.kind === "and") {
      at++;
      if (at >= tokens.length)
        report("incomplete-comparison", l10n.t("A comparison is missing after `and`."), next.span);
      continue;
    }
    if (/^or$|^\|\|$/i.test(next.text))
      report("no-or", l10n.t("Conditions cannot use `or`. Add a second alternative after `|`."), next.span);
    else if (next.text === "&&" || next.text === "&")
      report("bad-operator", l10n.t("Comparisons must be joined with `and`."), next.span, {
        title: l10n.t("Replace with `and`"),
        text: "and",
      });
    else report("bad-operator", l10n.t("Comparisons must be joined with `and`."), next.span);
    at++;
    if (next.kind === "string" || (next.kind === "word" && !/^(?:or|&)$/i.test(next.text))) break;
  }
  return { comparisons, span: { start: from, end: to } };
}

/** Operators are written in small letters; AND alone is known in capitals too. */
function inSmallLetters(text: string): { readonly title: string; readonly text: string } | undefined {
  const small = text.toLowerCase();
  return Object.hasOwn(operators, small) ? { title: l10n.t("Replace with `{0}`", small), text: small } : undefined;
}

function operandOf(token: Token | undefined): Operand | undefined {
  if (token?.kind !== "string" && token?.kind !== "word") return undefined;
  return { text: token.text, quoted: token.kind === "string", span: token.span };
}
