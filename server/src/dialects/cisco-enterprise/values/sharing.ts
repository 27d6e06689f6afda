import * as l10n from "@vscode/l10n";
import type { Problem } from "../../../text/span";
import { readBool } from "../../../values/bool";
import { flag01 } from "../../../values/flag01";
import { whole } from "../../../values/number";
import type { ValueType } from "../../../values/valueType";
import { checkAddress } from "./plain";

// Peer firmware sharing and the servers beside it.

/** 1 or 0; Yes and No are the words of flat profiles. */
export const sharingFlag: ValueType = {
  ...flag01,
  id: "SharingFlag",
  check(text) {
    const read = text === "0" || text === "1" ? undefined : readBool(text);
    if (read === undefined)
      return /^\d+$/.test(text) && text !== "0" && text !== "1"
        ? [{ ...wrongFlag(text), message: l10n.t("`{0}` is not `0` or `1`.", text) }]
        : [];
    const digit = read ? "1" : "0";
    return [
      {
        ...wrongFlag(text),
        message: l10n.t("Files of Unified CM write `{0}` as `{1}`.", text, digit),
        fixes: [
          { title: l10n.t("Replace with `{0}`", digit), safe: true, edits: [{ span: whole(text), text: digit }] },
        ],
      },
    ];
  },
};

function wrongFlag(text: string): Omit<Problem, "message"> {
  return { code: "sharing/zero-or-one", severity: "warning", span: whole(text) };
}

const maxServerLength = 256;

export const loadServer: ValueType = {
  id: "LoadServer",
  check(text) {
    const [wrong] = checkAddress(text);
    if (wrong) return [{ ...wrong, code: "load/server" }];
    if (text.length > maxServerLength)
      return [
        {
          code: "load/server",
          severity: "warning",
          message: l10n.t("Too long: {0} of {1} characters.", text.length, maxServerLength),
          span: { start: maxServerLength, end: text.length },
        },
      ];
    return [
      {
        code: "load/server",
        severity: "info",
        message: l10n.t("The phone takes firmware from `{0}` only. Copy each load there by hand.", text),
        span: whole(text),
      },
    ];
  },
  tokens: (text) => [{ span: whole(text), kind: "string" }],
};

const logForm = /^(\[[^\]]*\]|[^:@\s]+)(?::([^@]*))?(?:@@(.*))?$/s;

/** `address`, `address:port`, `address:port@@base=7;pfs=1`. */
export const logServer: ValueType = {
  id: "UcmLogServer",
  check(text) {
    if (/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) return [wrongLog(text, 0, text.length)];
    const [, name, port, rest] = logForm.exec(text) ?? [];
    if (name === undefined) return [];
    const problems = checkAddress(name).map((each): Problem => ({ ...each, code: "log/server" }));
    if (port !== undefined && /^\d+$/.test(port) && (Number(port) < 1 || Number(port) > 65535))
      problems.push({
        code: "log/server",
        severity: "warning",
        message: l10n.t("Port `{0}` is not valid. Use 1 to 65535.", port),
        span: { start: name.length + 1, end: name.length + 1 + port.length },
      });
    let at = text.length - (rest?.length ?? 0);
    for (const part of rest?.split(";") ?? []) {
      if (part.trim() !== "" && !/^(?:base=[0-7]|pfs=[01])$/.test(part.trim()))
        problems.push(wrongLog(text, at, at + part.length));
      at += part.length + 1;
    }
    return problems;
  },
  describe(text) {
    const [, name, port, rest = ""] = logForm.exec(text) ?? [];
    if (name === undefined) return undefined;
    const parts = [port === undefined ? name : l10n.t("{0}, port {1}", name, port)];
    const [, level] = /base=([0-7])/.exec(rest) ?? [];
    if (level !== undefined) parts.push(l10n.t("level {0}", level));
    const [, sharing] = /pfs=([01])/.exec(rest) ?? [];
    if (sharing === "1") parts.push(l10n.t("with messages of firmware sharing"));
    return parts.join(", ");
  },
  tokens: (text) => [{ span: whole(text), kind: "string" }],
};

function wrongLog(text: string, start: number, end: number): Problem {
  return {
    code: "log/server",
    severity: "warning",
    message: l10n.t("`{0}` is not valid. Use `ADDRESS:PORT@@base=LEVEL;pfs=0` or `pfs=1`.", text.slice(start, end)),
    span: { start, end },
  };
}
