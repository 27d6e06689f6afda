import * as l10n from "@vscode/l10n";
import type { NamedPlace, NamedPlaces } from "../../../profile/namedPlace";
import type { ProfileDocument } from "../../../profile/profileDocument";
import type { Segment } from "../../../profile/setting";
import type { Catalogue } from "../../../schema/catalogue";
import { codeSpan } from "../../../text/markdown";
import type { Span } from "../../../text/span";
import { signalSentence } from "../../../values/signal/describe";
import { tonesLike } from "../../../values/signal/knownTones";
import { signalPicture } from "../../../values/signal/picture";
import { readTone } from "../../../values/signal/toneScript";
import { formatsOf, rowsOf } from "../read";
import { referredTable } from "../references";
import { allRows, shortColumn } from "../tables";
import { kindOfSection } from "../tones/sections";
import { type ToneSection, toneOf, toneScriptOf, toneSections } from "../tones/tone";
import { useInWords } from "../tones/words";

const known = new WeakMap<Segment, readonly NamedPlace[]>();

/** The numbers of rows with the columns that mean them, and the columns of FORMAT lines. */
export const places: NamedPlaces = {
  inSegment(segment) {
    let found = known.get(segment);
    if (!found) {
      found = [...placesIn(segment)].sort((a, b) => a.span.start - b.span.start);
      known.set(segment, found);
    }
    return found;
  },
  definitionOf(document, segment, place) {
    if (place.isDefinition) return { segment, span: place.span };
    if (place.kind !== "label") return undefined;
    const row = rowOf(document, place.name);
    return row && { segment: row.segment, span: row.span };
  },
  describe(source, segment, place) {
    const section = place.kind === "label" ? toneAt(source.document, segment, place) : undefined;
    if (section) return tonePage(section);
    if (place.kind === "variable") return columnPage(place, segment, source.catalogue);
    const [table = "", index = ""] = place.name.split(" ");
    const row = rowOf(source.document, place.name);
    const title = `**${codeSpan(`${table} ${index}`)}**`;
    if (!row) return `${title}\n\n${l10n.t("The table `{0}` has no row {1} in this file.", table, index)}`;
    return title;
  },
  picture({ document }, segment, place, theme) {
    const section = toneAt(document, segment, place);
    const { script } = section ? toneScriptOf(toneOf(section)) : { script: undefined };
    if (script === undefined) return undefined;
    const { frequencies, sections } = readTone(script);
    return signalPicture(frequencies, sections, theme);
  },
  noteOf({ document }, segment, place) {
    const section = toneAt(document, segment, place);
    return section && toneWords(section);
  },
  isNewName: (kind, name) => kind === "label" && /^\d{1,5}$/.test(name),
};

function* placesIn(segment: Segment): Generator<NamedPlace> {
  for (const { columns } of formatsOf(segment))
    for (const { text, span } of columns)
      yield { kind: "variable", name: text.toUpperCase(), span, isDefinition: true };
  for (const { name, nameSpan } of segment.tags)
    if (kindOfSection(name) === "tone") yield { kind: "label", name, span: nameSpan, isDefinition: true };
  for (const { table, index, isTemplated } of rowsOf(segment))
    if (!isTemplated)
      yield {
        ...{ kind: "label", name: rowName(table, index.text), text: index.text },
        ...{ span: index.span, isDefinition: true },
      };
  for (const { name, path, hasName, text, valueSpan, templated } of segment.settings) {
    const table = hasName || templated ? undefined : referredTable(name, path);
    if (table !== undefined && /^\d{1,5}$/.test(text))
      yield { kind: "label", name: rowName(table, text), text, span: valueSpan, isDefinition: false };
  }
}

/** The tone whose heading a place is. */
function toneAt(document: ProfileDocument, segment: Segment, { span }: NamedPlace): ToneSection | undefined {
  return toneSections(document).find(
    (each) => each.segment === segment && each.span.start === span.start && each.kind === "tone",
  );
}

/** `dial tone: 350 + 440 Hz, on for 10 s` */
function toneWords(section: ToneSection): string | undefined {
  const tone = toneOf(section);
  const { script } = toneScriptOf(tone);
  if (!tone || script === undefined) return undefined;
  const { frequencies, sections } = readTone(script);
  const sentence =
    tone.form === "steady"
      ? l10n.t("{0} Hz, steady", frequencies.map(({ hz }) => hz).join(" + "))
      : signalSentence(frequencies, sections);
  const name = section.settings.find(({ name }) => /^Tone Type$/i.test(name));
  const use = name && useInWords(name.text);
  return use === undefined ? sentence : `${use}: ${sentence}`;
}

function tonePage(section: ToneSection): string {
  const { script, losses } = toneScriptOf(toneOf(section));
  const title = `**${codeSpan(section.name)}**`;
  const lost = losses.map((loss) => `- ${loss}`).join("\n");
  if (script === undefined) return `${title}\n\n${lost}`;
  const like = tonesLike(readTone(script));
  const parts = [title, toneWords(section) ?? ""];
  if (like.length > 0) parts.push(l10n.t("Sounds like: {0}", like.join("; ")));
  parts.push(l10n.t("As a ToneScript: {0}", codeSpan(script)));
  if (lost !== "") parts.push(lost);
  return parts.join("\n\n");
}

function rowName(table: string, index: string): string {
  return `${table.toUpperCase()} ${Number(index)}`;
}

function rowOf(
  document: ProfileDocument,
  name: string,
): { readonly segment: Segment; readonly span: Span } | undefined {
  for (const { segment, item } of allRows(document))
    if (rowName(item.table, item.index.text) === name) return { segment, span: item.index.span };
  return undefined;
}

function columnPage({ span }: NamedPlace, segment: Segment, catalogue: Catalogue): string | undefined {
  const format = formatsOf(segment).find(({ columns }) => columns.some((column) => column.span === span));
  const column = format?.columns.find((each) => each.span === span);
  if (!format || !column) return undefined;
  const found = catalogue.findPattern(column.text, format.table.text);
  const title = `**${codeSpan(shortColumn(column.text, format.table.text))}**`;
  if (!found) return `${title}\n\n${l10n.t("Our catalogue does not have this column.")}`;
  const { range, options, optionLabels, note } = found.parameter;
  const parts = [title];
  if (note !== "") parts.push(note);
  if (range) parts.push(l10n.t("Range: {0} to {1}", String(range.min ?? ""), String(range.max ?? "")));
  if (options)
    parts.push(options.map((each) => `- ${codeSpan(each)} ${optionLabels?.[each] ?? ""}`.trimEnd()).join("\n"));
  return parts.join("\n\n");
}
