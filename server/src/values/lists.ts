import * as l10n from "@vscode/l10n";
import type { Problem, Span } from "../text/span";
import { isIpv4, isIpv6 } from "./address";
import { currentItem } from "./currentItem";
import { isHostName } from "./host";
import { whole } from "./number";
import type { ValueToken, ValueType } from "./valueType";

// Values that are lists of simple things.

interface Item {
  readonly text: string;
  readonly span: Span;
}

/** The trimmed parts between separators; empty ones are left out. */
export function itemsOf(text: string, separator: RegExp): Item[] {
  const items: Item[] = [];
  let start = 0;
  for (const part of text.split(separator)) {
    const body = part.trim();
    const at = start + (part.length - part.trimStart().length);
    if (body !== "") items.push({ text: body, span: { start: at, end: at + body.length } });
    start += part.length + 1;
  }
  return items;
}

export function itemTokens(text: string, separator: RegExp, kind: ValueToken["kind"]): ValueToken[] {
  return itemsOf(text, separator).map(({ span }) => ({ span, kind }));
}

/** DHCP options that phones understand (specification 5.2, 9.12). */
const dhcpOptions: Readonly<Record<string, () => string>> = {
  "17": () => l10n.t("vendor options"),
  "43": () => l10n.t("vendor information"),
  "60": () => l10n.t("vendor class"),
  "66": () => l10n.t("TFTP server name or URL"),
  "125": () => l10n.t("vendor-identifying information"),
  "150": () => l10n.t("TFTP server addresses"),
  "159": () => l10n.t("provisioning server"),
  "160": () => l10n.t("provisioning URL"),
  "161": () => l10n.t("provisioning server"),
};

export const dhcpOptionList: ValueType = {
  id: "DhcpOptionList",
  check(text) {
    return itemsOf(text, /[,;]/).flatMap(({ text: item, span }): Problem[] => {
      if (!/^\d+$/.test(item))
        return [
          {
            code: "value/bad-dhcp-option",
            severity: "warning",
            message: l10n.t("`{0}` is not a valid DHCP option. Use numbers joined by commas.", item),
            span,
          },
        ];
      if (Number(item) > 254)
        return [
          {
            code: "value/bad-dhcp-option",
            severity: "warning",
            message: l10n.t("DHCP option {0} is too high. Use 1 to 254.", item),
            span,
          },
        ];
      if (Object.hasOwn(dhcpOptions, item)) return [];
      return [
        {
          code: "value/bad-dhcp-option",
          severity: "hint",
          message: l10n.t("DHCP option {0} is not one of the options that phones are known to use.", item),
          span,
        },
      ];
    });
  },
  describe: (text) =>
    itemsOf(text, /[,;]/)
      .map(({ text: item }) => (Object.hasOwn(dhcpOptions, item) ? `${item} ${dhcpOptions[item]?.()}` : item))
      .join(" → "),
  complete(text, offset) {
    const replace = currentItem(text, offset, ",;");
    const present = itemsOf(text, /[,;]/).flatMap((item) => (item.span.end === offset ? [] : [item.text]));
    return Object.entries(dhcpOptions)
      .filter(([option]) => !present.includes(option))
      .map(([label, words]) => ({
        label,
        kind: "value" as const,
        replace,
        detail: words(),
      }));
  },
  tokens: (text) => itemTokens(text, /[,;]/, "number"),
};

export const domainList: ValueType = {
  id: "DomainList",
  check(text) {
    return itemsOf(text, /,/).flatMap(({ text: item, span }): Problem[] => {
      if (item.includes("$") || isHostName(item) || isIpv4(item) || /^\*\./.test(item)) return [];
      return [
        {
          code: "value/bad-host",
          severity: "warning",
          message: l10n.t("`{0}` is not a valid domain name. The phone rejects the server of this domain.", item),
          span,
        },
      ];
    });
  },
  tokens: (text) => itemTokens(text, /,/, "string"),
};

