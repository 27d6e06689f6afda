import * as l10n from "@vscode/l10n";
import type { Problem, Span } from "../../text/span";
import { characterName } from "../../values/oddCharacters";

// What the reader says of broken markup. Spans are the reader's own.

const at = (offset: number): Span => ({ start: offset, end: offset });

export function commentNotClosed(span: Span): Problem {
  const message = l10n.t("the comment is never closed by -->, so the phone ignores everything behind it");
  return { code: "xml/comment-not-closed", severity: "error", message, span };
}

export function commentInComment(start: number): Problem {
  return {
    code: "xml/comment-in-comment",
    severity: "warning",
    message: l10n.t("this comment begins inside another one that was not closed: everything between is switched off"),
    span: { start, end: start + 4 },
  };
}

export function commentDashes(start: number): Problem {
  return {
    code: "xml/comment-dashes",
    severity: "hint",
    message: l10n.t("strict XML allows no -- inside a comment; phones take it, other tools may not"),
    span: { start, end: start + 2 },
  };
}

/** `declaration` stands at `start`; `index` is the first curly quote in it. */
export function curlyDeclaration(declaration: string, start: number, index: number): Problem {
  return {
    code: "xml/curly-quotes",
    severity: "error",
    message: l10n.t(
      "typographic quotes in the XML declaration: XML needs plain double quotes, the phone rejects the file",
    ),
    span: { start: start + index, end: start + index + 1 },
    fixes: [
      {
        title: l10n.t("Use plain double quotes"),
        safe: true,
        edits: [
          {
            span: { start, end: start + declaration.length },
            text: declaration.replace(/[\u201c\u201d\u201e\u2018\u2019]/g, '"'),
          },
        ],
      },
    ],
  };
}

/** `blank` is what stands between the bracket and the name. */
export function blankAfterBracket(bracket: "<" | "</", span: Span, blank: Span): Problem {
  return {
    code: "xml/blank-after-bracket",
    severity: "error",
    message: l10n.t("no blank may stand between {0} and the name: the phone rejects the file", bracket),
    span,
    fixes: [{ title: l10n.t("Remove the blank"), safe: true, edits: [{ span: blank, text: "" }] }],
  };
}

export function badName(first: string, span: Span): Problem {
  const message = l10n.t("An element name cannot begin with `{0}`. The phone rejects the file.", first);
  return { code: "xml/bad-name", severity: "error", message, span };
}

export function oddBlank(text: string, span: Span): Problem {
  return {
    code: "xml/odd-blank",
    severity: "error",
    message: l10n.t(
      "XML does not take {0} for a blank. The phone rejects the file.",
      characterName(text.charCodeAt(span.start)),
    ),
    span,
    fixes: [{ title: l10n.t("Write a plain blank"), safe: true, edits: [{ span, text: " " }] }],
  };
}

export function unexpectedEndTag(name: string, span: Span): Problem {
  return {
    code: "xml/unexpected-end-tag",
    severity: "error",
    message: l10n.t("the end tag </{0}> closes nothing; the phone rejects the file", name),
    span,
    fixes: [{ title: l10n.t("Remove the end tag"), edits: [{ span, text: "" }] }],
  };
}

export function endTagNotClosed(name: string, span: Span): Problem {
  return {
    code: "xml/tag-not-closed",
    severity: "error",
    message: l10n.t("the end tag </{0} lacks its closing >", name),
    span,
    fixes: [{ title: l10n.t("Insert the missing >"), safe: true, edits: [{ span: at(span.end), text: ">" }] }],
  };
}

/** A container is closed while `name` inside it is still open. */
export function stillOpen(name: string, span: Span): Problem {
  return {
    code: "xml/missing-end-tag",
    severity: "error",
    message: l10n.t("<{0}> is still open here: its end tag </{0}> is missing", name),
    span,
    fixes: [{ title: l10n.t("Insert </{0}>", name), edits: [{ span: at(span.start), text: `</${name}>\n` }] }],
  };
}

/**
 * `before` separates the new end tag from what is before it. Without `insertAt` no place is right: a comment or CDATA
 * section that is not closed would take the tag.
 */
export function missingEndTag(
  name: string,
  span: Span,
  insertAt: number | undefined,
  { before = "", safe = true } = {},
): Problem {
  return {
    code: "xml/missing-end-tag",
    severity: "error",
    message: l10n.t("the end tag </{0}> is missing: the phone rejects the file", name),
    span,
    ...(insertAt !== undefined && {
      fixes: [
        { title: l10n.t("Insert </{0}>", name), safe, edits: [{ span: at(insertAt), text: `${before}</${name}>` }] },
      ],
    }),
  };
}

/** `slashAt` is where the slash must stand. */
export function lostSlash(name: string, span: Span, slashAt: number): Problem {
  return {
    code: "xml/lost-slash",
    severity: "error",
    message: l10n.t("a start tag stands where </{0}> must: the phone rejects the file", name),
    span,
    fixes: [{ title: l10n.t("Insert the slash"), safe: true, edits: [{ span: at(slashAt), text: "/" }] }],
  };
}

/** `all` are the places of every plain `<` in the value; without them there is no fix. */
export function bareLessThan(first: number, all: readonly number[] | undefined): Problem {
  return {
    code: "xml/bare-less-than",
    severity: "error",
    message: l10n.t("a plain < inside a value begins a tag for the phone, which then rejects the file: write &lt;"),
    span: { start: first, end: first + 1 },
    ...(all && {
      fixes: [
        {
          title: l10n.t("Write &lt;"),
          safe: true,
          edits: all.map((start) => ({ span: { start, end: start + 1 }, text: "&lt;" })),
        },
      ],
    }),
  };
}

/** `entity` is set when the ampersand begins one that XML does not know; what looks like one may be part of a password. */
export function bareAmpersand(entity: string | undefined, first: number, all: readonly number[]): Problem {
  return {
    code: entity ? "xml/unknown-entity" : "xml/bare-ampersand",
    severity: "error",
    message: entity
      ? l10n.t("this entity is not one of the five that XML knows; the phone rejects the file")
      : l10n.t("a plain & inside a value is an error in XML: write &amp;"),
    span: { start: first, end: first + (entity?.length ?? 1) },
    fixes: [
      {
        title: l10n.t("Write &amp;"),
        safe: !entity,
        edits: all.map((start) => ({ span: { start, end: start + 1 }, text: "&amp;" })),
      },
    ],
  };
}

/** Which of the two tags is wrong is known when only one of the names is in the catalogue. */
export function mismatchedEndTag(
  start: { readonly name: string; readonly span: Span },
  end: { readonly name: string; readonly span: Span },
  startIsWrong: boolean,
): Problem {
  const toEnd = {
    title: l10n.t("Change the end tag to </{0}>", start.name),
    edits: [{ span: end.span, text: start.name }],
  };
  const toStart = {
    title: l10n.t("Change the start tag to <{0}>", end.name),
    edits: [{ span: start.span, text: end.name }],
  };
  return {
    code: "xml/mismatched-end-tag",
    severity: "error",
    message: l10n.t("the end tag </{0}> does not fit <{1}>; the phone rejects the file", end.name, start.name),
    span: end.span,
    fixes: startIsWrong ? [toStart, toEnd] : [toEnd],
  };
}
