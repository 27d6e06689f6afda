import {
  type DocumentFormattingParams,
  type DocumentFormattingRegistrationOptions,
  DocumentFormattingRequest,
  type DocumentOnTypeFormattingParams,
  type DocumentOnTypeFormattingRegistrationOptions,
  DocumentOnTypeFormattingRequest,
  type DocumentRangeFormattingParams,
  type DocumentRangeFormattingRegistrationOptions,
  DocumentRangeFormattingRequest,
  type FormattingOptions,
  type TextEdit,
} from "vscode-languageserver-protocol";
import type { Snapshot } from "../analysis/snapshot";
import { dialects } from "../dialects/index";
import { containersOf } from "../profile/containers";
import type { LayoutStyle } from "../profile/layoutStyle";
import type { ProfileDocument } from "../profile/profileDocument";
import { applyEdits } from "../text/edits";
import { lineEndOf } from "../text/lineEnd";
import type { Edit, Span } from "../text/span";
import { type Feature, type OpenFile, rangeOf } from "./feature";
import { readsAlike, sameSettings } from "./sameSettings";

/** Lays out the whole file. */
export const formatting: Feature<
  DocumentFormattingParams,
  TextEdit[] | null,
  never,
  DocumentFormattingRegistrationOptions
> = {
  request: DocumentFormattingRequest.type,
  capability: { documentFormattingProvider: true },
  empty: null,
  run(file, { options }) {
    const { snapshot } = file;
    const edits = formatEdits(snapshot, styleOf(file, options));
    return toTextEdits([...edits, ...finalNewline(snapshot.text, edits, options)], file);
  },
};

/** Lays out the lines of a selection. */
export const rangeFormatting: Feature<
  DocumentRangeFormattingParams,
  TextEdit[] | null,
  never,
  DocumentRangeFormattingRegistrationOptions
> = {
  request: DocumentRangeFormattingRequest.type,
  capability: { documentRangeFormattingProvider: true },
  empty: null,
  run(file, { range, options }) {
    const { lines } = file;
    const span = {
      start: lines.offsetAt({ line: range.start.line, character: 0 }),
      end: lines.offsetAt(range.end),
    };
    return toTextEdits(formatEdits(file.snapshot, styleOf(file, options), span), file);
  },
};

/** Indents the line where a tag was closed or a line was begun. */
export const onTypeFormatting: Feature<
  DocumentOnTypeFormattingParams,
  TextEdit[] | null,
  never,
  DocumentOnTypeFormattingRegistrationOptions
> = {
  request: DocumentOnTypeFormattingRequest.type,
  capability: {
    documentOnTypeFormattingProvider: {
      firstTriggerCharacter: "\n",
      moreTriggerCharacter: [...new Set(dialects.flatMap((dialect) => dialect.triggerCharacters.layout))],
    },
  },
  empty: null,
  run(file, { position, ch, options }) {
    const { snapshot, lines } = file;
    const { text, document, dialect } = snapshot;
    if (ch !== "\n" && !dialect.triggerCharacters.layout.includes(ch)) return null;
    const style = styleOf(file, options);
    const lineStart = lines.offsetAt({ line: position.line, character: 0 });
    const blankEnd = lineStart + (/^[ \t]*/.exec(text.slice(lineStart, lineStart + 1000))?.[0].length ?? 0);
    if (ch === "\n" && (blankEnd >= text.length || /[\r\n]/.test(text[blankEnd] ?? ""))) {
      const indent = style.indent.repeat(depthAt(document, lineStart));
      const isInside = document.settingAt(lineStart) !== undefined || indent === text.slice(lineStart, blankEnd);
      return isInside ? [] : toTextEdits([{ span: { start: lineStart, end: blankEnd }, text: indent }], file);
    }
    const range = { start: lineStart, end: blankEnd };
    return toTextEdits(
      dialect
        .layout(document, text, style, range)
        // The indentation of this line alone.
        .filter(({ span }) => span.end === blankEnd && span.start < lineStart)
        .map((edit): Edit => ({ span: range, text: edit.text.replace(/^[\s\S]*[\r\n]/, "") })),
      file,
    );
  },
};

function styleOf({ settings }: OpenFile, { insertSpaces, tabSize }: FormattingOptions): LayoutStyle {
  return {
    indent: insertSpaces ? " ".repeat(Math.max(0, Math.min(tabSize, 16))) : "\t",
    blankLines: settings.format.blankLines,
  };
}

/** The edits of a layout; none when reading the result would not find the very same settings. */
export function formatEdits(snapshot: Snapshot, style: LayoutStyle, range?: Span): readonly Edit[] {
  const { document, text, dialect, catalogue } = snapshot;
  if (document.form === "foreign") return [];
  const edits = dialect.layout(document, text, style, range ?? { start: 0, end: text.length });
  if (edits.length === 0) return edits;
  const after = dialect.read(applyEdits(text, edits), catalogue);
  const isSame = sameSettings(
    document,
    after,
    (a, b) => readsAlike(a, b) && a.templated === b.templated && dialect.isSameForm(a, b),
  );
  return isSame ? edits : [];
}

/** The edit that gives the file its last line break, or takes those too many; none where `edits` reach its end. */
export function finalNewline(
  text: string,
  edits: readonly Edit[],
  options: Pick<FormattingOptions, "insertFinalNewline" | "trimFinalNewlines">,
): Edit[] {
  let start = text.length;
  while (start > 0 && /[ \t\r\n]/.test(text[start - 1] ?? "")) start--;
  const tail = text.slice(start);
  const last = edits[edits.length - 1];
  if (start === 0 || (last && last.span.end > start)) return [];
  const breaks = tail.match(/\r\n|\n|\r/g) ?? [];
  const span = { start, end: text.length };
  if (breaks.length === 0 && options.insertFinalNewline) return [{ span, text: lineEndOf(text) }];
  if (breaks.length > 1 && options.trimFinalNewlines) return [{ span, text: breaks[0] ?? lineEndOf(text) }];
  return [];
}

/** Elements around a place between elements. */
function depthAt(document: ProfileDocument, offset: number): number {
  return containersOf(document).filter(
    ({ open, close, span }) => open.end <= offset && offset <= (close?.start ?? span.end),
  ).length;
}

function toTextEdits(edits: readonly Edit[], { lines }: OpenFile): TextEdit[] {
  return edits.map(({ span, text }) => ({ range: rangeOf(span, lines), newText: text }));
}
