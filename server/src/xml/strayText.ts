import * as l10n from "@vscode/l10n";
import type { ForwardSearch } from "../text/forwardSearch";
import { placeholderEnd } from "../text/placeholder";
import type { Problem, Span } from "../text/span";
import { isTemplateMark } from "./markup";

/** The end of the text at `start`: the next tag, placeholders passed over. */
export function strayEnd(
  text: string,
  start: number,
  marks: ForwardSearch,
  isStandIn: (at: number) => boolean,
): { readonly at: number; readonly templated: boolean } {
  let templated = false;
  let at = text.charCodeAt(start) === 60 ? start + 1 : start;
  while (at < text.length && (text.charCodeAt(at) !== 60 || isStandIn(at))) {
    const c = text.charCodeAt(at);
    const close = c === 123 || c === 36 || c === 35 || c === 91 ? placeholderEnd(text, at, 4000, marks) : undefined;
    if (close !== undefined && isTemplateMark(text.slice(at, close))) {
      templated = true;
      at = close;
    } else at++;
  }
  return { at, templated };
}

/** The line that browsers put over an XML file they show as a tree. */
const browserLine = /This XML file does not appear to have any style information|The document tree is shown below/;

export function textBeforeRootProblem(content: string, span: Span, until: number): Problem {
  const fix = {
    title: l10n.t("Remove the text before the root"),
    safe: true,
    edits: [{ span: { start: span.start, end: until }, text: "" }],
  };
  if (browserLine.test(content) || /^[-+]$/.test(content.trim())) {
    return {
      code: "xml/saved-from-browser",
      severity: "error",
      message: l10n.t(
        "This line comes from a browser's tree view and is not part of the file. The phone rejects the file.",
      ),
      span,
      fixes: [fix],
    };
  }
  return {
    code: "xml/text-before-root",
    severity: "error",
    message: l10n.t("There is text before the root element. The phone rejects the file."),
    span,
    fixes: [fix],
  };
}

export function strayTextProblem(content: string, span: Span): Problem {
  if (/^[-+]$/.test(content.trim())) {
    return {
      code: "xml/saved-from-browser",
      severity: "warning",
      message: l10n.t("`{0}` comes from a browser's tree view. The file may be incomplete.", content.trim()),
      span,
      fixes: [{ title: l10n.t("Remove the text"), edits: [{ span, text: "" }] }],
    };
  }
  return {
    code: "xml/stray-text",
    severity: "hint",
    message: l10n.t("The phone ignores text between elements."),
    span: { start: span.start, end: firstLineEnd(content, span) },
    unnecessary: true,
  };
}

function firstLineEnd(content: string, span: Span): number {
  const at = content.search(/[\r\n]/);
  return at < 0 ? span.end : span.start + at;
}
