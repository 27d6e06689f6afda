import * as l10n from "@vscode/l10n";
import type { DhcpOption, EncodedOption, OptionSetting } from "../../conversion/dhcpOption";
import { bytesOf, hexOf, numberOf, readCodes, textOf } from "../../conversion/optionBytes";

// Option 242, and 176 of the 4600 series: NAME=value,NAME=value. A list goes on after a comma until the next name.
// Option 43: codes with lengths; code 1 is the vendor, the others are one setting each.

/** Characters that every DHCP server takes. */
const maxText = 255;

const named = /^\s*([A-Za-z][A-Za-z0-9_]*)\s*=(.*)$/s;

function decodeText(text: string): ReturnType<DhcpOption["decode"]> {
  const settings: { name: string; value: string }[] = [];
  const problems: string[] = [];
  for (const piece of piecesOf(text.trim().replace(/^"(.*)"$/s, "$1"))) {
    const match = named.exec(piece);
    const last = settings.at(-1);
    if (match) settings.push({ name: (match[1] ?? "").toUpperCase(), value: (match[2] ?? "").trim() });
    else if (last) last.value += `,${piece.trim()}`;
    else if (piece.trim() !== "") problems.push(l10n.t("`{0}` has no name. Write it as `NAME=value`.", piece.trim()));
  }
  const whole = settings.map(({ name, value }) => ({
    name,
    value: value.replace(/^"(.*)"$/s, "$1").replace(/,+$/, ""),
  }));
  return { settings: whole, problems };
}

/** Apart by commas, except inside of quotes. */
function piecesOf(text: string): readonly string[] {
  return text.match(/(?:"[^"]*"|[^,"]|")+|(?<=,)(?=,)/g) ?? [];
}

function encodeText(settings: readonly OptionSetting[]): EncodedOption {
  const losses: EncodedOption["losses"][number][] = [];
  const pieces: string[] = [];
  let length = 0;
  for (const { name, value } of settings) {
    const piece = `${name}=${/\s|;/.test(value) ? `"${value}"` : value}`;
    if (length + piece.length + 1 > maxText) {
      losses.push({ name, reason: l10n.t("The option has no room for it. It has {0} characters at most.", maxText) });
      continue;
    }
    pieces.push(piece);
    length += piece.length + 1;
  }
  return { text: pieces.join(","), losses };
}

/** Settings of option 43 by their codes. */
const codes: Readonly<Record<number, string>> = {
  2: "HTTPSRVR",
  3: "HTTPDIR",
  4: "HTTPPORT",
  5: "TLSSRVR",
  6: "TLSDIR",
  7: "TLSPORT",
  8: "TLSSRVRID",
  9: "L2Q",
  10: "L2QVLAN",
  11: "PHY1STAT",
  12: "PHY2STAT",
  13: "PROCSTAT",
  14: "SIG",
  15: "SIP_CONTROLLER_LIST",
};
const vendorCode = 1;
/** The number of the vendor, 6889. */
const vendor = [0, 0, 0x1a, 0xe9];

function decodeHex(text: string): ReturnType<DhcpOption["decode"]> {
  const { values, problems: unread } = readCodes(text);
  const settings: OptionSetting[] = [];
  const problems: string[] = [];
  let isVendor = false;
  for (const { code, bytes } of values) {
    const name = codes[code];
    if (code === vendorCode) {
      isVendor = isOwnVendor(bytes);
      if (!isVendor) problems.push(l10n.t("Code 1 is not 6889. The phone ignores the option."));
    } else if (name === undefined) problems.push(l10n.t("Unknown code {0}. The phone ignores it.", code));
    else settings.push({ name, value: textOf(bytes) ?? String(numberOf(bytes)) });
  }
  problems.push(...unread);
  if (!isVendor && problems.length === 0) problems.push(l10n.t("Code 1 is missing. The phone ignores the option."));
  return { settings, problems };
}

const isOwnVendor = (bytes: readonly number[]) => textOf(bytes) === "6889" || numberOf(bytes) === numberOf(vendor);

function encodeHex(settings: readonly OptionSetting[]): EncodedOption {
  const losses: EncodedOption["losses"][number][] = [];
  const bytes = [vendorCode, vendor.length, ...vendor];
  for (const { name, value } of settings) {
    const code = Object.entries(codes).find(([, each]) => each === name)?.[0];
    const letters = bytesOf(value);
    if (code === undefined) losses.push({ name, reason: l10n.t("Option 43 has no code for it.") });
    else if (letters === undefined) losses.push({ name, reason: l10n.t("It is not ASCII text.") });
    else if (bytes.length + 2 + letters.length > maxText)
      losses.push({ name, reason: l10n.t("The option has no room for it. It has {0} characters at most.", maxText) });
    else bytes.push(Number(code), letters.length, ...letters);
  }
  return { text: hexOf(bytes), losses };
}

/** Options of DHCP that these phones read. */
export const dhcpOptions: readonly DhcpOption[] = [
  { code: 242, decode: decodeText, encode: encodeText },
  { code: 176, decode: decodeText, encode: encodeText },
  {
    code: 43,
    decode: decodeHex,
    encode: encodeHex,
    isOwn: (text) => readCodes(text).values.some(({ code, bytes }) => code === vendorCode && isOwnVendor(bytes)),
  },
];
