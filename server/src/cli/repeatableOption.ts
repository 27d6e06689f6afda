import { Option } from "commander";

/** An option that may be given several times: each word is one more. `shown` describes the default in the help. */
export function repeatableOption(flags: string, description: string, shown = "none"): Option {
  return new Option(flags, description)
    .argParser((word: string, before: readonly string[] | undefined) => [...(before ?? []), word])
    .default([], shown);
}
