import type { ForwardSearch } from "./forwardSearch";

// Template placeholders: Smarty {$x} {if}, Jinja {{x}} {% %}, PHP <?php ?>, ERB <% %>, shell ${x} $x,
// ##X##, #X#, Velocity $!{x} #if(), Template Toolkit [% %], FreeMarker <#if>. A value that contains one is not judged.
// Device macros ($MA, $(MAU:3)) are upper case and are no placeholders; `##x|##` are keys of a dial plan.

const marks =
  /\{\$|\{\{|\{!!|\{%|\{#|\{\*|\{\/?[a-zA-Z_][\w.]*(?:\s[^{}<>]*)?\}|<\?|<%|\[%|\$!?\{[^}]*\}?|\$[a-z_][\w]*|\$_[A-Z]+\[|##(?=[^#]*[A-WYZa-wyz_])[^#\s<>|()]{1,40}##|#[A-Z][A-Z0-9_]{2,40}#|^\s*\{\d{1,2}\}\s*$|#(?:if|else|end|set|foreach|include|INCLUDE)\b|%%\w+%%|__[A-Z][A-Z0-9_]*__|@@\w+@@|@[A-Z][A-Z0-9_]{2,}@|<\/?xsl:/g;

/**
 * True when `text` contains a placeholder that a template engine or script fills in later. `own` matches what the format
 * has itself in such brackets: a wrongly written macro rather than a variable, and a grammar will say so.
 */
export function hasPlaceholder(text: string, own?: RegExp): boolean {
  if (!mayHavePlaceholder(text)) return false;
  marks.lastIndex = 0;
  for (let match = marks.exec(text); match; match = marks.exec(text)) {
    if (!own?.test(match[0])) return true;
  }
  return false;
}

/** A quick look that spares nearly every text the pattern: each placeholder contains one of these. */
const quickMarks = /[{$#]|__|%%|\[%|[@<][^\0-\x20]/;

/** False where no part of `text` contains a placeholder. */
export function mayHavePlaceholder(text: string): boolean {
  return quickMarks.test(text);
}

/**
 * The end of the placeholder that starts at `at`, or undefined when none does.
 * Looks at most `limit` characters ahead; `marks` spares looking again and again.
 */
export function placeholderEnd(text: string, at: number, limit = 4000, marks?: ForwardSearch): number | undefined {
  const close = closerOf(text, at);
  if (close === undefined) return undefined;
  const end = marks ? marks.next(close, at + 2, limit - 2) : nextWithin(text, close, at + 2, limit - 2);
  return end === undefined ? undefined : end + close.length;
}

function nextWithin(text: string, mark: string, from: number, limit: number): number | undefined {
  const at = text.slice(from, from + limit + mark.length).indexOf(mark);
  return at < 0 ? undefined : from + at;
}

/** Placeholders in element and attribute names without a closing mark: `$seq`, `%d`, `%(n)s`, `@@X@@`, `@i`, `@(i)`, `[[i]]`. */
const nameMark =
  /\$!?[A-Za-z_]\w{0,60}|#\{[^{}<>\n]{0,200}\}|%%?\w{1,40}%%?|%\d{0,2}[dsi]|%\(\w{1,40}\)[ds]|@@?\w{1,40}(?:@@?)?|@\([^()<>\n]{1,100}\)|\[\[[^[\]\n]{1,100}\]\]/y;

/** The end of the placeholder that starts at `at` within a name or between attributes, or undefined when none does. */
export function nameMarkEnd(text: string, at: number, limit: number): number | undefined {
  const end = placeholderEnd(text, at, limit);
  if (end !== undefined) return end;
  nameMark.lastIndex = at;
  return nameMark.test(text) ? nameMark.lastIndex : undefined;
}

function closerOf(text: string, at: number): string | undefined {
  const c = text[at];
  const d = text[at + 1];
  if (c === "{") return d === "{" ? "}}" : d === "%" ? "%}" : d === "#" ? "#}" : d === "*" ? "*}" : "}";
  if (c === "<") return d === "?" ? "?>" : d === "%" ? "%>" : undefined;
  if (c === "$") return d === "{" || (d === "!" && text[at + 2] === "{") ? "}" : undefined;
  if (c === "#") return d === "#" ? "##" : d === "*" ? "*#" : undefined;
  if (c === "[") return d === "%" ? "%]" : undefined;
  return undefined;
}
