import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  InsertTextFormat,
} from "vscode-languageserver-protocol";
import type { CursorContext, NameStyle } from "../profile/cursorContext";
import { type Catalogue, isListed } from "../schema/catalogue";
import { resolveParameter } from "../schema/effectiveParameter";
import { webLabel } from "../schema/elementName";
import type { DeviceChoice, FamilyId } from "../schema/model";
import { type OpenFile, rangeOf } from "./feature";

/** How the names are written, here and for this client. */
interface Style {
  /** The section that they are in. */
  readonly path: string;
  readonly names: NameStyle;
  readonly snippets: boolean;
  readonly labelDetails: boolean;
}

/** An item without its range, with what is asked of it at each request. */
interface Prepared {
  readonly item: CompletionItem;
  /** What is typed must be found in it, letter by letter. */
  readonly sought: string;
  /** The first of a row of names that differ by a number. */
  readonly isFirst: boolean;
}

/** Lists that are kept: each takes a megabyte or two. */
const maxPrepared = 8;

/** Made once for a catalogue, phone and style; least recently used first. */
const prepared = new WeakMap<Catalogue, Map<string, readonly Prepared[]>>();

/** Items sent at most; a client asks again as more is typed. */
const maxItems = 1000;

/**
 * The elements the phone has that what is typed may lead to; those that this profile lacks come first.
 * Before anything is typed, one of each row represents all of it.
 */
export function nameItems(
  file: OpenFile,
  context: Extract<CursorContext, { kind: "name" }>,
  offset: number,
): CompletionList | null {
  const { snapshot, lines, client } = file;
  const profile = snapshot.profileAt(offset);
  const range = rangeOf(context.replace, lines);
  const { path } = context;
  const all = itemsFor(snapshot.catalogue, snapshot.device, {
    path,
    names: context.style,
    snippets: client.snippets,
    labelDetails: client.labelDetails,
  });
  const typed = context.typed.replace(/\s/g, "").toLowerCase();
  const families = snapshot.dialect.familiesAt?.(snapshot.document, snapshot.catalogue, offset);
  const isThere = ({ item }: Prepared) => !families || isOfAny(item.label, path, families, snapshot.catalogue);
  const fitting = all.filter(
    (each) => (typed.length < 2 ? each.isFirst : true) && hasLetters(each.sought, typed) && isThere(each),
  );
  const items = fitting.slice(0, maxItems).map(({ item: base }) => {
    const present = profile?.inEffect(path === "" ? base.label : `${path}/${base.label}`) !== undefined;
    if (client.editRangeDefault && !present) return base;
    const item = present ? { ...base, sortText: `~${base.sortText ?? base.label}` } : { ...base };
    if (!client.editRangeDefault) {
      item.textEdit = { range, newText: base.textEditText ?? base.label };
      delete item.textEditText;
    }
    return item;
  });
  return {
    isIncomplete: items.length < all.length,
    items,
    ...(client.editRangeDefault && { itemDefaults: { editRange: range } }),
  };
}

/** Whether devices of one of the families have the parameter. */
function isOfAny(name: string, path: string, families: readonly FamilyId[], catalogue: Catalogue): boolean {
  const found = catalogue.find(name, path);
  return found === undefined || families.some((family) => isListed(found.parameter, family));
}

/** Whether `text` contains the letters of `typed` in their order, as editors filter. */
function hasLetters(text: string, typed: string): boolean {
  let at = 0;
  for (const letter of typed) {
    at = text.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

function itemsFor(catalogue: Catalogue, device: DeviceChoice, style: Style): readonly Prepared[] {
  let byStyle = prepared.get(catalogue);
  if (!byStyle) {
    byStyle = new Map();
    prepared.set(catalogue, byStyle);
  }
  const { path } = style;
  const key = `${path} ${device.family ?? ""} ${style.names.key} ${style.snippets} ${style.labelDetails}`;
  let items = byStyle.get(key);
  if (!items) {
    const rows = new Set<string>();
    items = catalogue.concreteNames(device, path).flatMap((name) => {
      const found = catalogue.find(name, path);
      const item = prepare(name, catalogue, device, style);
      if (!found || !item) return [];
      const isFirst = !rows.has(found.parameter.name);
      rows.add(found.parameter.name);
      return { item, isFirst, sought: (item.filterText ?? name).toLowerCase() };
    });
    for (const [oldest] of byStyle) {
      if (byStyle.size < maxPrepared) break;
      byStyle.delete(oldest);
    }
  } else byStyle.delete(key);
  byStyle.set(key, items);
  return items;
}

function prepare(name: string, catalogue: Catalogue, device: DeviceChoice, style: Style): CompletionItem | undefined {
  const found = catalogue.find(name, style.path);
  if (!found || found.parameter.readOnly) return undefined;
  const { parameter } = found;
  const place = [parameter.tab, parameter.section].filter((part) => part !== "").join(" > ");
  const value = parameter.secret ? "" : (resolveParameter(found, name, device, catalogue).default ?? "");
  return {
    label: name,
    kind: CompletionItemKind.Field,
    ...(style.labelDetails && place !== "" && { labelDetails: { description: place } }),
    // The second element of a row comes before the tenth.
    ...(/\d/.test(name) && { sortText: name.replace(/\d+/g, (digits) => digits.padStart(3, "0")) }),
    // Found by the element name and by the words of the web page.
    filterText: `${style.names.prefix}${name} ${webLabel(parameter, catalogue)}`,
    ...(style.snippets && style.names.hasValue && { insertTextFormat: InsertTextFormat.Snippet }),
    textEditText: style.names.write(name, value, style.snippets),
    data: style.path === "" ? name : `${style.path}/${name}`,
  };
}
