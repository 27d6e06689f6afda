import type { PageText } from "../checks/check";
import type { Dialect } from "../dialects/dialect";
import { dialects } from "../dialects/index";
import { fenced, type ManualPage, manualPages, otherPages } from "./codePages";

const otherAreas = { site: "Sites", drift: "Drift", policy: "Policies of a site" };

/** docs/checks.md: all codes by area, each with its page and examples. */
export function manual(of: readonly Dialect[] = dialects): string {
  const pages = [...manualPages(of), ...otherPages()];
  const areas: Readonly<Record<string, string>> = Object.assign({}, ...of.map((dialect) => dialect.areas), otherAreas);
  const areaOf = ({ code }: PageText) => code.slice(0, code.indexOf("/"));
  const order = [...new Set([...Object.keys(areas), ...pages.map(areaOf)])];
  const inArea = order
    .map((area) => ({
      title: areas[area] ?? area,
      pages: pages.filter((page) => areaOf(page) === area).sort((a, b) => (a.code < b.code ? -1 : 1)),
    }))
    .filter((group) => group.pages.length > 0);
  const rows = inArea.flatMap((group) => group.pages.map(row));
  const sections = inArea.map(
    (group) => `## ${group.title}\n\n${group.pages.map((page) => section(page)).join("\n\n")}`,
  );
  return `# Problem codes

What Flat Profile reports, what it means on the phone, and what to do about it. This file is made from the checks
themselves by \`npm run docs\`; the tests run every example. \`flat-profile explain CODE\` prints one page.

The severity is the usual one: \`flatProfile.severity\` in the settings, \`--severity CODE=LEVEL\` on the command line and
\`flat-profile.config.json\` change it, \`off\` silences a code, and so do comments in a file
(\`${of[0]?.comment("flat-profile-disable-next-line CODE") ?? ""}\`).

| code | severity | |
| --- | --- | --- |
${rows.join("\n")}

${sections.join("\n\n")}
`;
}

function row({ code, severity, optIn, title }: PageText): string {
  return `| [\`${code}\`](#${anchor(code)}) | ${optIn ? `${severity}, off unless set` : severity} | ${title.replaceAll("|", "\\|")} |`;
}

function section({ code, severity, optIn, title, docs, examples }: ManualPage): string {
  const examplesText = examples
    .flatMap(({ dialect, examples: own }) => {
      const of = examples.length > 1 ? ` (${dialect.label})` : "";
      return own.map(({ bad, good }) => `Reported${of}:\n\n${fence(bad, dialect)}\n\nFine:\n\n${fence(good, dialect)}`);
    })
    .join("\n\n");
  const level = optIn ? `${severity}, off unless a severity is set for it` : severity;
  return `### ${code}\n\n**${title}** (${level})\n\n${docs}\n\n${examplesText}`;
}

function anchor(code: string): string {
  return code.replace(/[^a-z0-9-]/g, "");
}

/** Long and invisible things are shortened, so that the page can be read. */
function fence(text: string, dialect: Dialect): string {
  return fenced(text.replaceAll("\ufeff", "").replace(/(.{8,40}?)\1{8,}/g, "$1$1…"), dialect);
}
