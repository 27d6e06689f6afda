import * as l10n from "@vscode/l10n";
import type { NamedPlace, NamedPlaces } from "../../../profile/namedPlace";
import type { ProfileDocument } from "../../../profile/profileDocument";
import type { Segment } from "../../../profile/setting";
import type { Catalogue } from "../../../schema/catalogue";
import { codeSpan } from "../../../text/markdown";
import type { Span } from "../../../text/span";
import { formatsOf, rowsOf } from "../read";
import { referredTable } from "../references";
import { allRows, shortColumn } from "../tables";

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
    if (place.kind === "variable") return columnPage(place, segment, source.catalogue);
    const [table = "", index = ""] = place.name.split(" ");
    const row = rowOf(source.document, place.name);
    const title = `**${codeSpan(`${table} ${index}`)}**`;
    if (!row) return `${title}\n\n${l10n.t("The table `{0}` has no row {1} in this file.", table, index)}`;
    return title;
  },
  noteOf: () => undefined,
  isNewName: (kind, name) => kind === "label" && /^\d{1,5}$/.test(name.replace(/^\S+ /, "")),
};

function* placesIn(segment: Segment): Generator<NamedPlace> {
  for (const { columns } of formatsOf(segment))
    for (const { text, span } of columns)
      yield { kind: "variable", name: text.toUpperCase(), span, isDefinition: true };
  for (const { table, index, isTemplated } of rowsOf(segment))
    if (!isTemplated) yield { kind: "label", name: rowName(table, index.text), span: index.span, isDefinition: true };
  for (const { name, path, hasName, text, valueSpan, templated } of segment.settings) {
    const table = hasName || templated ? undefined : referredTable(name, path);
    if (table !== undefined && /^\d{1,5}$/.test(text))
      yield { kind: "label", name: rowName(table, text), span: valueSpan, isDefinition: false };
  }
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
