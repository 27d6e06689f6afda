import * as l10n from "@vscode/l10n";
import { characterName } from "../text/oddCharacters";
import type { Problem, Span } from "../text/span";

// What the reader says of broken markup. Spans are the reader's own.

const at = (offset: number): Span => ({ start: offset, end: offset });

export function commentNotClosed(span: Span): Problem {
  const message = l10n.t("Missing `-->` at the end of the comment. The phone ignores everything after it.");
  return { code: "xml/comment-not-closed", severity: "error", message, span };
}

export function commentInComment(start: number): Problem {
  return {
    code: "xml/comment-in-comment",
    severity: "warning",
    message: l10n.t(
      "This comment starts inside another comment that is not closed. The phone ignores everything between them.",
    ),
    span: { start, end: start + 4 },
  };
}

export function commentDashes(start: number): Problem {
  return {
    code: "xml/comment-dashes",
    severity: "hint",
    message: l10n.t("XML does not allow `--` inside a comment. Phones accept it, but other tools may reject the file."),
    span: { start, end: start + 2 },
  };
}

/** `declaration` is at `start`; `index` is the first curly quote in it. */
export function curlyDeclaration(declaration: string, start: number, index: number): Problem {
  return {
    code: "xml/curly-quotes",
    severity: "error",
    message: l10n.t("The XML declaration has typographic quotes. The phone rejects the file. Use plain double quotes."),
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

/** `blank` is the text between the bracket and the name. */
export function blankAfterBracket(bracket: "<" | "</", span: Span, blank: Span): Problem {
  return {
    code: "xml/blank-after-bracket",
    severity: "error",
    message: l10n.t("Unexpected space between `{0}` and the name. The phone rejects the file.", bracket),
    span,
    fixes: [{ title: l10n.t("Remove the space"), safe: true, edits: [{ span: blank, text: "" }] }],
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
      "XML does not accept {0} as a space. The phone rejects the file.",
      characterName(text.charCodeAt(span.start)),
    ),
    span,
    fixes: [{ title: l10n.t("Replace with a plain space"), safe: true, edits: [{ span, text: " " }] }],
  };
}

export function unexpectedEndTag(name: string, span: Span): Problem {
  return {
    code: "xml/unexpected-end-tag",
    severity: "error",
    message: l10n.t("The end tag `</{0}>` has no start tag. The phone rejects the file.", name),
    span,
    fixes: [{ title: l10n.t("Remove the end tag"), edits: [{ span, text: "" }] }],
  };
}

export function endTagNotClosed(name: string, span: Span): Problem {
  return {
    code: "xml/tag-not-closed",
    severity: "error",
    message: l10n.t("Missing `>` after `</{0}`. The phone rejects the file.", name),
    span,
    fixes: [{ title: l10n.t("Insert the missing `>`"), safe: true, edits: [{ span: at(span.end), text: ">" }] }],
  };
}

/** A container is closed while `name` inside it is still open; with `canInsert` its end tag can come before that. */
export function stillOpen(name: string, span: Span, canInsert: boolean): Problem {
  return {
    code: "xml/missing-end-tag",
    severity: "error",
    message: l10n.t("Missing end tag `</{0}>`. The element is still open. The phone rejects the file.", name),
    span,
    ...(canInsert && {
      fixes: [{ title: l10n.t("Insert `</{0}>`", name), edits: [{ span: at(span.start), text: `</${name}>\n` }] }],
    }),
  };
}

/**
 * `before` separates the new end tag from what is before it. Without `insertAt` no place is right: a comment or CDATA
 * section that is not closed would take the tag, or a start tag that is meant as an end tag.
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
    message: l10n.t("Missing end tag `</{0}>`. The phone rejects the file.", name),
    span,
    ...(insertAt !== undefined && {
      fixes: [
        { title: l10n.t("Insert `</{0}>`", name), safe, edits: [{ span: at(insertAt), text: `${before}</${name}>` }] },
      ],
    }),
  };
}

/** `slashAt` is where the slash must be. */
export function lostSlash(name: string, span: Span, slashAt: number): Problem {
  return {
    code: "xml/lost-slash",
    severity: "error",
    message: l10n.t("Expected `</{0}>`, found a start tag. Is the slash missing? The phone rejects the file.", name),
    span,
    fixes: [{ title: l10n.t("Insert the missing `/`"), safe: true, edits: [{ span: at(slashAt), text: "/" }] }],
  };
}

/** `all` are the places of every plain `<` in the value; without them there is no fix. */
export function bareLessThan(first: number, all: readonly number[] | undefined): Problem {
  return {
    code: "xml/bare-less-than",
    severity: "error",
    message: l10n.t("`<` in a value starts a tag. The phone rejects the file. Write `&lt;`."),
    span: { start: first, end: first + 1 },
    ...(all && {
      fixes: [
        {
          title: l10n.t("Replace with `&lt;`"),
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
      ? l10n.t("Unknown XML entity. The phone rejects the file.")
      : l10n.t("`&` is not valid in a value. The phone rejects the file. Write `&amp;`."),
    span: { start: first, end: first + (entity?.length ?? 1) },
    fixes: [
      {
        title: l10n.t("Replace with `&amp;`"),
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
    title: l10n.t("Change the end tag to `</{0}>`", start.name),
    edits: [{ span: end.span, text: start.name }],
  };
  const toStart = {
    title: l10n.t("Change the start tag to `<{0}>`", end.name),
    edits: [{ span: start.span, text: end.name }],
  };
  return {
    code: "xml/mismatched-end-tag",
    severity: "error",
    message: l10n.t("The end tag `</{0}>` does not match `<{1}>`. The phone rejects the file.", end.name, start.name),
    span: end.span,
    fixes: startIsWrong ? [toStart, toEnd] : [toEnd],
  };
}
