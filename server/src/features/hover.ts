import {
  type Hover,
  type HoverParams,
  type HoverRegistrationOptions,
  HoverRequest,
  MarkupKind,
} from "vscode-languageserver-protocol";
import type { Located } from "../analysis/snapshot";
import type { PreviewRun } from "../preview/preview";
import { codeSpan } from "../text/markdown";
import { contains, type Span, shift } from "../text/span";
import type { PictureTheme } from "../values/pictureTheme";
import { effectivePage, prepareEffective } from "./effectiveHover";
import { type Feature, type OpenFile, rangeOf } from "./feature";
import { imageOf, parameterPage, pictureOf, valuePage } from "./manualPage";
import { placeAt } from "./placeIndex";
import { previewRun, previewSource } from "./previewRun";
import { commandLinks } from "./reference/commandLinks";
import { panelLink, ringRhythm } from "./scriptPanels";

/** A manual page for the parameter, and what its value means. */
export const hover: Feature<HoverParams, Hover | null, never, HoverRegistrationOptions> = {
  request: HoverRequest.type,
  capability: { hoverProvider: true },
  empty: null,
  prepare: prepareEffective,
  run(file, { position }) {
    const { snapshot, lines } = file;
    const offset = lines.offsetAt(position);
    const named = placeAt(snapshot, offset);
    if (named) {
      const { places } = snapshot.dialect;
      const page = places?.describe(snapshot, named.segment, named.place);
      if (page === undefined) return null;
      const picture = (theme: PictureTheme) => places?.picture?.(snapshot, named.segment, named.place, theme);
      const value = [page, imageOf(picture, file.client.pictures)].filter((part) => part !== undefined).join("\n\n");
      return { contents: { kind: MarkupKind.Markdown, value }, range: rangeOf(named.span, lines) };
    }
    const located = snapshot.at(offset);
    const shown = located && (syntaxAt(located, offset, file) ?? settingAt(located, offset, file));
    if (!shown || shown.page === "") return null;
    return { contents: { kind: MarkupKind.Markdown, value: shown.page }, range: rangeOf(shown.span, lines) };
  },
};

interface Shown {
  /** Markdown; empty where there is nothing to say. */
  readonly page: string;
  readonly span: Span;
}

/** The page of a part of the syntax. */
function syntaxAt({ setting, start }: Located, offset: number, { snapshot }: OpenFile): Shown | undefined {
  const found = snapshot.dialect.syntaxAt?.(setting, offset - start);
  return found && { page: found.page ?? "", span: shift(found.span, start) };
}

function settingAt(located: Located, offset: number, file: OpenFile): Shown | undefined {
  const { setting, start } = located;
  const inside = offset - start;
  const { nameSpan, endNameSpan, valueSpan } = setting;
  const place = hoverPlace(located, offset, file);
  if (contains(nameSpan, inside) || (endNameSpan && contains(endNameSpan, inside)))
    return { page: pageOf([parameter, value], place), span: shift(nameSpan, start) };
  if (!contains(valueSpan, inside)) return undefined;
  const part = partAt(place);
  return {
    page: pageOf([() => part?.text, value, parameter], place),
    span: part?.span ?? shift(valueSpan, start),
  };
}

/** What a hover is about. */
interface HoverPlace {
  readonly located: Located;
  readonly offset: number;
  readonly file: OpenFile;
  /** The value as it may be shown; undefined for templates and secrets, which are not described. */
  readonly text: string | undefined;
  /** The value in words. */
  readonly words: string | undefined;
  /** What the file makes the chosen device do. */
  readonly run: PreviewRun | undefined;
}

function hoverPlace(located: Located, offset: number, file: OpenFile): HoverPlace {
  const { setting, facts } = located;
  const { snapshot } = file;
  const text = setting.templated || snapshot.isSecret(setting) ? undefined : snapshot.shownText(setting);
  const words = text === undefined ? undefined : valuePage(facts, text);
  const run = text !== undefined && facts.effective ? previewRun(file) : undefined;
  return { located, offset, file, text, words, run };
}

/** One part of a hover as Markdown; undefined where it has nothing to say. */
type HoverPart = (place: HoverPlace) => string | undefined;

function pageOf(parts: readonly HoverPart[], place: HoverPlace, separator = "\n\n---\n\n"): string {
  const pages = parts.map((part) => part(place));
  return pages.filter((page) => page !== undefined && page !== "").join(separator);
}

const parameter: HoverPart = ({ located: { setting, facts }, file }) =>
  parameterPage(setting.name, facts, file.snapshot, commandLinks(file));

const value: HoverPart = (place) =>
  pageOf([picture, ({ words }) => words, rhythm, result, effective, link], place, "\n\n");

const picture: HoverPart = ({ located, file, text, words }) =>
  words === undefined ? undefined : pictureOf(located.facts, text ?? "", file.client);

/** The rhythm of a ring is the value of another parameter. */
const rhythm: HoverPart = ({ located, offset, file, words }) => {
  const found = words === undefined ? undefined : ringRhythm(located.setting, file.snapshot.profileAt(offset), file);
  if (!found) return undefined;
  const { name, text, facts } = found;
  const pages = [`${name}: ${codeSpan(text)}`, pictureOf(facts, text, file.client), valuePage(facts, text)];
  return pages.filter((page) => page !== undefined && page !== "").join("\n\n");
};

const result: HoverPart = ({ located, run }) => run?.resultOf(located.setting);

const effective: HoverPart = ({ located, file }) => effectivePage(located, file);

const link: HoverPart = ({ located, file, words }) =>
  words === undefined ? undefined : panelLink(located.setting, located.start, file);

/** The part of the value at the cursor. */
function partAt({ located: { setting, facts }, offset, file, text, run }: HoverPlace) {
  if (text === undefined || !facts.effective) return undefined;
  const { snapshot } = file;
  return snapshot.dialect.preview?.partAt(previewSource(snapshot), setting, offset, run);
}
