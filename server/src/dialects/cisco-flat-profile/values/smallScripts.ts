import * as l10n from "@vscode/l10n";
import type { Problem } from "../../../text/span";
import { isIpv4 } from "../../../values/address";
import { currentItem } from "../../../values/currentItem";
import { pairOf, readPairs } from "../../../values/keyValue";
import { pairTokens } from "../../../values/pairTokens";
import type { ValueType } from "../../../values/valueType";

// LED patterns, paging groups, dictionaries and news feeds: specification sections 9.8 to 9.10.

const colors: ReadonlyMap<string, string> = new Map([
  ["g", "green"],
  ["r", "red"],
  ["a", "amber"],
  ["o", "off"],
]);
const patterns: ReadonlyMap<string, string> = new Map([
  ["b", "blinking"],
  ["n", "solid"],
  ["s", "slow blinking"],
  ["d", "double blinking"],
]);

interface Led {
  readonly color: string | undefined;
  readonly pattern: string | undefined;
}

/** What the LED does: the default of the parameter where its color is missing or unknown. */
export function ledOf(text: string, otherwise: string | undefined): Led | undefined {
  const led = readLed(text);
  if (led.color !== undefined) return led;
  const fallback = otherwise === undefined ? undefined : readLed(otherwise);
  return fallback?.color === undefined ? undefined : fallback;
}

/** The color and pattern as they are written; an unknown pattern is that of a missing one. */
function readLed(text: string): Led {
  const pairs = readPairs(text.replace(/,/g, ";"));
  const color = colors.get(pairOf(pairs, "c")?.value.toLowerCase() ?? "");
  const pattern =
    color === "off" ? undefined : (patterns.get(pairOf(pairs, "p")?.value.toLowerCase() ?? "n") ?? "solid");
  return { color, pattern };
}

export const led: ValueType = {
  id: "LedScript",
  check(text) {
    return readPairs(text.replace(/,/g, ";")).flatMap(({ key, value, valueSpan, span }): Problem[] => {
      const allowed = key.toLowerCase() === "c" ? colors : key.toLowerCase() === "p" ? patterns : undefined;
      if (!allowed)
        return [
          {
            code: "led/unknown-key",
            severity: "info",
            message: l10n.t("Unknown key `{0}`. An LED pattern has `c=` and `p=`.", key || value),
            span,
          },
        ];
      if (allowed.has(value.toLowerCase())) return [];
      // Old firmware has further patterns with a digit or a rhythm after the letters.
      const severity = /^[a-z]{1,2}\d*$/i.test(value) && allowed === patterns ? "hint" : "warning";
      return [
        {
          code: "led/unknown-value",
          severity,
          message: l10n.t(
            "Unknown value `{0}`. Use {1}. The phone uses its default.",
            value,
            [...allowed.keys()].join(", "),
          ),
          span: valueSpan,
        },
      ];
    });
  },
  describe(text, at) {
    const led = ledOf(text, at.default);
    if (!led) return undefined;
    const words = [led.color, led.pattern].filter((word) => word !== undefined).join(", ");
    return readLed(text).color === undefined ? l10n.t("Default: {0}", words) : words;
  },
  complete: (text) =>
    ["c=g;p=n", "c=g;p=b", "c=r;p=n", "c=r;p=b", "c=a;p=n", "c=a;p=b", "c=o"].map((label) => ({
      label,
      kind: "value" as const,
      detail: Object.values(readLed(label))
        .filter((word) => word)
        .join(", "),
      replace: { start: 0, end: text.length },
    })),
  tokens: pairTokens,
};

interface PagingGroup {
  readonly address: string;
  readonly port: number;
  readonly name?: string;
  readonly num?: string;
  readonly listen?: boolean;
  readonly pri?: number;
  readonly codec?: string;
}

