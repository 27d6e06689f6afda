import type { Span } from "../text/span";

/** What writes a template. */
export type Syntax = "jinja" | "smarty" | "mustache";

export const syntaxes: readonly Syntax[] = ["jinja", "smarty", "mustache"];

/** A stretch of a template, as the engine gets it. */
export interface Part {
  /** Text is written as it is, a value is written in its place, a tag only steers. */
  readonly kind: "text" | "value" | "tag";
  /** For the engine; that of a text is what is typed at `source`. */
  readonly text: string;
  /** In the template; a part of an included file has the place of the tag that includes it. */
  readonly source: Span;
  /** The included file that it is from. */
  readonly from?: string;
}

/** Why a template cannot be rendered. */
export interface TemplateFault {
  readonly code: "template/syntax" | "template/include" | "template/failed";
  readonly message: string;
  readonly span: Span;
}

/** A template in parts, before other files are included. */
export interface Reading {
  readonly parts: readonly (Part | Include)[];
  readonly fault?: TemplateFault;
}

export interface Include {
  readonly kind: "include";
  /** As it is written, relative to the template. */
  readonly file: string;
  readonly source: Span;
}

/** Of names of templates. */
export const templateEndings = ["j2", "jinja", "jinja2", "tpl", "smarty", "mustache", "hbs"] as const;

/** By the ending of the name, then by the tags; undefined when there are none. */
export function syntaxOf(name: string, text: string): Syntax | undefined {
  const ending = /\.(?:(j2|jinja2?)|(tpl|smarty)|(mustache|hbs))(?:\.\w+)?$/i.exec(name);
  const named = ending && (ending[1] ? "jinja" : ending[2] ? "smarty" : "mustache");
  if (named && named !== "smarty") return named;
  if (/\{%|(?<!\{)\{#/.test(text)) return "jinja";
  if (/\{\$\w|\{(?:if|foreach|include|assign)\s|\{\*/.test(text)) return "smarty";
  if (/\{\{\s*[#^>/&!{]/.test(text)) return "mustache";
  if (text.includes("{{")) return "jinja";
  return named ?? undefined;
}

/** The name of what a template makes: without the ending of templates. */
export function resultName(template: string): string {
  const name = template.replace(/^.*[/\\]/, "");
  const bare = name.replace(/\.(?:j2|jinja2?|tpl|smarty|mustache|hbs)(?=\.\w+$|$)/i, "");
  return /\.\w+$/.test(bare) ? bare : `${bare}.xml`;
}
