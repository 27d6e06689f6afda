import type { PreviewFleet } from "../preview/preview";
import type { FleetAnswer, UpgradeOutcome } from "../preview/report";
import type { Catalogue } from "../schema/catalogue";

// What the phones of a list do, counted by outcome, in sentences, the worst first.

/** What a run can fail on, by the words of `--fail-on`. */
export const failures = ["bad-row", "loop", "other-phone", "no-firmware", "bad-address", "no-match"] as const;
export type Failure = (typeof failures)[number];

type Group = UpgradeOutcome | "loop";

interface Sentence {
  readonly group: Group;
  readonly one: string;
  readonly many: string;
  readonly failure?: Failure;
}

const sentences: readonly Sentence[] = [
  {
    group: "loop",
    one: "phone would upgrade again and again.",
    many: "phones would upgrade again and again.",
    failure: "loop",
  },
  {
    group: "other phone",
    one: "phone would fetch firmware for another model.",
    many: "phones would fetch firmware for another model.",
    failure: "other-phone",
  },
  {
    group: "no firmware",
    one: "phone would fetch a file that is not firmware.",
    many: "phones would fetch a file that is not firmware.",
    failure: "no-firmware",
  },
  {
    group: "unusable address",
    one: "phone cannot use the URL in {rule}.",
    many: "phones cannot use the URL in {rule}.",
    failure: "bad-address",
  },
  {
    group: "below limit",
    one: "phone would refuse firmware below {limit}.",
    many: "phones would refuse firmware below {limit}.",
  },
  { group: "downgrade", one: "phone would downgrade.", many: "phones would downgrade." },
  {
    group: "load taken",
    one: "phone would install firmware that cannot be compared with the running firmware.",
    many: "phones would install firmware that cannot be compared with the running firmware.",
  },
  { group: "upgrade", one: "phone would upgrade.", many: "phones would upgrade." },
  {
    group: "already running",
    one: "phone already runs the firmware of the rule.",
    many: "phones already run the firmware of the rule.",
  },
  {
    group: "nothing chosen",
    one: "phone keeps its firmware: no alternative of {rule} applies.",
    many: "phones keep their firmware: no alternative of {rule} applies.",
  },
  {
    group: "same address",
    one: "phone has already tried the URL of the firmware.",
    many: "phones have already tried the URL of the firmware.",
  },
  { group: "switched off", one: "phone has upgrades switched off.", many: "phones have upgrades switched off." },
  {
    group: "unknown",
    one: "phone has firmware, or may load firmware, that is not known.",
    many: "phones have firmware, or may load firmware, that is not known.",
  },
  { group: "no rule", one: "phone has no upgrade rule.", many: "phones have no upgrade rule." },
];

const bad: ReadonlySet<UpgradeOutcome> = new Set(["other phone", "no firmware", "unusable address"]);
/** Beginnings of addresses that are remembered. */
const maxKnown = 1000;

export class FleetSummary {
  #phones = 0;
  #rows = 0;
  #withoutProfile = 0;
  readonly #groups = new Map<Group, number>();
  readonly #unusable = new Map<string, number>();
  readonly #taken = new Map<string, Map<number, number>>();
  readonly #known = new Map<string, boolean>();

  constructor(
    readonly fleet: Pick<PreviewFleet, "isUsable">,
    readonly catalogue: Pick<Catalogue, "roles" | "hasRole">,
  ) {}

  /** `hasRule`: whether a parameter of the phone has a rule that is not empty and not switched off. */
  add({ rules, upgrade }: FleetAnswer, hasRule: (parameter: string) => boolean): void {
    this.#phones++;
    const { steps, loops } = upgrade;
    const group = loops ? "loop" : (steps.find(({ outcome }) => bad.has(outcome)) ?? steps[0])?.outcome;
    if (group) this.#groups.set(group, (this.#groups.get(group) ?? 0) + 1);
    let isAsked = false;
    let isTaken = false;
    for (const { parameter, taken, url } of rules) {
      let counts = this.#taken.get(parameter);
      if (!counts) {
        counts = new Map();
        this.#taken.set(parameter, counts);
      }
      counts.set(taken, (counts.get(taken) ?? 0) + 1);
      if (!this.catalogue.hasRole(parameter, "profile-rule")) continue;
      if (taken > 0) {
        isTaken = true;
        if (url !== "" && !this.#isUsable(url)) this.#unusable.set(parameter, (this.#unusable.get(parameter) ?? 0) + 1);
      } else if (!isAsked) isAsked = hasRule(parameter);
    }
    if (isAsked && !isTaken) this.#withoutProfile++;
  }

  addBadRow(): void {
    this.#rows++;
  }

  get phones(): number {
    return this.#phones;
  }

  /** Which of the failures there are. */
  failures(): ReadonlySet<Failure> {
    const found = new Set<Failure>();
    for (const { group, failure } of sentences) if (failure && this.#groups.has(group)) found.add(failure);
    if (this.#unusable.size > 0) found.add("bad-address");
    if (this.#withoutProfile > 0) found.add("no-match");
    if (this.#rows > 0) found.add("bad-row");
    return found;
  }

  *lines(): Generator<string> {
    yield `${counted(this.#phones, "phone.", "phones.")}`;
    if (this.#rows > 0)
      yield `  ${counted(this.#rows, "row of the list is invalid.", "rows of the list are invalid.")}`;
    for (const [parameter, count] of this.#unusable)
      yield `  ${counted(count, "phone cannot", "phones cannot")} use the URL in ${parameter}.`;
    if (this.#withoutProfile > 0)
      yield `  ${counted(this.#withoutProfile, "phone fetches", "phones fetch")} no profile: no alternative of a profile rule applies.`;
    for (const { group, one, many } of sentences) {
      const count = this.#groups.get(group);
      if (count !== undefined && (group !== "no rule" || count < this.#phones))
        yield `  ${this.#named(counted(count, one, many))}`;
    }
    for (const [parameter, counts] of this.#taken)
      for (const [taken, count] of [...counts].sort(([a], [b]) => a - b))
        yield `  ${parameter}: ${counted(count, "takes", "take")} ${taken === 0 ? "nothing" : `alternative ${taken}`}`;
  }

  /** With the names of the parameters that a sentence means. */
  #named(sentence: string): string {
    const [rule = "the upgrade rule"] = this.catalogue.roles["firmware-rule"] ?? [];
    const [limit = "the limit"] = this.catalogue.roles["firmware-limit"] ?? [];
    return sentence.replace("{rule}", rule).replace("{limit}", limit);
  }

  /** The path varies from phone to phone and decides nothing. */
  #isUsable(url: string): boolean {
    const scheme = url.indexOf("://");
    const slash = scheme < 0 ? -1 : url.indexOf("/", scheme + 3);
    const head = slash < 0 ? url : url.slice(0, slash + 1);
    let isUsable = this.#known.get(head);
    if (isUsable === undefined) {
      // What DHCP has not named is shown as `?`.
      isUsable = this.fleet.isUsable(head.replace("://?", "://h"));
      if (this.#known.size >= maxKnown) this.#known.clear();
      this.#known.set(head, isUsable);
    }
    return isUsable;
  }
}

function counted(count: number, one: string, many: string): string {
  return `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
}
