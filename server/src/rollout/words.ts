import * as l10n from "@vscode/l10n";
import type { Limit, Reason, RolloutReport, SiteReport } from "./report";

// The words that the command line, files and the editor share.

export const number = (count: number) => String(count).replace(/\B(?=(\d{3})+$)/g, ",");

export function phones(count: number): string {
  return count === 1 ? l10n.t("1 phone") : l10n.t("{0} phones", number(count));
}

/** `10 h 51 min 27 s` */
export function duration(seconds: number): string {
  const whole = Math.round(seconds);
  const [h, min, s] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  if (h > 0) return l10n.t("{0} h {1} min {2} s", number(h), min, s);
  return min > 0 ? l10n.t("{0} min {1} s", min, s) : l10n.t("{0} s", s);
}

export function rate(bits: number): string {
  return l10n.t("{0} Mb/s", Number((bits / 1e6).toFixed(6)));
}

export function reasonInWords(reason: Reason): string {
  switch (reason.kind) {
    case "alone":
      return l10n.t("No other phone of its model and subnet takes the same files at the same time.");
    case "model":
      return l10n.t("The model does not share firmware.");
    case "unknown model":
      return l10n.t("The model is not known to share firmware.");
    case "off":
      return reason.place === undefined
        ? l10n.t("Sharing is off.")
        : l10n.t("Sharing is off. The place that decides is: {0}.", reason.place);
    case "firmware":
      return l10n.t("The firmware is too old. Phones of the model share from {0}.", reason.since);
    case "no subnet":
      return l10n.t("The list does not say in which subnet the phone is.");
    case "no file":
      return l10n.t("No file is for the phone.");
    case "up to date":
      return l10n.t("The phone already runs the load.");
  }
}

export function limitInWords({ limit, roundTrips }: Limit, { network, ...site }: SiteReport, bytes: number): string {
  return limit === "latency"
    ? l10n.t(
        "Latency bound: {0} round trips of {1} ms for one phone.",
        number(roundTrips),
        number(Math.round(network.roundTrip * 1000)),
      )
    : l10n.t("Bandwidth bound: {0} bytes for {1} at {2}.", number(bytes), phones(site.phones), rate(network.wan));
}

/** What would help a site. */
export function adviceOf({ network, with: shared, without, atOnce }: SiteReport): readonly string[] {
  const advice: string[] = [];
  const longer = shared.seconds - without.seconds;
  if (longer > 0 && shared.bytes < without.bytes)
    advice.push(
      l10n.t(
        "Sharing takes {0} longer, for elections and for passing files on. It reduces the load of the line, not the latency.",
        duration(longer),
      ),
    );
  if (shared.bytes > 0 && shared.limit === "latency" && network.protocol === "tftp")
    advice.push(l10n.t("Use HTTP, a larger block size or a local load server to avoid round trips."));
  if (shared.bytes > 0 && shared.limit === "bandwidth")
    advice.push(l10n.t("Use a local load server, or restart the phones of one subnet after another."));
  if (atOnce > 0)
    advice.push(
      atOnce === 1
        ? l10n.t("One tree fills the line. Restart the phones of one subnet after another.")
        : l10n.t("Up to {0} trees can fetch at the same time before they fill the line.", number(atOnce)),
    );
  return advice;
}

/** How to restart phones. */
export function staggerOf({ trees, gainNothing }: RolloutReport): readonly string[] {
  const hints: string[] = [];
  const waves = new Map<string, { readonly waves: Set<string>; phones: number }>();
  for (const { site, subnet, model, load = "", wave, phones: count } of [...trees, ...gainNothing]) {
    if (wave === undefined) continue;
    const key = [site, subnet, model, load].join("\n");
    const known = waves.get(key) ?? { waves: new Set(), phones: 0 };
    known.waves.add(wave);
    known.phones += count;
    waves.set(key, known);
  }
  const split = [...waves.values()].filter((each) => each.waves.size > 1);
  if (split.length > 0)
    hints.push(
      l10n.t(
        "Phones of different waves do not share. Waves make {0} groups of what could be {1}.",
        number(split.reduce((sum, each) => sum + each.waves.size, 0)),
        number(split.length),
      ),
    );
  if (trees.length > 0) {
    hints.push(l10n.t("Restart all phones of a model in a subnet at the same time."));
    if (trees.length > 1) hints.push(l10n.t("Subnets can follow one another. It costs no bytes."));
  }
  return hints;
}