/** The groups of a paging script, each beginning at `pggrp=`. */
export function readPaging(text: string): { groups: PagingGroup[]; problems: Problem[] } {
  const groups: Record<string, unknown>[] = [];
  const problems: Problem[] = [];
  const problem = (code: string, severity: Problem["severity"], message: string, span: Problem["span"]) =>
    problems.push({ code: `paging/${code}`, severity, message, span });
  for (const { key, value, keySpan, valueSpan, span } of readPairs(text)) {
    const name = key.toLowerCase();
    if (name === "pggrp") {
      const [address = "", port = ""] = value.split(":");
      groups.push({ address, port: Number(port) });
      const octet = Number(address.split(".")[0]);
      if (!isIpv4(address) || octet < 224 || octet > 239)
        problem(
          "bad-address",
          "warning",
          l10n.t("Expected a multicast address, 224.0.0.0 to 239.255.255.255."),
          valueSpan,
        );
      const number = Number(port);
      if (!/^\d+$/.test(port) || number < 1000 || number > 65534)
        problem("bad-port", "warning", l10n.t("`{0}` is not a valid port. Use 1000 to 65534.", port), valueSpan);
      else if (number % 2 === 1)
        problem("odd-port", "warning", l10n.t("Port {0} is not even. The phone does not listen on it.", port), {
          start: valueSpan.end - port.length,
          end: valueSpan.end,
        });
      continue;
    }
    const group = groups[groups.length - 1];
    if (!group) {
      problem("no-group", "warning", l10n.t("A paging script must start with `pggrp=address:port`."), span);
      continue;
    }
    if (name === "name" || name === "num") group[name] = value;
    else if (name === "listen") {
      group.listen = /^y(?:es)?$/i.test(value);
      if (!/^(?:yes|no|y|n)$/i.test(value))
        problem(
          "bad-listen",
          "warning",
          l10n.t("`{0}` is not valid for `listen=`. Use `yes` or `no`.", value),
          valueSpan,
        );
    } else if (name === "pri") {
      group.pri = Number(value);
      if (!/^[0-3]$/.test(value))
        problem("bad-priority", "warning", l10n.t("`{0}` is not valid for `pri=`. Use 0 to 3.", value), valueSpan);
    } else if (name === "codec") {
      group.codec = value;
      if (!/^(?:g711a|g711u|g722|g729a?b?)$/i.test(value))
        problem(
          "bad-codec",
          "info",
          l10n.t("`{0}` is not valid for `codec=`. Use `G711a`, `G711u`, `G722` or `G729`.", value),
          valueSpan,
        );
    } else
      problem(
        "unknown-key",
        "info",
        l10n.t("Unknown part `{0}` in the paging script.", key === "" ? value : key),
        key === "" ? span : keySpan,
      );
  }
  return { groups: groups as unknown as PagingGroup[], problems };
}

export const paging: ValueType = {
  id: "PagingScript",
  check: (text) => readPaging(text).problems,
  describe: (text) =>
    readPaging(text)
      .groups.map((g) =>
        g.listen
          ? l10n.t("{0}: dial {1}, {2}:{3}, this phone listens", g.name ?? "", g.num ?? "", g.address, g.port)
          : l10n.t("{0}: dial {1}, {2}:{3}", g.name ?? "", g.num ?? "", g.address, g.port),
      )
      .join("\n\n"),
  complete: (text, offset) =>
    ["pggrp=", "name=", "num=", "listen=yes", "pri=1", "codec=G711u"]
      .filter((part) => !text.includes(part.slice(0, part.indexOf("=") + 1)))
      .map((label) => ({ label, kind: "keyword" as const, replace: currentItem(text, offset, ";") })),
  tokens: pairTokens,
};

export interface Dictionary {
  readonly serv: string | undefined;
  readonly languages: readonly { n: number; d?: string; x?: string; f?: string }[];
  readonly problems: readonly Problem[];
}

export function readDictionary(text: string): Dictionary {
  const pairs = readPairs(text);
  const problems: Problem[] = [];
  const languages = new Map<number, { n: number; d?: string; x?: string; f?: string }>();
  for (const { key, value, keySpan, span } of pairs) {
    const match = /^([dxf])(\d{1,2})$/i.exec(key);
    if (match) {
      const n = Number(match[2]);
      const language = languages.get(n) ?? { n };
      language[match[1]?.toLowerCase() as "d" | "x" | "f"] = value;
      languages.set(n, language);
      if (n > 9)
        problems.push({
          code: "dictionary/too-many",
          severity: "warning",
          message: l10n.t("Language {0} is too high. Use 1 to 9.", n),
          span: keySpan,
        });
    } else if (key.toLowerCase() !== "serv") {
      problems.push({
        code: "dictionary/unknown-key",
        severity: "info",
        message: l10n.t(
          "Unknown key `{0}`. A dictionary script has `serv=`, and `d`, `x` and `f` with a number.",
          key || value,
        ),
        span: key === "" ? span : keySpan,
      });
    }
  }
  for (const { n, d, x } of languages.values()) {
    if (n === 0 || (d !== undefined && x !== undefined)) continue;
    problems.push({
      code: "dictionary/incomplete",
      severity: "warning",
      message:
        d === undefined
          ? l10n.t("Language {0} has no name. Add `d{0}=`.", n)
          : l10n.t("Language {0} has no file. Add `x{0}=`.", n),
      span: { start: 0, end: text.length },
    });
  }
  return {
    serv: pairOf(pairs, "serv")?.value,
    languages: [...languages.values()].sort((a, b) => a.n - b.n),
    problems,
  };
}

export const dictionary: ValueType = {
  id: "DictionaryScript",
  check: (text) => [...readDictionary(text).problems],
  describe(text) {
    const { languages, serv } = readDictionary(text);
    return l10n.t("{0} from {1}", languages.map((language) => language.d ?? `#${language.n}`).join(", "), serv ?? "");
  },
  tokens: pairTokens,
};

export const rssFeed: ValueType = { id: "RssFeedScript", check: () => [], tokens: pairTokens };
