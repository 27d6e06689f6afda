import { Option } from "commander";
import { readShard, type Shard } from "../deployment/shard";
import { UsageError } from "./verb";

/** `--shard 2/4`: outputs of all parts add up to that of the whole list. */
export function shardOption(): Option {
  return new Option("--shard <part/parts>", "only one of several equal parts of the list, such as 2/4").argParser(
    (word: string): Shard => {
      const found = readShard(word);
      if (!found) throw new UsageError(`--shard ${word}: Write it as PART/PARTS, such as 2/4.`);
      return found;
    },
  );
}
