import * as l10n from "@vscode/l10n";

/** Seconds in words: `1 h 30 min`. Exact down to the second; fractions stay decimals. */
export function durationInWords(seconds: number): string {
  if (!Number.isFinite(seconds) || seconds < 0) return String(seconds);
  if (seconds < 60) return l10n.t("{0} s", Number(seconds.toFixed(3)));
  const days = Math.floor(seconds / 86400);
  const hours = Math.floor((seconds % 86400) / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const rest = Number((seconds % 60).toFixed(3));
  const parts = [
    days > 0 ? l10n.t("{0} d", days) : "",
    hours > 0 ? l10n.t("{0} h", hours) : "",
    minutes > 0 ? l10n.t("{0} min", minutes) : "",
    rest > 0 ? l10n.t("{0} s", rest) : "",
  ];
  return parts.filter((part) => part !== "").join(" ");
}
