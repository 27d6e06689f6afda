import { FleetOutcomes, outcomeNames } from "../preview/fleetOutcomes";
import { byOutcome, type Failure, type FleetOutcome, failureBy, outcomeInWords } from "../preview/fleetWords";
import type { PreviewFleet } from "../preview/preview";
import type { FleetAnswer } from "../preview/report";
import type { Catalogue } from "../schema/catalogue";

// What the phones of a list do, counted by outcome, in sentences, the worst first.

/** What some rows add to it, as plain data. */
export interface FleetSummaryPart {
  readonly phones: number;
  readonly counts: ReadonlyMap<FleetOutcome, number>;
  readonly taken: ReadonlyMap<string, ReadonlyMap<number, number>>;
}

export class FleetSummary {
  #phones = 0;
  readonly #outcomes: FleetOutcomes;
  #counts = new Map<FleetOutcome, number>();
  #taken = new Map<string, Map<number, number>>();

  constructor(
    fleet: Pick<PreviewFleet, "isUsable" | "hasRule">,
    readonly catalogue: Pick<Catalogue, "roles" | "hasRole">,
  ) {
    this.#outcomes = new FleetOutcomes(fleet, catalogue);
  }

  add(answer: FleetAnswer): void {
    this.#phones++;
    for (const outcome of this.#outcomes.of(answer)) this.#count(outcome);
    for (const { parameter, taken } of answer.rules) addTo(this.#takenOf(parameter), taken);
  }

  addBadRow(): void {
    this.#count("bad row");
  }

  /** What was added since the part before. */
  part(): FleetSummaryPart {
    const part = { phones: this.#phones, counts: this.#counts, taken: this.#taken };
    this.#phones = 0;
    this.#counts = new Map();
    this.#taken = new Map();
    return part;
  }

  addPart({ phones, counts, taken }: FleetSummaryPart): void {
    this.#phones += phones;
    for (const [outcome, count] of counts) addTo(this.#counts, outcome, count);
    for (const [parameter, counts] of taken)
      for (const [alternative, count] of counts) addTo(this.#takenOf(parameter), alternative, count);
  }

  get phones(): number {
    return this.#phones;
  }

  /** Which of the failures there are. */
  failures(): ReadonlySet<Failure> {
    return new Set([...this.#counts.keys()].flatMap((outcome) => failureBy(outcome) ?? []));
  }

  *lines(): Generator<string> {
    yield `${shown(this.#phones)} ${this.#phones === 1 ? "phone" : "phones"}.`;
    const names = outcomeNames(this.catalogue);
    for (const [outcome, count] of [...this.#counts].sort(([a], [b]) => byOutcome(a, b)))
      if (outcome !== "no rule" || count < this.#phones) yield `  ${outcomeInWords(outcome, count, names)}`;
    for (const [parameter, counts] of this.#taken)
      for (const [taken, count] of [...counts].sort(([a], [b]) => a - b))
        yield `  ${parameter}: ${shown(count)} ${count === 1 ? "takes" : "take"} ${taken === 0 ? "nothing" : `alternative ${taken}`}`;
  }

  #count(outcome: FleetOutcome): void {
    addTo(this.#counts, outcome);
  }

  #takenOf(parameter: string): Map<number, number> {
    let counts = this.#taken.get(parameter);
    if (!counts) {
      counts = new Map();
      this.#taken.set(parameter, counts);
    }
    return counts;
  }
}

function addTo<K>(counts: Map<K, number>, key: K, count = 1): void {
  counts.set(key, (counts.get(key) ?? 0) + count);
}

function shown(count: number): string {
  return count.toLocaleString("en");
}
