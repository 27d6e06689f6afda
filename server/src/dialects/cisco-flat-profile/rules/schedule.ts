import * as l10n from "@vscode/l10n";
import type { Problem, Span } from "../../../text/span";
import { durationInWords } from "../../../values/duration";

// schedule = element { "," element } ; element = uint [ "+" uint ] : specification section 6.1.

/** One wait: at least `seconds`, at most `seconds + spread`. */
export interface Wait {
  readonly seconds: number;
  readonly spread: number;
  readonly span: Span;
}

export interface Schedule {
  readonly waits: readonly Wait[];
  readonly problems: readonly Problem[];
}

export function readSchedule(text: string): Schedule {
  const waits: Wait[] = [];
  const problems: Problem[] = [];
  let start = 0;
  for (const part of text.split(",")) {
    const lead = part.length - part.trimStart().length;
    const item = part.trim();
    const span = { start: start + lead, end: start + lead + item.length };
    const match = /^(\d{1,10})(?:\s*\+\s*(\d{1,10}))?$/.exec(item);
    if (match) waits.push({ seconds: Number(match[1]), spread: Number(match[2] ?? 0), span });
    else problems.push(badElement(item, span, start, text));
    start += part.length + 1;
  }
  return { waits, problems };
}

function badElement(item: string, span: Span, start: number, text: string): Problem {
  const common = { code: "schedule/syntax", severity: "error" } as const;
  if (item === "") {
    const comma = Math.max(0, Math.min(start - 1, text.length - 1));
    return {
      ...common,
      message: l10n.t("A number of seconds is missing next to the comma."),
      span: start === 0 ? { start: 0, end: Math.min(1, text.length) } : { start: comma, end: comma + 1 },
    };
  }
  const separator = /^\d+\s*([;|/])\s*\d+/.exec(item);
  if (separator) {
    const at = span.start + item.indexOf(separator[1] ?? "");
    return {
      ...common,
      message: l10n.t("Waits must be separated by commas."),
      span: { start: at, end: at + 1 },
      fixes: [{ title: l10n.t("Replace with `,`"), edits: [{ span: { start: at, end: at + 1 }, text: "," }] }],
    };
  }
  return {
    ...common,
    message: l10n.t(
      "Expected seconds, such as `3600`, or `3600+600` with a random extra wait. Separate several waits by commas.",
    ),
    span,
  };
}

/** The n-th wait, counted from 1; the last one repeats for ever. */
export function nthWait({ waits }: Schedule, n: number): Wait | undefined {
  return waits[Math.min(Math.max(1, n), waits.length) - 1];
}

export function scheduleInWords({ waits }: Schedule): string {
  const words = waits.map(waitInWords);
  const last = words.pop();
  if (last === undefined) return "";
  if (words.length === 0) return l10n.t("every {0}", last);
  return l10n.t("after {0}, then every {1}", words.join(", "), last);
}

function waitInWords({ seconds, spread }: Wait): string {
  if (spread === 0) return durationInWords(seconds);
  return l10n.t("{0} to {1}", durationInWords(seconds), durationInWords(seconds + spread));
}
