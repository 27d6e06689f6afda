import * as l10n from "@vscode/l10n";

// Options of DHCP with codes of a vendor: code, length, value, and so on. 0 fills, 255 ends.

export interface CodedValue {
  readonly code: number;
  readonly bytes: readonly number[];
}

/** The values in hexadecimal digits, up to the first that cannot be read. */
export function readCodes(text: string): { readonly values: readonly CodedValue[]; readonly problems: string[] } {
  const digits = text.replace(/0x|[\s:.-]/gi, "");
  if (!/^(?:[0-9a-f]{2})+$/i.test(digits))
    return { values: [], problems: [l10n.t("Option 43 is written in hexadecimal digits, two for each byte.")] };
  const all = (digits.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));
  const values: CodedValue[] = [];
  for (let at = 0; at < all.length; ) {
    const code = all[at] ?? 0;
    if (code === 0 || code === 255) {
      at++;
      continue;
    }
    const length = all[at + 1];
    const bytes = all.slice(at + 2, at + 2 + (length ?? 0));
    if (length === undefined || bytes.length < length)
      return { values, problems: [l10n.t("Code {0} says more bytes than there are.", code)] };
    values.push({ code, bytes });
    at += 2 + length;
  }
  return { values, problems: [] };
}

/** Undefined for bytes that are not printable ASCII. */
export function textOf(bytes: readonly number[]): string | undefined {
  return bytes.every((byte) => byte >= 32 && byte < 127) ? String.fromCharCode(...bytes) : undefined;
}

export function numberOf(bytes: readonly number[]): number {
  return bytes.reduce((sum, byte) => sum * 256 + byte, 0);
}

/** Undefined for text that is not ASCII. */
export function bytesOf(text: string): readonly number[] | undefined {
  const bytes = [...text].map((letter) => letter.charCodeAt(0));
  return bytes.some((byte) => byte > 126) ? undefined : bytes;
}

export function hexOf(bytes: readonly number[]): string {
  return bytes.map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