export const numberList: ValueType = {
  id: "DialPlanNumberList",
  check(text) {
    return itemsOf(text, /,/).flatMap(({ text: item, span }): Problem[] =>
      /^[\d*#+.xX[\]-]+$/.test(item)
        ? []
        : [
            {
              code: "value/bad-number",
              severity: "warning",
              message: l10n.t("`{0}` cannot be dialed.", item),
              span,
            },
          ],
    );
  },
  tokens: (text) => itemTokens(text, /,/, "number"),
};

export const ipAndMask: ValueType = {
  id: "IpAndMask",
  check(text) {
    const [address = "", mask] = text.split(/[/\s]+/);
    const good =
      (isIpv4(address) && (mask === undefined || isIpv4(mask) || /^(?:[12]?\d|3[0-2])$/.test(mask))) || isIpv6(text);
    return good
      ? []
      : [
          {
            code: "value/bad-address",
            severity: "info",
            message: l10n.t("Expected an IP address with a mask, such as `192.0.2.0/255.255.255.0`."),
            span: whole(text),
          },
        ];
  },
};

export const ipRangeList: ValueType = {
  id: "IpRangeList",
  check(text) {
    return itemsOf(text, /,/).flatMap(({ text: item, span }): Problem[] => {
      const ends = item.split("-").map((end) => end.trim());
      const good =
        ends.length <= 2 &&
        ends.every(
          (end) =>
            isIpv4(end) || isIpv6(end) || /^\d{1,3}$/.test(end) || /^[\d.]+\/\d+$/.test(end) || /^[\d.*]+$/.test(end),
        );
      return good
        ? []
        : [
            {
              code: "value/bad-address",
              severity: "info",
              message: l10n.t("Expected an IP address or a range, such as `192.0.2.1-192.0.2.9`."),
              span,
            },
          ];
    });
  },
};

/** Fields joined by colons; each address in it must be one. */
export const colonTuple: ValueType = {
  id: "ColonTuple",
  check(text) {
    return itemsOf(text, /:/).flatMap(({ text: item, span }): Problem[] =>
      /^\d+\.\d+\.\d+\.\d+$/.test(item) && !isIpv4(item)
        ? [
            {
              code: "value/bad-address",
              severity: "warning",
              message: l10n.t("`{0}` is not a valid IPv4 address. Each number must be 0 to 255.", item),
              span,
            },
          ]
        : [],
    );
  },
  tokens: (text) => itemTokens(text, /:/, "number"),
};

/** Words of a known set joined by `|`. */
export const flagList: ValueType = {
  id: "FlagList",
  check(text, at) {
    if (at.options.length === 0) return [];
    const known = new Set(at.options.map((option) => option.toLowerCase()));
    return itemsOf(text, /\|/).flatMap(({ text: item, span }): Problem[] =>
      known.has(item.toLowerCase())
        ? []
        : [
            {
              code: "value/not-an-option",
              severity: "hint",
              message: l10n.t("`{0}` is not one of the known options.", item),
              span,
            },
          ],
    );
  },
  complete: (text, offset, at) =>
    at.options.map((label) => ({ label, kind: "value" as const, replace: currentItem(text, offset, "|") })),
  tokens: (text) => itemTokens(text, /\|/, "keyword"),
};

/** A list whose separator the parameter decides. */
export const list: ValueType = {
  id: "List",
  check: () => [],
  tokens: (text) => itemTokens(text, /[,;|]/, "string"),
};

/** An OpenSSL cipher list: words joined by colons. */
export const cipherList: ValueType = {
  id: "CipherList",
  check(text) {
    return itemsOf(text, /[:, ]/).flatMap(({ text: item, span }): Problem[] =>
      /^[!+-]?[\w@=.+-]+$/.test(item)
        ? []
        : [
            {
              code: "value/bad-cipher",
              severity: "warning",
              message: l10n.t("`{0}` is not a valid cipher name.", item),
              span,
            },
          ],
    );
  },
  tokens: (text) => itemTokens(text, /[:, ]/, "keyword"),
};

export const firewallRules: ValueType = {
  id: "FirewallRules",
  check(text) {
    return itemsOf(text, /,/).flatMap(({ text: item, span }): Problem[] =>
      /^[A-Z][A-Z0-9_]*(?::.*)?$/i.test(item)
        ? []
        : [
            {
              code: "value/bad-firewall-rule",
              severity: "info",
              message: l10n.t("Expected a keyword such as `NO_ICMP_PING`, with its values after a colon."),
              span,
            },
          ],
    );
  },
  tokens: (text) => itemTokens(text, /,/, "keyword"),
};

/** `on/off` seconds for one digit. */
export const onOffTime: ValueType = {
  id: "OnOffTime",
  check: (text) =>
    /^\d*\.?\d+\/\d*\.?\d+$/.test(text)
      ? []
      : [
          {
            code: "value/not-of-type",
            severity: "info",
            message: l10n.t("Expected two times in seconds, such as `.1/.1`."),
            span: whole(text),
          },
        ],
  describe(text) {
    const [on, off] = text.split("/");
    return l10n.t("on for {0} s, off for {1} s", on ?? "", off ?? "");
  },
};

export const regex: ValueType = {
  id: "Regex",
  check: () => [],
  tokens: (text) => [{ span: whole(text), kind: "regexp" }],
};
