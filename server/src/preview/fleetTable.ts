import type { Device } from "../devices/device";
import { decisiveStep } from "./fleetOutcomes";
import { type FleetCount, type FleetRow, type FleetView, rowsOfPage } from "./fleetView";
import { byOutcome, type FleetOutcome } from "./fleetWords";
import type { FleetAnswer } from "./report";

// What the devices of a list do, to be filtered, counted and paged through.

/** A device of the list with what it does. */
export interface FleetEntry {
  readonly line: number;
  readonly fault: string | undefined;
  readonly answer: FleetAnswer;
  readonly outcomes: readonly FleetOutcome[];
}

/** Values that are counted and listed of each kind; the rest is counted together. */
const maxValues = 20;

export function loadOf({ answer: { upgrade } }: FleetEntry): string {
  return decisiveStep(upgrade)?.load ?? "";
}

export function modelOf({ model, pn, family }: Device): string {
  return model ?? pn ?? family ?? "";
}

export function rowOf(entry: FleetEntry): FleetRow {
  const { line, fault, outcomes } = entry;
  const { device, rules, upgrade } = entry.answer;
  return {
    line,
    id: device.id,
    label: device.label,
    model: modelOf(device),
    running: device.firmware,
    fault,
    rules,
    outcomes,
    reason: decisiveStep(upgrade)?.reason ?? "",
    load: loadOf(entry),
    firmware: upgrade.firmware === device.firmware ? undefined : upgrade.firmware,
  };
}

/** Something that rows are counted and chosen by. */
interface Facet {
  readonly id: string;
  readonly wanted: ReadonlySet<string> | undefined;
  readonly counts: Map<string, number>;
  valuesOf(entry: FleetEntry): readonly string[];
}

/** Takes the rows of a list one by one, and has the counts and the pages of those that the view shows. */
export class FleetShown {
  #shown = 0;
  readonly #facets: readonly Facet[];
  readonly #words: readonly string[];
  readonly #groups = new Map<FleetOutcome, { count: number; readonly start: number; readonly rows: FleetEntry[] }>();

  constructor(
    readonly view: FleetView,
    parameters: readonly string[],
  ) {
    const facet = (id: string, valuesOf: Facet["valuesOf"]): Facet => {
      const wanted = view.picks[id];
      return { id, wanted: wanted && wanted.length > 0 ? new Set(wanted) : undefined, counts: new Map(), valuesOf };
    };
    this.#words = view.text
      .toLowerCase()
      .split(/\s+/)
      .filter((word) => word !== "");
    this.#facets = [
      facet("outcome", ({ outcomes }) => outcomes),
      ...parameters.map((parameter) =>
        facet(`rule ${parameter}`, ({ answer: { rules } }) => {
          const rule = rules.find((each) => each.parameter === parameter);
          return rule ? [String(rule.taken)] : [];
        }),
      ),
      facet("load", (entry) => [loadOf(entry)]),
      facet("model", ({ answer: { device } }) => [modelOf(device)]),
    ];
  }

  /** Whether the row is shown. */
  take(entry: FleetEntry): boolean {
    if (!hasWords(entry, this.#words)) return false;
    let missed: Facet | undefined;
    let misses = 0;
    for (const facet of this.#facets) {
      const { wanted } = facet;
      if (!wanted || facet.valuesOf(entry).some((value) => wanted.has(value))) continue;
      missed = facet;
      if (++misses > 1) return false;
    }
    // The values of a kind are counted as if none of them was picked.
    for (const facet of missed ? [missed] : this.#facets)
      for (const value of facet.valuesOf(entry)) facet.counts.set(value, (facet.counts.get(value) ?? 0) + 1);
    if (missed) return false;
    this.#shown++;
    const { wanted } = this.#facets[0] as Facet;
    for (const outcome of entry.outcomes) if (!wanted || wanted.has(outcome)) this.#put(outcome, entry);
    return true;
  }

  #put(outcome: FleetOutcome, entry: FleetEntry): void {
    let group = this.#groups.get(outcome);
    if (!group) {
      group = { count: 0, start: this.view.starts[outcome] ?? 0, rows: [] };
      this.#groups.set(outcome, group);
    }
    const at = group.count++ - group.start;
    if (at >= 0 && at < rowsOfPage) group.rows.push(entry);
  }

  get shown(): number {
    return this.#shown;
  }

  /** The worst first. */
  groups() {
    return [...this.#groups]
      .sort(([a], [b]) => byOutcome(a, b))
      .map(([outcome, { count, start, rows }]) => ({ outcome, count, start, rows: rows.map(rowOf) }));
  }

  counts(): readonly FleetCount[] {
    return this.#facets.map(({ id, wanted, counts }) => {
      for (const value of wanted ?? []) if (!counts.has(value)) counts.set(value, 0);
      const values = [...counts].sort(orderOf(id));
      const listed = values.filter(([value], i) => i < maxValues || wanted?.has(value));
      return { id, values: listed, more: values.length - listed.length };
    });
  }
}

type Counted = readonly [value: string, count: number];

/** Outcomes from the worst, alternatives from the first, everything else from the most frequent. */
function orderOf(id: string): (a: Counted, b: Counted) => number {
  if (id === "outcome") return ([a], [b]) => byOutcome(a as FleetOutcome, b as FleetOutcome);
  if (id.startsWith("rule "))
    return ([a], [b]) => (Number(a) || Number.POSITIVE_INFINITY) - (Number(b) || Number.POSITIVE_INFINITY);
  return ([a, more], [b, less]) => less - more || (a < b ? -1 : 1);
}

/** `words` are in lower case. */
function hasWords(entry: FleetEntry, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const { device, rules, upgrade } = entry.answer;
  const { id, label, mac, firmware } = device;
  const step = decisiveStep(upgrade);
  let text = `${id}\n${label ?? ""}\n${mac ?? ""}\n${modelOf(device)}\n${firmware ?? ""}\n${step?.load ?? ""}\n${step?.reason ?? ""}\n${entry.fault ?? ""}`;
  for (const { url } of rules) if (url !== "") text += `\n${url}`;
  const folded = text.toLowerCase();
  return words.every((word) => folded.includes(word));
}
