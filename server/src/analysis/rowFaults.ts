import { type Device, macDigits } from "../devices/device";
import type { PreviewFleet } from "../preview/preview";
import type { Catalogue } from "../schema/catalogue";
import { familyOf } from "../schema/identity";
import { nearest } from "../text/nearest";

// What a row of a list of phones cannot mean.

export type RowCheck = (row: readonly string[], device: Device) => string | undefined;

/** For a list with `width` columns: why a row is wrong, in a sentence. */
export function rowCheck(width: number, catalogue: Catalogue, isFirmware: PreviewFleet["isFirmware"]): RowCheck {
  const phones = new Map<string, string | undefined>();
  return (row, device) => {
    if (row.length > width && row.slice(width).some((cell) => cell !== ""))
      return `The row has ${row.length} cells, the first row ${width}.`;
    if (row.every((cell) => cell === "")) return "The row is empty.";
    const { mac, family, model, pn, firmware } = device;
    if (mac !== undefined && !/^[0-9a-f]{12}$/.test(mac) && macDigits(mac) === undefined)
      return `\`${shown(mac)}\` is not a MAC address. Use twelve hexadecimal digits.`;
    const key = `${family}\n${model}\n${pn}\n${firmware}`;
    if (!phones.has(key)) {
      if (phones.size >= 1000) phones.clear();
      phones.set(key, phoneFault(device, catalogue) ?? firmwareFault(firmware, isFirmware));
    }
    return phones.get(key);
  };
}

function phoneFault({ family, model, pn }: Device, catalogue: Catalogue): string | undefined {
  const { families } = catalogue;
  if (family !== undefined && !catalogue.family(family)) {
    const near = nearest(
      family,
      families.map(({ id }) => id),
    );
    return `Unknown family \`${shown(family)}\`.${near === undefined ? "" : ` Did you mean \`${near}\`?`}`;
  }
  for (const text of [model, pn]) {
    if (text === undefined || familyOf({ model: text, pn: text }, catalogue)) continue;
    const near = nearest(
      text,
      families.flatMap(({ models }) => models.map((each) => each.model)),
    );
    return `Unknown model \`${shown(text)}\`.${near === undefined ? "" : ` Did you mean \`${near}\`?`}`;
  }
  return undefined;
}

/** Names of test loads are irregular; a number alone, or a word without one, is not a version. */

/** A cell may contain anything. */
function shown(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

function firmwareFault(firmware: string | undefined, isFirmware: PreviewFleet["isFirmware"]): string | undefined {
  const text = firmware?.trim();
  return text === undefined || isFirmware(text) ? undefined : `\`${shown(text)}\` is not a firmware version.`;
}
