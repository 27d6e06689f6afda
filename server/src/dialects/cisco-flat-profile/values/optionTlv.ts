import * as l10n from "@vscode/l10n";
import type { Problem } from "../../../text/span";
import type { ValueType } from "../../../values/valueType";

// DHCP option 43 for certificate enrolment: type(1) length(1) value, in hex. Specification 9.14.

/** Types whose value is text. */
const textual = new Set([11, 13]);

export function readOptionTlv(text: string): { fields: Record<string, string>; problems: Problem[] } {
  const fields: Record<string, string> = {};
  const problems: Problem[] = [];
  const bad = (start: number, end: number, message: string) =>
    problems.push({ code: "dhcp43/bad-tlv", severity: "warning", message, span: { start, end } });
  if (!/^[0-9a-fA-F]*$/.test(text) || text.length % 2 === 1) {
    bad(0, text.length, l10n.t("Expected an even number of hexadecimal digits."));
    return { fields, problems };
  }
  const byte = (at: number) => Number.parseInt(text.slice(at, at + 2), 16);
  let at = 0;
  while (at < text.length) {
    const type = byte(at);
    const length = byte(at + 2);
    const end = at + 4 + length * 2;
    if (Number.isNaN(length) || end > text.length) {
      bad(at, text.length, l10n.t("The field is shorter than its length byte."));
      break;
    }
    const value = text.slice(at + 4, end).toLowerCase();
    fields[String(type)] = textual.has(type)
      ? (value.match(/../g) ?? []).map((pair) => String.fromCharCode(Number.parseInt(pair, 16))).join("")
      : value;
    at = end;
  }
  return { fields, problems };
}

const meanings: Readonly<Record<string, () => string>> = {
  "10": () => l10n.t("FIPS mode"),
  "11": () => l10n.t("enrollment server"),
  "12": () => l10n.t("root certificate fingerprint"),
  "14": () => l10n.t("802.1X"),
  "15": () => l10n.t("certificate"),
};

export const optionTlv: ValueType = {
  id: "Dhcp43Tlv",
  check: (text) => readOptionTlv(text).problems,
  // Field 13 is the challenge password.
  describe: (text) =>
    Object.entries(readOptionTlv(text).fields)
      .flatMap(([type, value]) => (meanings[type] ? [`${meanings[type]()}: ${value}`] : []))
      .join(", "),
};
