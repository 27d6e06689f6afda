import * as l10n from "@vscode/l10n";
import type { Include, Part, Reading, TemplateFault } from "./parts";

// Jinja and Mustache: `{{ value }}`, `{% tag %}` or `{{#section}}`, `{# comment #}` or `{{! comment }}`.

const raw = /\{%-?\s*raw\s*-?%\}(.*?)\{%-?\s*endraw\s*-?%\}/sy;
const include = /^\{%-?\s*include\s+(["'])([^"'{}]+)\1(?:\s+(?:ignore missing|with(?:out)? context))*\s*-?%\}$/;
/** Of templates that build on others: the engine has no tags for it, and the text between is what counts. */
const block = /^\{%-?\s*(?:block\s+\w+|endblock(?:\s+\w+)?)(?:\s+(?:scoped|required))*\s*-?%\}$/;

export function jinjaParts(text: string): Reading {
  const parts: (Part | Include)[] = [];
  let start = 0;
  for (let at = text.indexOf("{"); at >= 0; at = text.indexOf("{", Math.max(at + 1, start))) {
    const sign = text[at + 1];
    if (sign !== "{" && sign !== "%" && sign !== "#") continue;
    raw.lastIndex = at;
    const verbatim = raw.exec(text);
    const end = verbatim ? raw.lastIndex : endOfTag(text, at, sign);
    if (end === undefined) return { parts, fault: unclosed(text, at) };
    if (at > start) parts.push(textPart(text, start, at));
    const source = { start: at, end };
    const tag = text.slice(at, end);
    const file = include.exec(tag)?.[2];
    if (verbatim) {
      const begin = at + verbatim[0].indexOf(verbatim[1] as string);
      parts.push(...literalParts(text, begin, begin + (verbatim[1] as string).length));
    } else if (file !== undefined) parts.push({ kind: "include", file, source });
    else if (block.test(tag)) parts.push({ kind: "tag", text: "{# #}", source });
    else parts.push({ kind: sign === "{" ? "value" : "tag", text: tag, source });
    start = end;
  }
  if (start < text.length) parts.push(textPart(text, start, text.length));
  return { parts };
}

export function mustacheParts(text: string): Reading {
  const parts: (Part | Include)[] = [];
  let start = 0;
  for (let at = text.indexOf("{{"); at >= 0; at = text.indexOf("{{", start)) {
    const isTriple = text[at + 2] === "{";
    const close = isTriple ? "}}}" : "}}";
    const found = text.indexOf(close, at + 2);
    if (found < 0) return { parts, fault: unclosed(text, at) };
    const end = found + close.length;
    if (at > start) parts.push(textPart(text, start, at));
    const source = { start: at, end };
    const tag = text.slice(at, end);
    const [, sign = "", name = ""] = /^\{\{\s*([#^>/!=]?)\s*(.*?)\s*\}\}$/s.exec(tag) ?? [];
    if (sign === "=")
      return {
        parts,
        fault: { code: "template/syntax", message: l10n.t("Other delimiters are not supported."), span: source },
      };
    if (sign === ">") parts.push({ kind: "include", file: /\.\w+$/.test(name) ? name : `${name}.mustache`, source });
    else parts.push({ kind: sign === "" ? "value" : "tag", text: tag, source });
    start = end;
  }
  if (start < text.length) parts.push(textPart(text, start, text.length));
  return { parts };
}

export function textPart(text: string, start: number, end: number): Part {
  return { kind: "text", text: text.slice(start, end), source: { start, end } };
}

/** Text that may look like tags, for an engine that would read them. */
export function literalParts(text: string, start: number, end: number): Part[] {
  const parts: Part[] = [];
  let from = start;
  for (const { index, 0: brace } of text.slice(start, end).matchAll(/\{(?=[{%#])/g)) {
    const at = start + index;
    if (at > from) parts.push(textPart(text, from, at));
    from = at + brace.length;
    parts.push({ kind: "value", text: "{{ '{' }}", source: { start: at, end: from } });
  }
  if (end > from) parts.push(textPart(text, from, end));
  return parts;
}

export function unclosed(text: string, at: number): TemplateFault {
  const end = Math.min(text.length, at + 2);
  return { code: "template/syntax", message: l10n.t("The tag is not closed."), span: { start: at, end } };
}

/** A closing mark in quotes does not close. */
function endOfTag(text: string, start: number, sign: string): number | undefined {
  const close = sign === "{" ? "}}" : `${sign}}`;
  if (sign === "#") {
    const end = text.indexOf(close, start + 2);
    return end < 0 ? undefined : end + 2;
  }
  let quote = "";
  let depth = 0;
  for (let at = start + 2; at < text.length; at++) {
    const c = text[at] as string;
    if (quote !== "") {
      if (c === "\\") at++;
      else if (c === quote) quote = "";
    } else if (depth === 0 && text.startsWith(close, at)) return at + 2;
    else if (c === '"' || c === "'") quote = c;
    else if (c === "{") depth++;
    else if (c === "}" && depth > 0) depth--;
  }
  return undefined;
}
