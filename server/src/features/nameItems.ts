import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  InsertTextFormat,
} from "vscode-languageserver-protocol";
import type { Snapshot } from "../analysis/snapshot";
import { Pairs } from "../deployment/pairs";
import { type NameContext, type NameStyle, plainName, type WrittenName } from "../profile/cursorContext";
import { type Catalogue, isListed, type NamedParameter } from "../schema/catalogue";
import { resolveParameter } from "../schema/effectiveParameter";
import { webLabel } from "../schema/elementName";
import type { DeviceChoice, Parameter } from "../schema/model";
import { fillPattern } from "../schema/pattern";
import { Recent } from "../text/recent";
import { type OpenFile, rangeOf } from "./feature";
import { indexesFor, indexesNear, indexStop, takes } from "./nameIndexes";
import { type Query, queryOf, rankOf, type Searched, searched } from "./nameSearch";

/** How the names are written, here and for this client. */
interface Style {
  /** All of it. */
  readonly key: string;
  /** The section that they are in. */
  readonly path: string;
  readonly names: NameStyle;
  readonly snippets: boolean;
  readonly labelDetails: boolean;
}

/** What is said of a parameter wherever it is offered. */
interface Offered {
  readonly searched: Searched;
  readonly label: string;
  readonly place: string;
}

/** An item as it was sent, but for what is typed. */
interface Made {
  readonly style: string;
  /** With its numbers. */
  readonly name: string;
  readonly item: CompletionItem;
}

/** A parameter in the list; its name has the numbers of the lines around. */
interface Row extends NamedParameter {
  readonly offered: Offered;
  /** Those that were shown last. */
  readonly made: Made[];
}

const offered = new Pairs<Catalogue, Parameter, Offered>();

/** Lists that are kept: each takes some hundred kilobytes. */
const maxPrepared = 8;
/** Items of a row that are kept; a file has the numbers of few lines at a time. */
const maxPerRow = 4;

/** Made once for a catalogue, path and phone; least recently used first. */
const prepared = new WeakMap<Catalogue, Map<string, readonly Row[]>>();

/** Items sent at most; a client asks again as more is typed. */
const maxItems = 1000;
const maxRanked = 100;

/**
 * The parameters of the phone that what is typed may lead to, each once: the best match first, or, before anything is
 * typed, those that the profile lacks.
 */
export function nameItems(file: OpenFile, context: NameContext, offset: number): CompletionList | null {
  const { snapshot, lines, client } = file;
  const profile = snapshot.profileAt(offset);
  const { path, typed, replace } = context;
  const style = styleOf(context, client);
  const query = queryOf(typed);
  const families = snapshot.dialect.familiesAt?.(snapshot.document, snapshot.catalogue, offset);
  const { index } = context;
  const near = index === undefined ? indexesNear(snapshot, offset, path) : [index];
  const isPresent = (name: string) => profile?.inEffect(path === "" ? name : `${path}/${name}`) !== undefined;

  const all = rowsFor(snapshot.catalogue, snapshot.device, path);
  const rows =
    families || index !== undefined
      ? all.filter(
          (row) =>
            (!families || families.some((family) => isListed(row.parameter, family))) &&
            (index === undefined || takes(row, index)),
        )
      : all;
  const named = (row: Row) => nameOf(row, indexesFor(row, query, near));
  const isSearch = query.words.length > 0;
  const found = isSearch
    ? ranked(rows === all ? rankingOf(all, query) : rank(rows, query), (row) => isPresent(named(row)))
    : rows;
  const range = rangeOf(replace, lines);
  const text = snapshot.text.slice(replace.start, offset);
  const items = found.slice(0, isSearch ? maxRanked : maxItems).map((row, i) => {
    const base = itemOf(row, indexesFor(row, query, near), snapshot, style);
    // Editors filter and sort by what is typed; the order here is by words, so each item matches as a whole.
    const item = isSearch
      ? { ...base, filterText: text, sortText: String(i).padStart(4, "0") }
      : isPresent(base.label)
        ? { ...base, sortText: `~${base.label}` }
        : base;
    if (client.editRangeDefault) return item;
    const { textEditText = base.label, ...rest } = item;
    return { ...rest, textEdit: { range, newText: textEditText } };
  });
  return {
    isIncomplete: items.length < rows.length,
    items,
    ...(client.editRangeDefault && { itemDefaults: { editRange: range } }),
  };
}

/** What is there already is seldom meant, unless it is typed in full. */
const presentCost = 0.75;

/** Rows with their ranks, the best first. */
interface Ranking {
  readonly rows: readonly Row[];
  readonly ranks: Float64Array;
}

/** What was typed last is typed again, or goes on; a list has a few hundred rows. */
const maxRankings = 16;
const rankings = new WeakMap<readonly Row[], Recent<Ranking>>();

function rankingOf(rows: readonly Row[], query: Query): Ranking {
  let known = rankings.get(rows);
  if (!known) {
    known = new Recent(maxRankings);
    rankings.set(rows, known);
  }
  return known.get(query.words.join(" "), () => rank(rows, query));
}

