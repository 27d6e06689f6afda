import type { DialectService } from "../../analysis/dialectService";
import type { ReferenceEntry } from "../../protocol/reference";
import { webLabel } from "../../schema/elementName";
import { queryOf, rankOf, type Searched, searched } from "../nameSearch";
import { parameterAddress, typeAddress } from "./addresses";

/** Entries of an answer at most; a client asks again when more is typed. */
const maxEntries = 200;

/** Added to the rank of what has the words only in its sentence. */
const inSentence = 20;

interface Candidate {
  readonly entry: ReferenceEntry;
  readonly byName: Searched;
  readonly bySentence: Searched;
}

/** The parameters and value languages whose name, web label or sentence has all the words; the best come first. */
export function searchReference(words: string, services: readonly DialectService[]): ReferenceEntry[] {
  const query = queryOf(words);
  const found = services.flatMap(candidatesOf).flatMap(({ entry, byName, bySentence }) => {
    const rank = rankOf(query, byName) ?? plus(rankOf(query, bySentence), inSentence);
    return rank === undefined ? [] : [{ entry, rank: query.words.length === 0 ? 0 : rank }];
  });
  found.sort((a, b) => a.rank - b.rank);
  return found.slice(0, maxEntries).map(({ entry }) => entry);
}

function plus(rank: number | undefined, more: number): number | undefined {
  return rank === undefined ? undefined : rank + more;
}

const known = new WeakMap<DialectService, readonly Candidate[]>();

function candidatesOf(service: DialectService): readonly Candidate[] {
  let candidates = known.get(service);
  if (!candidates) {
    candidates = referenceEntriesOf(service).map((entry) => ({
      entry,
      byName: searched(entry.name.replace(/\{\w+\}/g, " "), entry.label),
      bySentence: searched(`${entry.name} ${entry.label}`, entry.gist),
    }));
    known.set(service, candidates);
  }
  return candidates;
}

/** Everything that has a page: languages, then parameters. */
export function referenceEntriesOf(service: DialectService): ReferenceEntry[] {
  const { catalogue, manual, dialect } = service;
  const languages = [...catalogue.types.values()].map(
    (type): ReferenceEntry => ({
      address: typeAddress(type, service),
      name: type.title,
      label: "",
      gist: plain(manual.ofType(type.id)?.gist ?? type.meaning),
      system: dialect.label,
      kind: "language",
    }),
  );
  const parameters = [...catalogue.parameters()].map((parameter): ReferenceEntry => {
    const label = webLabel(parameter, catalogue);
    return {
      address: parameterAddress(parameter, service),
      name: parameter.name,
      label: label === parameter.name ? "" : label,
      gist: plain(manual.ofParameter(parameter)?.gist ?? parameter.note),
      system: dialect.label,
      kind: "parameter",
    };
  });
  return [...languages, ...parameters];
}

/** Without the backticks of code. */
const plain = (text: string) => text.replaceAll("`", "");
