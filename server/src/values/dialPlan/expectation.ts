import * as l10n from "@vscode/l10n";
import type { Automaton } from "./automaton";
import { type DialSettings, type Fate, fateOf } from "./simulate";

// expectation = "dials" keys "->" outcome ; outcome = ( number [ "at once" | "after" n "s" ] ) | "barred" | "rejected"
// What a person expects of a plan, as in `dials 911 -> 911 at once`.

export interface Expectation {
  readonly keys: string;
  readonly outcome: "sent" | "barred" | "rejected";
  /** For `sent`. */
  readonly number: string | undefined;
  /** Seconds after the last key; 0 is at once; undefined: at any time. */
  readonly seconds: number | undefined;
}

const form =
  /^\s*(?:dials\s+)?([0-9*#+A-D]*)\s*->\s*(?:(barred)|(rejected)|([^\s,]+?)(?:\s*,?\s+(?:(at once)|after\s+(\d+(?:\.\d+)?)\s*s(?:econds?)?))?)\s*$/;

export function readExpectation(text: string): Expectation | undefined {
  const match = form.exec(text);
  if (!match) return undefined;
  const [, keys = "", barred, rejected, number, atOnce, after] = match;
  if (barred) return { keys, outcome: "barred", number: undefined, seconds: undefined };
  if (rejected) return { keys, outcome: "rejected", number: undefined, seconds: undefined };
  return {
    keys,
    outcome: "sent",
    number,
    seconds: atOnce !== undefined ? 0 : after === undefined ? undefined : Number(after),
  };
}

/** What the plan does instead; undefined when it does what is expected. */
export function disappointment(
  { keys, outcome, number, seconds }: Expectation,
  automaton: Automaton,
  settings: DialSettings,
): string | undefined {
  const fate = fateOf(automaton, keys, settings);
  const sent = sentNumber(fate);
  const isRight =
    outcome === "sent"
      ? sent === number && (seconds === undefined || seconds === fate.seconds)
      : outcome === (fate.outcome.kind === "barred" ? "barred" : sent === undefined ? "rejected" : "sent");
  return isRight ? undefined : fateInWords(fate);
}

/** Undefined also where nothing is left to send, as of `9` with `<9:>`: the caller hears the reorder tone. */
function sentNumber({ outcome }: Fate): string | undefined {
  if (outcome.kind === "dials") return outcome.winner.number || undefined;
  return outcome.kind === "partial" ? outcome.number : undefined;
}

/** What the phone does, to be kept as a test: it reads the same in every language. */
export function expectationOf(keys: string, fate: Fate): string {
  return `dials ${keys} -> ${outcomeOf(fate)}`;
}

function outcomeOf(fate: Fate): string {
  if (fate.outcome.kind === "barred") return "barred";
  const number = sentNumber(fate);
  if (number === undefined) return "rejected";
  return fate.seconds === 0 ? `${number} at once` : `${number} after ${fate.seconds} s`;
}

/** `911 at once`, `5551234 after 3 s`, `barred`, `rejected`. */
export function fateInWords(fate: Fate): string {
  if (fate.outcome.kind === "barred") return l10n.t("barred");
  const number = sentNumber(fate);
  if (number === undefined) return l10n.t("rejected");
  return fate.seconds === 0 ? l10n.t("{0} at once", number) : l10n.t("{0} after {1} s", number, fate.seconds);
}
