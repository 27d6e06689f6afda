import * as l10n from "@vscode/l10n";
import type { PlanForm } from "../values/dialPlan/form";
import type { Item } from "../values/dialPlan/plan";
import { readDialPlan } from "../values/dialPlan/read";
import { compact } from "../values/dialPlan/words";
import type { Concepts, ConceptValues, Loss, PlanRule, Taken } from "./concepts";

/** Collects what a dialect understands of its settings. */
export class Reading {
  readonly #used = new Set<string>();
  readonly #losses: Loss[] = [];
  readonly #values: { [id in keyof Concepts]?: Concepts[id] } = {};

  constructor(readonly settings: ReadonlyMap<string, string>) {}

  /** The value of a setting, which counts as understood; undefined when it is missing or empty. */
  take(name: string): string | undefined {
    const text = this.settings.get(name);
    if (text === undefined) return undefined;
    this.#used.add(name);
    return text === "" ? undefined : text;
  }

  lose(name: string, reason: string, suggestion?: string): void {
    this.#losses.push({ name, reason, ...(suggestion !== undefined && { suggestion }) });
  }

  say<T extends keyof Concepts>(id: T, value: Concepts[T] | undefined): void {
    if (value !== undefined) this.#values[id] = value;
  }

  /** A whole number in its range; anything else is lost. */
  number(name: string, min: number, max: number): number | undefined {
    const text = this.take(name);
    if (text === undefined) return undefined;
    const value = /^(?:\d{1,9}|0[xX][0-9a-fA-F]{1,8})$/.test(text) ? Number(text) : Number.NaN;
    if (value >= min && value <= max) return value;
    this.lose(name, l10n.t("It is not a number from {0} to {1}.", min, max));
    return undefined;
  }

  get result(): Taken {
    return { values: this.#values as ConceptValues, used: this.#used, losses: this.#losses };
  }

  /** The rules of a plan; one that cannot be read is lost as a whole. */
  plan(name: string, form: PlanForm): readonly PlanRule[] {
    const text = this.take(name);
    if (text === undefined) return [];
    const { sequences, short, long, problems } = readDialPlan(text, form);
    const fault = problems.find(({ severity }) => severity === "warning" || severity === "error");
    if (fault) {
      this.lose(name, fault.message);
      return [];
    }
    const isTimed = [short, long, ...sequences.flatMap((each) => [each.short, each.long])].some(
      (timer) => timer !== undefined,
    );
    const hasWaits = form.bareWait !== undefined;
    if (isTimed && !hasWaits) this.lose(name, l10n.t("Timers are left out."));
    return sequences.flatMap(({ items, barred, pause, short: wait }): PlanRule[] => {
      const keys = items.filter(({ kind }) => kind !== "tone");
      if (keys.length < items.length) this.lose(name, l10n.t("The second dial tone is left out."));
      if (keys.length === 0) return [];
      if (pause !== undefined || !keys.some(hasKey)) {
        this.lose(name, l10n.t("A hot line is left out."));
        return [];
      }
      if (keys.some((item) => item.kind === "substitute" && item.gateway !== undefined)) {
        this.lose(name, l10n.t("A sequence through a gateway is left out."));
        return [];
      }
      const changes = keys.some(({ kind }) => kind === "substitute");
      const pattern = keys.map((item) => written(item, text)).join("");
      return [{ pattern, barred, changes, ...(hasWaits && wait !== undefined && { wait }) }];
    });
  }
}

function hasKey(item: Item): boolean {
  return item.kind === "key" || (item.kind === "substitute" && item.dialed.length > 0);
}

/** As it is typed, without spaces; a negated class as the other keys. */
function written(item: Item, text: string): string {
  const typed = text.slice(item.span.start, item.span.end).replace(/\s+/g, "");
  if (item.kind !== "key" || !typed.startsWith("[^")) return typed;
  return `[${compact(item.set)}]${item.repeats ? "." : ""}`;
}
