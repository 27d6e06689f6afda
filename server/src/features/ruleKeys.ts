import type { RuleKeysAnswer } from "../protocol";
import type { OpenFile } from "./feature";

/** Where the rules of a file have their keys; null where the files of a dialect are not encrypted. */
export function ruleKeysAnswer({ version, snapshot }: OpenFile): RuleKeysAnswer | null {
  const keys = snapshot.dialect.ruleKeys?.(snapshot.document);
  return keys ? { version, ...keys } : null;
}
