import * as l10n from "@vscode/l10n";
import { codeSpan } from "../../text/markdown";
import { durationInWords } from "../duration";
import { digits, firstKey, type KeySet, keysOf } from "./keys";
import type { DialPlan, Item, KeyItem, Sequence } from "./plan";

/** Some plans have hundreds of sequences. */
const maxSequences = 30;

/** A sequence as it is written; the passwords of its gateways are left out. */
export function sequenceText({ span }: Sequence, text: string): string {
  return text
    .slice(span.start, span.end)
    .trim()
    .replace(/\b(pwd|uid|usr)=[^;>]*/gi, "$1=…");
}

/** A plan as Markdown: one line for each sequence, in order. Those in `waiting` are never dialed at once. */
export function planInWords(
  plan: DialPlan,
  text: string,
  waiting: ReadonlySet<Sequence> = new Set(),
): string | undefined {
  const sequences = plan.sequences.filter(({ items, pause }) => items.length > 0 || pause !== undefined);
  if (sequences.length === 0) return undefined;
  const lines = sequences
    .slice(0, maxSequences)
    .map(
      (sequence) =>
        `- ${codeSpan(sequenceText(sequence, text))}: ${sequenceInWords(sequence)}${waiting.has(sequence) && sequence.short === undefined ? l10n.t(", after the short timer because more keys may follow") : ""}`,
    );
  if (sequences.length > maxSequences) lines.push(`- ${l10n.t("and {0} more", sequences.length - maxSequences)}`);
  const timers = [
    plan.long === undefined ? undefined : l10n.t("long timer {0}", durationInWords(plan.long)),
    plan.short === undefined ? undefined : l10n.t("short timer {0}", durationInWords(plan.short)),
  ].filter((words) => words !== undefined);
  return [...(timers.length > 0 ? [timers.join(", "), ""] : []), ...lines].join("\n");
}

export function sequenceInWords(sequence: Sequence): string {
  const { items, barred, short, long, pause } = sequence;
  const substitutes = items.filter((item) => item.kind === "substitute");
  const hasKeys = items.some((item) => item.kind === "key" || (item.kind === "substitute" && item.dialed.length > 0));
  if (!hasKeys) return withoutKeys(sequence);
  const parts = [keysInWords(items)];
  const example = exampleOf(items);
  if (substitutes.some(({ text, dialed }) => text !== "" || dialed.length > 0))
    parts.push(l10n.t("{0} is sent as {1}", codeSpan(example.dialled), codeSpan(example.sent)));
  else if (parts[0] !== codeSpan(example.dialled)) parts.push(l10n.t("such as {0}", codeSpan(example.dialled)));
  const gateway = substitutes.find((item) => item.gateway !== undefined)?.gateway;
  if (gateway !== undefined) parts.push(l10n.t("through {0}", codeSpan(gateway)));
  if (items.some(({ kind }) => kind === "tone")) parts.push(l10n.t("with a second dial tone"));
  if (short === 0) parts.push(barred ? l10n.t("reorder tone at once") : l10n.t("dialed at once"));
  else if (short !== undefined) {
    const after = durationInWords(short);
    parts.push(barred ? l10n.t("reorder tone after {0}", after) : l10n.t("dialed after {0}", after));
  }
  if (long === 0) parts.push(l10n.t("does not wait for the next key"));
  else if (long !== undefined) parts.push(l10n.t("waits {0} for the next key", durationInWords(long)));
  if (pause !== undefined) parts.push(l10n.t("within {0} of going off-hook", durationInWords(pause)));
  return `${barred ? `**${l10n.t("barred")}**, ` : ""}${parts.join(", ")}`;
}

function withoutKeys({ items, pause, short }: Sequence): string {
  const number = items.map((item) => (item.kind === "substitute" ? item.text : "")).join("");
  if (number === "") return l10n.t("reorder tone after {0} without a key", durationInWords(pause ?? 0));
  const seconds = pause ?? (short === 0 ? 0 : undefined);
  return seconds === 0 || seconds === undefined
    ? l10n.t("hot line: calls {0} as soon as the phone goes off-hook", codeSpan(number))
    : l10n.t("warm line: calls {0} after {1} without a key", codeSpan(number), durationInWords(seconds));
}

/** Runs of the same kind become one phrase: "7 digits". */
function keysInWords(items: readonly Item[]): string {
  const flat = items.flatMap((item): readonly KeyItem[] =>
    item.kind === "key" ? [item] : item.kind === "substitute" ? item.dialed : [],
  );
  const words: string[] = [];
  for (let i = 0; i < flat.length; ) {
    const item = flat[i] as KeyItem;
    let count = 1;
    while (flat[i + count]?.set === item.set && !flat[i + count - 1]?.repeats && isWide(item.set)) count++;
    const last = flat[i + count - 1] as KeyItem;
    const least = last.repeats ? count - 1 : count;
    if (isSingle(item.set) && !item.repeats) {
      let literal = firstKey(item.set);
      while (isSingle(flat[i + count]?.set ?? 0) && !flat[i + count]?.repeats)
        literal += firstKey(flat[i + count++]?.set ?? 0);
      words.push(codeSpan(literal));
    } else words.push(runInWords(item.set, least, last.repeats));
    i += count;
  }
  return words.join(" + ");
}

function runInWords(set: KeySet, least: number, isOpen: boolean): string {
  if (set === 0) return l10n.t("letters");
  const what = set === digits ? undefined : keysOf(set).join("");
  const name = what === undefined ? undefined : codeSpan(compact(set));
  if (isOpen) {
    if (name === undefined) return least === 0 ? l10n.t("zero or more digits") : l10n.t("{0} or more digits", least);
    return least === 0 ? l10n.t("{0}, any number of times", name) : l10n.t("{0} or more of {1}", least, name);
  }
  if (name === undefined) return least === 1 ? l10n.t("1 digit") : l10n.t("{0} digits", least);
  return least === 1 ? l10n.t("one of {0}", name) : l10n.t("{0} of {1}", least, name);
}

/** `2-9` rather than `23456789`. */
export function compact(set: KeySet): string {
  const all = keysOf(set);
  let text = "";
  for (let i = 0; i < all.length; ) {
    let end = i;
    while (/\d/.test(all[end] ?? "") && Number(all[end + 1]) === Number(all[end]) + 1) end++;
    text += end - i > 1 ? `${all[i]}-${all[end]}` : all.slice(i, end + 1).join("");
    i = end + 1;
  }
  return text;
}

function isSingle(set: KeySet): boolean {
  return set !== 0 && (set & (set - 1)) === 0;
}

function isWide(set: KeySet): boolean {
  return !isSingle(set);
}

/** A number that matches, and what the phone sends for it; digits count up so that they differ. */
export function exampleOf(items: readonly Item[]): { dialled: string; sent: string } {
  let dialled = "";
  let sent = "";
  let next = 1;
  const keyFor = ({ set }: KeyItem) => {
    for (let tries = 0; tries < 10; tries++) {
      const key = String(next % 10);
      next++;
      if (set & (1 << Number(key))) return key;
    }
    return firstKey(set);
  };
  for (const item of items) {
    if (item.kind === "key") {
      const key = isSingle(item.set) ? firstKey(item.set) : keyFor(item);
      dialled += key;
      sent += key;
    } else if (item.kind === "substitute") {
      for (const part of item.dialed) dialled += isSingle(part.set) ? firstKey(part.set) : keyFor(part);
      sent += item.text;
    }
  }
  return { dialled, sent };
}
