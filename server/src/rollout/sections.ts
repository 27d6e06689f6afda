import * as l10n from "@vscode/l10n";
import type { RolloutReport, SiteReport } from "./report";
import { adviceOf, duration, limitInWords, number, phones, rate, reasonInWords, staggerOf } from "./words";

// A report as titles, lines and tables, which text, Markdown and the editor show each in its way.

export interface Section {
  readonly title: string;
  readonly table?: Table;
  readonly lines: readonly string[];
}

export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Places of columns of numbers. */
  readonly numbers: ReadonlySet<number>;
}

/** `limit`: rows of a table at most; the rest is counted. */
export function sectionsOf(report: RolloutReport, limit: number): readonly Section[] {
  return [
    summary(report),
    ...report.sites.map((site) => siteSection(site, report.sites.length > 1)),
    trees(report, limit),
    gainNothing(report, limit),
    { title: l10n.t("Restart"), lines: staggerOf(report) },
    switches(report),
    { title: l10n.t("Known defects"), lines: report.notes.map(({ id, text }) => `${id}: ${text}`) },
  ].filter(({ lines, table }) => lines.length > 0 || (table && table.rows.length > 0));
}

function summary({ phones: count, files, without, with: shared, savedPercent }: RolloutReport): Section {
  const shortest =
    Math.round(shared.shortestSeconds) < Math.round(shared.seconds)
      ? l10n.t("{0} to {1}", duration(shared.shortestSeconds), duration(shared.seconds))
      : duration(shared.seconds);
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  return {
    title: l10n.t("Rollout of {0} bytes to {1}", number(bytes), phones(count)),
    table: {
      head: ["", l10n.t("Without sharing"), l10n.t("With sharing")],
      rows: [
        [l10n.t("Files from the server"), number(without.downloads), number(shared.downloads)],
        [l10n.t("Bytes over the WAN"), number(without.bytes), number(shared.bytes)],
        [l10n.t("Time"), duration(without.seconds), shortest],
      ],
      numbers: new Set([1, 2]),
    },
    lines: [l10n.t("Sharing saves {0} % of the bytes.", savedPercent.toFixed(2))],
  };
}

function siteSection(site: SiteReport, hasOthers: boolean): Section {
  const { network, without, with: shared } = site;
  const name = site.site === "" ? l10n.t("Other phones") : l10n.t("Site {0}", site.site);
  const protocol =
    network.protocol === "tftp" ? l10n.t("TFTP with blocks of {0} bytes", number(network.block)) : l10n.t("HTTP");
  return {
    title: hasOthers || site.site !== "" ? name : l10n.t("Network"),
    table: {
      head: ["", l10n.t("Without sharing"), l10n.t("With sharing")],
      rows: [
        [l10n.t("Bytes over the WAN"), number(without.bytes), number(shared.bytes)],
        [l10n.t("Time"), duration(without.seconds), duration(shared.seconds)],
      ],
      numbers: new Set([1, 2]),
    },
    lines: [
      l10n.t("{0}, {1}, round trip {2} ms.", rate(network.wan), protocol, number(Math.round(network.roundTrip * 1000))),
      l10n.t("Without sharing: {0}", limitInWords(without, site, without.bytes)),
      l10n.t("With sharing: {0}", limitInWords(shared, site, shared.bytes)),
      ...adviceOf(site),
    ],
  };
}

function trees({ trees: all }: RolloutReport, limit: number): Section {
  const rows = all
    .slice(0, limit)
    .flatMap(({ site, subnet, model, load = "", wave = "", ...tree }) =>
      tree.files.map((file) => [
        ...[site, subnet, model, [load, wave].filter((each) => each !== "").join(" ")],
        ...[file.name, number(tree.phones), number(tree.depth), tree.levels.map(number).join(" · ")],
        ...[number(file.wanBytes), duration(file.ready.at(-1) ?? 0)],
      ]),
    );
  return {
    title: l10n.t("Trees"),
    table: {
      head: [
        l10n.t("Site"),
        l10n.t("Subnet"),
        l10n.t("Model"),
        l10n.t("Load, wave"),
        l10n.t("File"),
        l10n.t("Phones"),
        l10n.t("Depth"),
        l10n.t("Phones of each level"),
        l10n.t("WAN bytes"),
        l10n.t("Last phone has it after"),
      ],
      rows,
      numbers: new Set([5, 6, 8, 9]),
    },
    lines: more(all.length, limit),
  };
}

function gainNothing({ gainNothing: all }: RolloutReport, limit: number): Section {
  return {
    title: l10n.t("Phones that gain nothing"),
    table: {
      head: [l10n.t("Site"), l10n.t("Subnet"), l10n.t("Model"), l10n.t("Phones"), l10n.t("Why")],
      rows: all
        .slice(0, limit)
        .map(({ site, subnet, model, phones: count, reason }) => [
          ...[site, subnet, model, number(count)],
          reasonInWords(reason),
        ]),
      numbers: new Set([3]),
    },
    lines: more(all.length, limit),
  };
}

function switches({ places, ports, assumedOn }: RolloutReport): Section {
  const lines: string[] = [];
  if (places.length > 1) lines.push(l10n.t("The first place that is set decides: {0}.", places.join(", ")));
  if (assumedOn.length > 0)
    lines.push(l10n.t("Sharing is off on these models until it is switched on: {0}.", assumedOn.join(", ")));
  if (ports.length > 0)
    lines.push(
      l10n.t("Phones of a subnet need port {0}, UDP and TCP. Audio must not use it.", ports.map(String).join(", ")),
    );
  return { title: l10n.t("Where sharing is switched on"), lines };
}

function more(count: number, limit: number): readonly string[] {
  return count > limit ? [l10n.t("{0} more are in the JSON and CSV output.", number(count - limit))] : [];
}
