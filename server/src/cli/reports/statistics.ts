import type { Severity } from "../../text/span";
import { type Report, type ReportFormat, type ReportOptions, severities } from "./report";
import { colorOf, summary } from "./text";

interface Count {
  readonly severity: Severity;
  readonly code: string;
  count: number;
  /** How many of them `check --fix` can repair. */
  fixable: number;
}

/** Counts by code in place of the problems, the most frequent first, in a format that has such a form. */
export function statistics({ name, forPeople = false }: ReportFormat<unknown>): ReportFormat<readonly Count[]> {
  return {
    name,
    forPeople,
    partOf({ problems }) {
      const counts = new Counts();
      for (const { code, severity, fixes } of problems)
        counts.add({ code, severity, count: 1, fixable: fixes?.some(({ safe }) => safe) ? 1 : 0 });
      return counts.all;
    },
    make: (options) => report(name, options),
  };
}

class Counts {
  readonly #counts = new Map<string, Count>();

  add({ code, severity, count, fixable }: Count): void {
    const key = `${severity} ${code}`;
    const entry = this.#counts.get(key);
    if (!entry) this.#counts.set(key, { code, severity, count, fixable });
    else {
      entry.count += count;
      entry.fixable += fixable;
    }
  }

  get all(): Count[] {
    return [...this.#counts.values()];
  }
}

function report(name: string, { write, paint, seconds }: ReportOptions): Report<readonly Count[]> {
  const counts = new Counts();
  return {
    file(part) {
      for (const each of part) counts.add(each);
    },
    end(totals) {
      const rows = counts.all.sort(
        (a, b) =>
          b.count - a.count ||
          severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
          (a.code < b.code ? -1 : 1),
      );
      if (name === "json") {
        for (const { code, severity, count, fixable } of rows)
          write(`${JSON.stringify({ code, severity, count, fixable })}\n`);
        return;
      }
      const widest = String(rows[0]?.count ?? 0).length;
      for (const { code, severity, count, fixable } of rows) {
        const note = fixable === 0 ? "" : paint.dim(fixable === count ? "  (--fix)" : `  (--fix: ${fixable})`);
        write(`${String(count).padStart(widest)}  ${colorOf(severity, paint)(severity.padEnd(7))}  ${code}${note}\n`);
      }
      write(`${summary(totals, seconds(), paint)}\n`);
    },
  };
}
