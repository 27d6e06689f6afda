import type { FileEncryption } from "../dialectFiles";

const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** What the editor needs for encrypted profiles and the rules that fetch them. */
export const encryption: FileEncryption = {
  language: "flat-profile-encrypted",
  // a part of a value: spaces and line breaks in it stay
  decode: (raw) =>
    raw.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi, (whole, hex, decimal, name) => {
      if (name !== undefined) return named[String(name).toLowerCase()] ?? whole;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    }),
  unescapeArgument: (text) => text.replaceAll("$$", "$"),
  argumentOf(key) {
    const text = key.replaceAll("$", "$$$$");
    if (/^[^\s"[\]|()<>-][^\s"[\]|()<>]*$/.test(text)) return text;
    return /["\]]/.test(text) ? undefined : `"${text}"`;
  },
  hiddenArgument: "$SA",
  rule: (url, argument) =>
    `<Profile_Rule>${encode(argument === undefined ? url : `[--key ${argument}] ${url}`)}</Profile_Rule>`,
};

function encode(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
