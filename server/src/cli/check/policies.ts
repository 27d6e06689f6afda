import path from "node:path";
import type { DialectServices } from "../../analysis/dialectServices";
import { readSitePolicies } from "../../analysis/sitePolicies";
import type { Policies } from "../../checks/policy/policy";
import { LineIndex } from "../../text/lineIndex";
import type { Config } from "../config";
import { partsBelow } from "../filePatterns";
import { printable } from "../printable";
import { UsageError } from "../verb";

/**
 * The policies of a configuration for each file. Throws a UsageError for an entry that cannot be used: with a policy that
 * never applies every file would pass.
 */
export function policiesOf(
  { file, text }: Config,
  services: DialectServices,
  { isReported = false } = {},
): (file: string) => Policies | undefined {
  if (file === undefined || text === undefined) return () => undefined;
  const { policies, problems } = readSitePolicies(text, services);
  const lines = new LineIndex(text);
  const words = problems.map(({ span, severity, message }) => {
    const { line, character } = lines.positionAt(span.start);
    return { severity, words: `${file}:${line + 1}:${character + 1}: ${severity}: ${message}` };
  });
  const errors = words.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new UsageError(errors.map((each) => each.words).join("\n"));
  for (const each of isReported ? [] : words) console.error(printable(each.words));
  const folder = path.dirname(path.resolve(file));
  return (name) => policies?.forFile(partsBelow(folder, name));
}
