import { dialects } from "../dialects/index";
import type { CodeEntry } from "../protocol";

/** The manual pages of all problem codes, as Markdown. */
export function codeEntries(): CodeEntry[] {
  const pages = dialects.flatMap((dialect) => [...dialect.checks, ...dialect.pages]);
  const entries = pages.map(({ code, severity, title, docs, examples }): CodeEntry => {
    const example = examples[0];
    const parts = [`# ${title}`, `\`${code}\`, usually ${severity}`, docs];
    if (example) parts.push(`Reported:\n${fence(example.bad)}`, `Fine:\n${fence(example.good)}`);
    return { code, severity, title, page: `${parts.join("\n\n")}\n` };
  });
  return entries.sort((a, b) => (a.code < b.code ? -1 : 1));
}

function fence(text: string): string {
  return `\n\`\`\`xml\n${text}\n\`\`\``;
}
