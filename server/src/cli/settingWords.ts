import type { OptionSetting } from "../conversion/dhcpOption";
import { printable } from "./printable";
import { UsageError } from "./verb";

/** Settings that are written as `NAME=VALUE`. */
export function settingsOf(words: readonly string[]): readonly OptionSetting[] {
  return words.map((word) => {
    const sign = word.indexOf("=");
    if (sign < 1) throw new UsageError(`Invalid setting ${printable(word)}. Write it as NAME=VALUE.`);
    return { name: word.slice(0, sign), value: word.slice(sign + 1) };
  });
}
