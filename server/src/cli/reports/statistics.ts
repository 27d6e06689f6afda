import type { Severity } from "../../text/span";
import { type Report, type ReportFormat, type ReportOptions, severities } from "./report";
import { colorOf, summary } from "./text";

interface Count {
  readonly severity: Severity;
  count: number;
  /** How many of them `check --fix` can repair. */
  fixable: number;
}

/** Counts by code in place of the problems, the most frequent first; undefined for formats that have no such form. */
export function statistics({ name }: ReportFormat, { write, paint, seconds }: ReportOptions): Report | undefined {
  if (name !== "text" && name !== "json") return undefined;
  const counts = new Map<string, Count>();
  return {
    file({ problems }) {
      for (const { code, severity, fixes } of problems) {
        const key = `${severity} ${code}`;
        const entry = counts.get(key) ?? { severity, count: 0, fixable: 0 };
        entry.count++;
        if (fixes?.some(({ safe }) => safe)) entry.fixable++;
        counts.set(key, entry);
      }
    },
    end(totals) {
      const rows = [...counts]
        .map(([key, count]) => ({ code: key.slice(key.indexOf(" ") + 1), ...count }))
        .sort(
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
