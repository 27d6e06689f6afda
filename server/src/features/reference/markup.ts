import type { DialectService } from "../../analysis/dialectService";
import type { ManualExample } from "../../schema/manual";
import type { Parameter } from "../../schema/model";
import { codeSpan, escapeProse } from "../../text/markdown";
import { labelOf } from "../../values/choice";
import { fenced } from "../codePages";

/** Blocks of Markdown apart by empty lines; empty ones are left out. */
export function joined(blocks: readonly string[]): string {
  return blocks.filter((block) => block !== "").join("\n\n");
}

export function bullets(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join("\n");
}

/** A heading with what is below it; nothing where that is empty. */
export function section(title: string, content: string): string {
  return content === "" ? "" : `## ${title}\n\n${content}`;
}

/** Options with their meaning; those without one are on a line of their own. */
export function optionTerms(
  options: readonly string[],
  explained: Readonly<Record<string, string>>,
  parameter: Pick<Parameter, "optionLabels">,
  text: (written: string) => string,
): string[] {
  const meaning = (option: string) => (Object.hasOwn(explained, option) ? explained[option] : undefined);
  const rows = [...new Set([...Object.keys(explained), ...options])].flatMap((option) => {
    const label = labelOf(option, parameter);
    const words = [label && escapeProse(label), meaning(option) && text(meaning(option) ?? "")];
    const said = words.filter((part) => part).join(". ");
    if (said === "") return [];
    // some are grouped: 1 to 14
    return [`${/^-?\d+ to -?\d+$/.test(option) ? option : codeSpan(option)}: ${said}`];
  });
  const rest = options.filter((option) => labelOf(option, parameter) === undefined && meaning(option) === undefined);
  return rest.length === 0 ? rows : [...rows, rest.map(codeSpan).join(", ")];
}

/** An example as a piece of a file, with the settings that it needs. */
export function exampleOf(
  { value, with: others = {}, of }: ManualExample,
  name: string,
  { dialect }: DialectService,
): string {
  const elements = [...Object.entries(others), [of ?? name, value] as const];
  return fenced(elements.map(([each, text]) => dialect.write.element(each, text)).join("\n"), dialect);
}
