import { sameLength } from "../text/sameLength";
import type { Group, GroupChange, LeftBehindGroup, PlanReport, UndecidedGroup } from "./groups";
import { hasGroups, type Kind, kinds } from "./kinds";

// The words that text, Markdown and annotations share.

const titles: Readonly<Record<Kind, readonly [one: string, many: string]>> = {
  stranded: ["will never ask again by itself", "will never ask again by themselves"],
  failing: ["asks for a file that it does not get", "ask for a file that they do not get"],
  "upgrade loop": ["changes its firmware again and again", "change their firmware again and again"],
  loop: ["changes its settings again and again", "change their settings again and again"],
  invalid: ["gets a value that it rejects", "get a value that they reject"],
  undecided: ["depends on something unknown", "depend on something unknown"],
  downgrade: ["takes an older firmware", "take an older firmware"],
  upgrade: ["takes another firmware", "take another firmware"],
  restart: ["restarts", "restart"],
  "restart only": ["will ask only at a restart", "will ask only at a restart"],
  settings: ["changes settings", "change settings"],
  addresses: ["asks at other addresses", "ask at other addresses"],
  recovered: ["works again", "work again"],
  "left behind": ["keeps what you deleted", "keep what you deleted"],
  none: ["stays as it is", "stay as they are"],
};

export const marks: Readonly<Record<Kind, string>> = {
  stranded: "!",
  failing: "!",
  "upgrade loop": "!",
  loop: "!",
  invalid: "!",
  undecided: "?",
  downgrade: "v",
  upgrade: "^",
  restart: "*",
  "restart only": "*",
  settings: "~",
  addresses: "~",
  recovered: "+",
  "left behind": "=",
  none: " ",
};

export const number = (count: number) => String(count).replace(/\B(?=(\d{3})+$)/g, ",");

export function devices(count: number): string {
  return `${number(count)} ${count === 1 ? "device" : "devices"}`;
}

export function titleOf(kind: Kind, count: number): string {
  return `${devices(count)} ${titles[kind][count === 1 ? 0 : 1]}`;
}

/** Kinds that some device is of, the worst first. */
export function kindsOf({ totals }: PlanReport): readonly Kind[] {
  return kinds.filter((kind) => hasGroups(kind) && totals[kind] > 0);
}

/** `Berlin: 12  Hamburg: 3` */
export function byInWords({ by }: Pick<Group, "by">, between = "  "): string {
  return Object.values(by)
    .flatMap((counts) => {
      const all = Object.entries(counts);
      const named = all.slice(0, 5).map(([text, count]) => `${text === "" ? "other" : text}: ${number(count)}`);
      return all.length > 5 ? [...named, `${all.length - 5} more`] : named;
    })
    .join(between);
}

/** `lobby, room-101 and 12 more` */
export function namesInWords({ count, devices }: Pick<Group, "count" | "devices">): string {
  const named = devices.slice(0, 5);
  return `${named.join(", ")}${count > named.length ? ` and ${number(count - named.length)} more` : ""}`;
}

/** What a group says beside its settings. */
export function factOf({ rule, url, class: of, reason, fetches, firmware, urls, kind }: Group): string {
  if (kind === "failing") {
    const rest = fetches === "some" ? "Another file is still fetched" : "Nothing else is fetched";
    return `${rule}  → ${url}  ${reasonInWords(of, reason)} ${rest}.`;
  }
  if (kind === "stranded") return strandedInWords(reason ?? "");
  if (firmware) return `${firmware.from ?? "unknown"} → ${firmware.to ?? "unknown"}`;
  if (urls) return [...urls.removed.map((each) => `- ${each}`), ...urls.added.map((each) => `+ ${each}`)].join("  ");
  return "";
}

function reasonInWords(of: string | undefined, reason: string | undefined): string {
  if (reason === "404") return "The server does not have it (404).";
  return `${reason ?? "The request fails"} (class ${of ?? "C"}).`;
}

function strandedInWords(reason: string): string {
  const words: Readonly<Record<string, string>> = {
    "switched off": "Provisioning is switched off.",
    "no rule": "No profile rule has an address.",
    "no schedule": "No timer runs, and a restart does not ask either.",
    "blocked by triggers": "The triggers are never true.",
    "no allowed server": "Every address is outside the allowed domains.",
  };
  return words[reason] ?? reason;
}