function rank(rows: readonly Row[], query: Query): Ranking {
  const found: { row: Row; rank: number }[] = [];
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as Row;
    const rank = rankOf(query, row.offered.searched);
    if (rank !== undefined) found.push({ row, rank });
  }
  found.sort((a, b) => a.rank - b.rank);
  return { rows: found.map(({ row }) => row), ranks: Float64Array.from(found, ({ rank }) => rank) };
}

/** The best of them, when those that are present come later. */
function ranked({ rows, ranks }: Ranking, isPresent: (row: Row) => boolean): readonly Row[] {
  const absent: number[] = [];
  const present: number[] = [];
  // Whichever of them are present, no row is sent that is worse than this.
  const worst = (ranks[maxRanked - 1] ?? Number.POSITIVE_INFINITY) + presentCost;
  for (let i = 0; i < rows.length && (ranks[i] as number) <= worst && absent.length < maxRanked; i++)
    (isPresent(rows[i] as Row) ? present : absent).push(i);
  const cost = (i: number) => ranks[i] as number;
  const found: Row[] = [];
  for (let a = 0, p = 0; found.length < maxRanked; ) {
    const [one, other] = [absent[a], present[p]];
    if (one === undefined && other === undefined) break;
    const isOther = one === undefined || (other !== undefined && cost(other) + presentCost < cost(one));
    found.push(rows[(isOther ? other : one) as number] as Row);
    if (isOther) p++;
    else a++;
  }
  return found;
}

/** Most names have no numbers. */
function nameOf({ parameter, pattern }: Row, indexes: readonly number[]): string {
  return indexes.length === 0 ? parameter.name : fillPattern(pattern, indexes);
}

function styleOf({ path, style }: NameContext, { snippets, labelDetails }: OpenFile["client"]): Style {
  return { key: `${style.key} ${snippets} ${labelDetails}`, path, names: style, snippets, labelDetails };
}

function rowsFor(catalogue: Catalogue, device: DeviceChoice, path: string): readonly Row[] {
  let lists = prepared.get(catalogue);
  if (!lists) {
    lists = new Map();
    prepared.set(catalogue, lists);
  }
  const key = `${path} ${device.family ?? ""}`;
  let rows = lists.get(key);
  if (!rows) {
    rows = [...catalogue.namedParameters(device, path)]
      .filter(({ parameter }) => !parameter.readOnly)
      .map((named) => ({ ...named, offered: offeredOf(named, catalogue), made: [] }));
    for (const [oldest] of lists) {
      if (lists.size < maxPrepared) break;
      lists.delete(oldest);
    }
  } else lists.delete(key);
  lists.set(key, rows);
  return rows;
}

/** The same in all lists: its words take ten times as much as a row. */
function offeredOf({ parameter, pattern }: NamedParameter, catalogue: Catalogue): Offered {
  const known = offered.get(catalogue, parameter);
  if (known) return known;
  const label = webLabel(parameter, catalogue);
  return offered.set(catalogue, parameter, {
    label,
    place: [parameter.tab, parameter.section].filter((part) => part !== "").join(" > "),
    searched: searched(pattern.literals.join("_"), label, parameter.note),
  });
}

function itemOf(row: Row, indexes: readonly number[], { catalogue, device }: Snapshot, style: Style): CompletionItem {
  const { made } = row;
  const name = nameOf(row, indexes);
  for (const one of made) if (one.name === name && one.style === style.key) return one.item;
  if (made.length === maxPerRow) made.shift();
  const item = prepare(row, indexes, { catalogue, device }, style);
  made.push({ style: style.key, name, item });
  return item;
}

function prepare(
  row: Row,
  indexes: readonly number[],
  { catalogue, device }: Pick<Snapshot, "catalogue" | "device">,
  { path, names, snippets, labelDetails }: Style,
): CompletionItem {
  const { parameter } = row;
  const { label, place } = row.offered;
  const name = nameOf(row, indexes);
  const value = parameter.secret
    ? ""
    : (resolveParameter({ parameter, indexes }, name, device, catalogue).default ?? "");
  const isSnippet = snippets && names.hasValue;
  return {
    label: name,
    kind: CompletionItemKind.Field,
    ...(labelDetails && place !== "" && { labelDetails: { description: place } }),
    filterText: `${names.prefix}${name} ${label}`,
    ...(isSnippet && { insertTextFormat: InsertTextFormat.Snippet }),
    textEditText: names.write(isSnippet ? written(row, indexes) : plainName(name), value, snippets),
    data: path === "" ? name : `${path}/${name}`,
  };
}

/** The name with a choice for each of its numbers. */
function written({ pattern, ranges }: Row, indexes: readonly number[]): WrittenName {
  const { literals, places } = pattern;
  const filled = (stop: (i: number) => string) =>
    literals.map((literal, i) => (i === 0 ? literal : `${stop(i - 1)}${literal}`)).join("");
  return {
    first: filled((i) => indexStop(i + 1, places[i] ?? "", indexes[i] ?? 1, ranges)),
    again: filled((i) => `$${i + 1}`),
    stops: places.length,
  };
}
