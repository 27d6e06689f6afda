import type { CodePage } from "../checks/check";
import { dialects } from "../dialects/index";

const areas: Readonly<Record<string, string>> = {
  xml: "XML",
  parameter: "Names of parameters",
  attribute: "Attributes",
  value: "Values",
  rule: "Rules, triggers and reports",
  schedule: "Schedules",
  resync: "Resync",
  upgrade: "Upgrade",
  log: "Log messages",
  dialplan: "Dial plans",
  tone: "Tones",
  cadence: "Cadences",
  frequency: "Frequencies",
  ring: "Rings",
  "star-code": "Star codes",
  line: "Lines",
  "line-key": "Line keys",
  softkey: "Softkeys",
  led: "LED patterns",
  paging: "Paging",
  dictionary: "Dictionaries",
  language: "Languages",
  ldap: "LDAP",
  dst: "Daylight saving",
  dhcp43: "DHCP option 43",
  domains: "Restricted domains",
  secret: "Secrets",
};

/** docs/checks.md: all codes by area, each with its page and examples. */
export function manual(): string {
  const pages = dialects.flatMap((dialect) => [...dialect.checks, ...dialect.pages]);
  const areaOf = ({ code }: CodePage) => code.slice(0, code.indexOf("/"));
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
(\`<!-- flat-profile-disable-next-line CODE -->\`).

| code | severity | |
| --- | --- | --- |
${rows.join("\n")}

${sections.join("\n\n")}
`;
}

function row({ code, severity, optIn, title }: CodePage): string {
  return `| [\`${code}\`](#${anchor(code)}) | ${optIn ? `${severity}, off unless set` : severity} | ${title.replaceAll("|", "\\|")} |`;
}

function section({ code, severity, optIn, title, docs, examples }: CodePage): string {
  const examplesText = examples
    .map(({ bad, good }) => `Reported:\n\n${fence(bad)}\n\nFine:\n\n${fence(good)}`)
    .join("\n\n");
  const level = optIn ? `${severity}, off unless a severity is set for it` : severity;
  return `### ${code}\n\n**${title}** (${level})\n\n${docs}\n\n${examplesText}`;
}

function anchor(code: string): string {
  return code.replace(/[^a-z0-9-]/g, "");
}

/** Long and invisible things are shortened, so that the page can be read. */
function fence(text: string): string {
  const shown = text.replaceAll("\ufeff", "").replace(/(.{8,40}?)\1{8,}/g, "$1$1…");
  return `\`\`\`xml\n${shown}\n\`\`\``;
}