export function changeInWords({ name, from, to, secret, access, different }: GroupChange): string {
  const parts: string[] = [];
  if (different !== undefined) parts.push(`${number(different)} different values`);
  else if (secret) parts.push("changes");
  else if (from !== undefined || to !== undefined) parts.push(bothInWords(from, to).join(" → "));
  if (access) parts.push(`access ${access.from ?? "unknown"} → ${access.to ?? "unknown"}`);
  return `${name}  ${parts.join(", ")}`;
}

type Value = string | null | undefined;

/** Characters of a value that are shown. */
const maxShown = 80;
/** Of what two values have alike before they differ. */
const shownAlike = 30;

export function valueInWords(value: Value, from = 0): string {
  if (value === null || value === undefined) return "(unknown)";
  if (value === "") return "(empty)";
  const rest = value.slice(from);
  const shown = rest.length > maxShown ? `${rest.slice(0, maxShown)}…` : rest;
  return from > 0 ? `…${shown}` : shown;
}

/** Both with the part in which they differ. */
export function bothInWords(from: Value, to: Value): readonly [string, string] {
  const alike = from && to ? sameLength(from, 0, to, 0) : 0;
  const start = alike + shownAlike > maxShown ? alike - shownAlike : 0;
  return [valueInWords(from, start), valueInWords(to, start)];
}

export function leftBehindInWords({ name, deployed, fresh, secret, access, different }: LeftBehindGroup): string {
  const found: string[] = [];
  const isOther = fresh === undefined && deployed !== undefined;
  const other = isOther ? "other values" : fresh === "" || fresh == null ? "none" : valueInWords(fresh);
  if (different !== undefined) {
    const rest = secret || fresh === undefined ? "another value" : other;
    found.push(`${number(different)} different values of ${name} stay; new devices get ${rest}`);
  } else if (secret) found.push(`${name} stays; new devices get another value`);
  else if (deployed !== undefined || !access)
    found.push(`${name} stays ${valueInWords(deployed)}; new devices get ${other}`);
  if (access) {
    const [kept, given] = [access.deployed ?? "unknown", access.fresh ?? "unknown"];
    found.push(`the access to ${name} stays ${kept}; new devices get ${given}`);
  }
  return found.join("; ");
}

const unclear: Readonly<Record<string, string>> = {
  unmapped: "The site map has no place for this address.",
  template: "A template leaves the value open.",
  key: "The key is not known.",
  "not rendered": "The file comes from a renderer, which runs with --render.",
  activation: "The activation service decides it.",
  unsettled: "It changes in each of 16 rounds.",
  "unknown value": "It depends on a value that is not known.",
  undecided: "A template leaves open whether the device asks.",
  "undecided triggers": "It depends on unknown values whether a trigger becomes true.",
  "firmware: unknown value": "Which firmware it takes depends on a value that is not known, such as the one it runs.",
  "firmware: template": "A template leaves the upgrade rule open.",
};

export function undecidedInWords({ setting, url, reason }: UndecidedGroup): string {
  const named = [setting, url === undefined ? undefined : `→ ${url}`].filter((text) => text !== undefined);
  return [...named, unclear[reason] ?? reason].join("  ");
}

export function moreInWords({ more }: Pick<PlanReport, "more">): string {
  return `${number(more)} more ${more === 1 ? "group" : "groups"}`;
}

export function landsInWords({ lands }: PlanReport): string {
  return lands.map(({ count, when }) => `${number(count)} ${when}`).join(" · ");
}

export function sumInWords({ totals }: PlanReport): string {
  const upgrades = totals.upgrade + totals.downgrade;
  const always = [
    `${number(totals.settings)} change settings`,
    `${number(upgrades)} change firmware`,
    `${number(totals.failing)} failing`,
    `${number(totals.stranded)} stranded`,
    `${number(totals.undecided)} undecided`,
  ];
  const more = (["upgrade loop", "loop", "invalid", "restart only", "recovered"] as const).flatMap((kind) =>
    totals[kind] > 0 ? [`${number(totals[kind])} ${kind}`] : [],
  );
  return [...always, ...more].join(", ");
}
