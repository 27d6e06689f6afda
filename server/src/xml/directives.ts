import type { ForwardSearch } from "../text/forwardSearch";

// Directives of template engines between elements.

/** Directives of FreeMarker and Mako: `<#list a as b>`, `<#-- -->`, `</#if>`, `<@call/>`, `<%doc> </%doc>`, `<%def name="x">`. */
const directive =
  /<#--|<%(?:doc|text)\b[^<>]{0,200}>|<\/?#(?:assign|attempt|autoesc|break|case|compress|default|else|elseif|escape|fallback|flush|ftl|function|global|if|import|include|items|list|local|lt|macro|nested|noautoesc|noescape|noparse|nt|on|outputformat|recover|recurse|return|rt|sep|setting|stop|switch|t|visit)\b[^<>]{0,200}(?:<[^<>]{0,200}){0,2}>|<\/?@[\w.]{1,60}[^<>]{0,400}>|<\/?%(?:block|call|def|include|inherit|namespace|page)\b[^<>]{0,400}>/y;

/** How far the end of a template's comment is looked for. */
const maxQuotationLength = 8000;

/** The end of the directive that starts at `at`, with the contents of a comment or quotation; undefined when none does. */
export function directiveEnd(text: string, at: number, marks: ForwardSearch): number | undefined {
  directive.lastIndex = at;
  const match = directive.exec(text)?.[0];
  if (match === undefined) return undefined;
  const close =
    match === "<#--"
      ? "-->"
      : /^<%(?:doc|text)/.test(match)
        ? `</${match.slice(1, match.startsWith("<%doc") ? 5 : 6)}>`
        : undefined;
  if (close === undefined) return directive.lastIndex;
  const after = directive.lastIndex;
  const end = marks.next(close, after, maxQuotationLength);
  return end === undefined ? after : end + close.length;
}
