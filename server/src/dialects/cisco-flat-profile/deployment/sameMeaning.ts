import { macDigits } from "../../../devices/device";
import { readBool } from "../../../values/bool";
import { readSchedule } from "../rules/schedule";

// Values that are written in two ways and mean the same, by type. What is not sure to mean the same differs.

export function isSameMeaning(type: string, a: string, b: string): boolean {
  const read = meanings.get(type);
  const meaning = read?.(a);
  return meaning !== undefined && meaning === read?.(b);
}

/** What a text means; undefined for one that is not a value of the type. */
type Meaning = (text: string) => string | undefined;

const meanings: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  ...["Bool", "Flag01"].map((type): [string, Meaning] => [type, (text) => textOf(readBool(text))]),
  ...["Uns", "Sig", "Port", "Integer", "LineNumber"].map((type): [string, Meaning] => [type, wholeNumber]),
  ...["Time", "Float", "PwrLevel"].map((type): [string, Meaning] => [type, decimal]),
  ["Schedule", schedule],
  ["MAC", macDigits],
]);

function textOf(value: boolean | undefined): string | undefined {
  return value === undefined ? undefined : String(value);
}

function wholeNumber(text: string): string | undefined {
  return /^(?:[+-]?\d{1,30}|0x[\da-f]{1,16})$/i.test(text) ? String(BigInt(text.replace(/^\+/, ""))) : undefined;
}

function decimal(text: string): string | undefined {
  const [, sign = "", whole = "", part = ""] = /^([+-]?)(\d{0,15})(?:\.(\d{0,15}))?$/.exec(text) ?? [];
  if (whole === "" && part === "") return wholeNumber(text);
  const digits = `${whole.replace(/^0+(?=\d)/, "") || "0"}.${part.replace(/0+$/, "")}`;
  return sign === "-" && /[1-9]/.test(digits) ? `-${digits}` : digits;
}

/** `3600+0` is `3600`. */
function schedule(text: string): string | undefined {
  const { waits, problems } = readSchedule(text);
  return problems.length > 0 ? undefined : waits.map(({ seconds, spread }) => `${seconds}+${spread}`).join(",");
}
