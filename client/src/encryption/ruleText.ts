import type { Recipe } from "./recipe";

const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Raw characters of an XML value as a phone reads them. */
export function decodeXml(raw: string): string {
  return raw.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return named[String(name).toLowerCase()] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

export function encodeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** `key` as the argument of --key; undefined when no rule can hold it. */
export function keyArgument(key: string): string | undefined {
  const text = key.replaceAll("$", "$$$$");
  if (/^[^\s"[\]|()<>-][^\s"[\]|()<>]*$/.test(text)) return text;
  return /["\]]/.test(text) ? undefined : `"${text}"`;
}

/** A Profile_Rule that makes a phone fetch and open `file`, as an element to be pasted. */
export function matchingRule(
  { encryption }: Pick<Recipe, "encryption">,
  url: string,
  argument: string | undefined,
): string {
  const options = encryption === "aes-256-cbc" && argument !== undefined ? `[--key ${argument}] ` : "";
  return `<Profile_Rule>${encodeXml(options + url)}</Profile_Rule>`;
}

/** `url` with the last part of its path replaced by `file`. */
export function beside(url: string | undefined, file: string): string {
  const base = /^[^?#]*\//.exec(url ?? "")?.[0];
  const name = file.replaceAll(" ", "%20");
  return base === undefined || /^[a-z]+:\/\/$/i.test(base) ? `https://prov.example.com/${name}` : base + name;
}
