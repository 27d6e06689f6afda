import * as l10n from "@vscode/l10n";
import { literalParts, unclosed } from "./jinjaParts";
import type { Include, Part, Reading, TemplateFault } from "./parts";
import { smartyExpression } from "./smartyExpression";

// A part of Smarty, written as Jinja for the engine: {$value|modifier:argument}, {if} {elseif} {else}, {foreach}
// {foreachelse}, {for $i = 1 to 3}, {assign}, {$x = 1}, {include file=…}, {literal}, {ldelim}, {rdelim}, {* comment *}.
// A brace before a space, and any other word in braces, is text, as in dial plans and scripts.

const tagStart =
  /\{(?:\$|\*|\/?(?:if|elseif|else|foreach|foreachelse|for|forelse|assign|include|literal|ldelim|rdelim|strip|section|while|capture|function|block|extends|php|insert)(?=[\s}]))/g;
const attribute = /(\w+)\s*=\s*("[^"]*"|'[^']*'|[^\s"']+)/g;

export function smartyParts(text: string): Reading {
  const parts: (Part | Include)[] = [];
  const open: { readonly word: string; readonly at: number }[] = [];
  let start = 0;
  tagStart.lastIndex = 0;
  for (let match = tagStart.exec(text); match; match = tagStart.exec(text)) {
    const at = match.index;
    const isComment = text[at + 1] === "*";
    const end = isComment ? endOf(text, "*}", at) : endOfTag(text, at);
    if (end === undefined) return { parts, fault: unclosed(text, at) };
    if (at > start) parts.push(...literalParts(text, start, at));
    const source = { start: at, end };
    start = end;
    tagStart.lastIndex = end;
    if (isComment) continue;
    const body = text.slice(at + 1, end - 1).trim();
    if (body === "literal") {
      const stop = text.indexOf("{/literal}", end);
      if (stop < 0) return { parts, fault: unclosed(text, at) };
      parts.push(...literalParts(text, end, stop));
      start = stop + "{/literal}".length;
      tagStart.lastIndex = start;
      continue;
    }
    const fault = (message: string): Reading => ({ parts, fault: { code: "template/syntax", message, span: source } });
    const made = tagOf(body, open, at);
    if (typeof made === "string") return fault(made);
    if ("file" in made) parts.push({ kind: "include", file: made.file, source });
    else if (made.text !== "") parts.push({ ...made, source });
  }
  if (start < text.length) parts.push(...literalParts(text, start, text.length));
  const last = open.at(-1);
  const left: TemplateFault | undefined = last && {
    code: "template/syntax",
    message: l10n.t("The tag is not closed. Add `{0}`.", `{/${last.word}}`),
    span: { start: last.at, end: endOfTag(text, last.at) ?? last.at + 1 },
  };
  return { parts, ...(left && { fault: left }) };
}

type Made = Pick<Part, "kind" | "text"> | { readonly file: string };

/** A tag as Jinja, or what is wrong with it. */
function tagOf(body: string, open: { readonly word: string; readonly at: number }[], at: number): Made | string {
  const [, word = "", rest = ""] = /^(\/?\w*)\s*(.*)$/s.exec(body) ?? [];
  const tag = (text: string): Made => ({ kind: "tag", text: `{% ${text} %}` });
  const close = (name: string): Made | string => {
    if (open.pop()?.word !== name) return l10n.t("`{0}` has no tag that it ends.", `/${name}`);
    return tag(name === "if" ? "endif" : "endfor");
  };
  if (body.startsWith("$")) {
    const [, name, value] = /^\$(\w+)\s*=(?!=)\s*(.*)$/s.exec(body) ?? [];
    const text = smartyExpression(value ?? body);
    if (text === undefined) return invalid(body);
    return name === undefined ? { kind: "value", text: `{{ ${text} }}` } : tag(`set ${name} = ${text}`);
  }
  switch (word) {
    case "if":
    case "elseif": {
      const text = smartyExpression(rest);
      if (text === undefined) return invalid(rest);
      if (word === "if") open.push({ word, at });
      return tag(`${word === "if" ? "if" : "elif"} ${text}`);
    }
    case "else":
    case "foreachelse":
    case "forelse":
      return tag("else");
    case "/if":
    case "/foreach":
    case "/for":
      return close(word.slice(1));
    case "foreach":
      open.push({ word, at });
      return loop(rest);
    case "for": {
      const [, name, from, to, step = "1"] = /^\$(\w+)\s*=\s*(\S+)\s+to\s+(\S+)(?:\s+step\s+(\S+))?$/.exec(rest) ?? [];
      const [first, last] = [from, to].map((each) => each && smartyExpression(each));
      if (name === undefined || first === undefined || last === undefined) return invalid(rest);
      open.push({ word, at });
      return tag(`for ${name} in range(${first} | int, (${last} | int) + 1, ${step})`);
    }
    case "assign": {
      const { var: name = "", value = "" } = attributes(rest);
      const text = smartyExpression(value);
      return text === undefined || !/^\w+$/.test(name) ? invalid(rest) : tag(`set ${name} = ${text}`);
    }
    case "include": {
      const { file } = attributes(rest);
      return file === undefined || file.includes("$") ? invalid(rest) : { file: unquoted(file) };
    }
    case "ldelim":
    case "rdelim":
      return { kind: "value", text: `{{ '${word === "ldelim" ? "{" : "}"}' }}` };
    case "strip":
    case "/strip":
      return { kind: "tag", text: "" };
    default:
      return l10n.t("The tag `{0}` is not supported. A renderer command can be used for it.", word.replace("/", ""));
  }
}

/** `{foreach $list as $key => $item}`, or with `from`, `item` and `key`. */
function loop(rest: string): Made | string {
  const modern = /^(.*?)\s+as\s+(?:\$(\w+)\s*=>\s*)?\$(\w+)$/s.exec(rest);
  const { from, item, key } = attributes(rest);
  const [list, of, name] = modern
    ? [modern[1], modern[2], modern[3]]
    : [from, key && unquoted(key), item && unquoted(item)];
  const text = list === undefined ? undefined : smartyExpression(list);
  if (text === undefined || name === undefined || !/^\w+$/.test(name)) return invalid(rest);
  const pairs = of === undefined ? "" : `${of}, `;
  return { kind: "tag", text: `{% for ${pairs}${name} in ${of === undefined ? text : `(${text}) | items`} %}` };
}

function attributes(text: string): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries([...text.matchAll(attribute)].map(([, name, value]) => [name, value]));
}

function unquoted(text: string): string {
  return text.replace(/^(["'])(.*)\1$/s, "$2");
}

function invalid(text: string): string {
  return l10n.t("Not a valid expression: `{0}`.", text);
}

function endOf(text: string, close: string, from: number): number | undefined {
  const end = text.indexOf(close, from + 2);
  return end < 0 ? undefined : end + close.length;
}

function endOfTag(text: string, start: number): number | undefined {
  let quote = "";
  for (let at = start + 1; at < text.length; at++) {
    const c = text[at] as string;
    if (quote !== "") {
      if (c === "\\") at++;
      else if (c === quote) quote = "";
    } else if (c === '"' || c === "'") quote = c;
    else if (c === "}") return at + 1;
  }
  return undefined;
}
