import { FleetOutcomes, outcomeNames } from "../preview/fleetOutcomes";
import { byOutcome, type Failure, type FleetOutcome, failureBy, outcomeInWords } from "../preview/fleetWords";
import type { PreviewFleet } from "../preview/preview";
import type { FleetAnswer } from "../preview/report";
import type { Catalogue } from "../schema/catalogue";

// What the phones of a list do, counted by outcome, in sentences, the worst first.

export class FleetSummary {
  #phones = 0;
  readonly #outcomes: FleetOutcomes;
  readonly #counts = new Map<FleetOutcome, number>();
  readonly #taken = new Map<string, Map<number, number>>();

  constructor(
    fleet: Pick<PreviewFleet, "isUsable" | "hasRule">,
    readonly catalogue: Pick<Catalogue, "roles" | "hasRole">,
  ) {
    this.#outcomes = new FleetOutcomes(fleet, catalogue);
  }

  add(answer: FleetAnswer): void {
    this.#phones++;
    for (const outcome of this.#outcomes.of(answer)) this.#count(outcome);
    for (const { parameter, taken } of answer.rules) {
      let counts = this.#taken.get(parameter);
      if (!counts) {
        counts = new Map();
        this.#taken.set(parameter, counts);
      }
      counts.set(taken, (counts.get(taken) ?? 0) + 1);
    }
  }

  addBadRow(): void {
    this.#count("bad row");
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
    this.#counts.set(outcome, (this.#counts.get(outcome) ?? 0) + 1);
  }
}

function shown(count: number): string {
  return count.toLocaleString("en");
}
