import * as l10n from "@vscode/l10n";

/** `1 h 30 min`: the two largest units that are not zero. */
export function duration(seconds: number): string {
  const parts = [
    [Math.floor(seconds / 86400), l10n.t("d")],
    [Math.floor((seconds % 86400) / 3600), l10n.t("h")],
    [Math.floor((seconds % 3600) / 60), l10n.t("min")],
    [seconds % 60, l10n.t("s")],
  ] as const;
  const said = parts.filter(([count]) => count > 0).slice(0, 2);
  return said.length === 0 ? l10n.t("0 s") : said.map(([count, unit]) => `${count} ${unit}`).join(" ");
}

/** `02:30`, of seconds since midnight; a spread may lead past it. */
export function clock(seconds: number): string {
  const minutes = Math.floor(seconds / 60) % 1440;
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}
