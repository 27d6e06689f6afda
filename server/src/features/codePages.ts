import { sitePolicyPages } from "../analysis/sitePolicyPages";
import type { Example, PageText } from "../checks/check";
import { policyPages } from "../checks/policy/policyPages";
import { driftPages } from "../deployment/driftPages";
import { sitePages } from "../deployment/sitePages";
import type { Dialect } from "../dialects/dialect";
import { dialects } from "../dialects/index";
import type { CodeEntry } from "../protocol";
import { templatePages } from "../templates/templatePages";
import { impactPages } from "./impactPages";
import type { RequestFeature } from "./requestFeature";

export const codePages: RequestFeature<"flatProfile/codes"> = {
  params: {},
  run: codeEntries,
};

/** The page of a code with the examples of each dialect that reports it. */
export interface ManualPage extends PageText {
  readonly examples: readonly { readonly dialect: Dialect; readonly examples: readonly Example[] }[];
}

/** Each code once, however many dialects share it. */
export function manualPages(of: readonly Dialect[] = dialects): readonly ManualPage[] {
  const pages = new Map<string, ManualPage>();
  for (const dialect of of)
    for (const page of [...dialect.checks, ...dialect.pages]) {
      const known = pages.get(page.code);
      const examples = [...(known?.examples ?? []), { dialect, examples: page.examples }];
      pages.set(page.code, { ...(known ?? page), examples });
    }
  return [...pages.values()];
}

/** What is reported of sites, dumps and configurations rather than of single files. */
export function otherPages(): readonly ManualPage[] {
  return [...sitePages, ...impactPages, ...driftPages, ...policyPages, ...sitePolicyPages, ...templatePages].map(
    (page) => ({
      ...page,
      examples: [],
    }),
  );
}

/** The manual pages of all problem codes, as Markdown. */
export function codeEntries(): CodeEntry[] {
  const entries = [...manualPages(), ...otherPages()].map((page): CodeEntry => {
    const { code, severity, title, docs } = page;
    const parts = [`# ${title}`, `\`${code}\`, usually ${severity}`, docs];
    for (const { dialect, examples } of page.examples)
      for (const { bad, good } of examples.slice(0, 1)) {
        const of = page.examples.length > 1 ? ` (${dialect.label})` : "";
        parts.push(`Reported${of}:\n\n${fenced(bad, dialect)}`, `Fine:\n\n${fenced(good, dialect)}`);
      }
    return { code, severity, title, page: `${parts.join("\n\n")}\n` };
  });
  return entries.sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** A piece of a file as a code block. */
export function fenced(text: string, { markdownLanguage }: Dialect): string {
  return `\`\`\`${markdownLanguage}\n${text.replace(/\n$/, "")}\n\`\`\``;
}
