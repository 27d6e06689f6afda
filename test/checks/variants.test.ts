import { test } from "node:test";
import { defaultSettings } from "../../server/src/analysis/snapshot";
import type { CodePage } from "../../server/src/checks/check";
import { dialects } from "../../server/src/dialects/index";
import { applyEdits, inOrder } from "../../server/src/text/edits";
import { checkGolden, sameAs } from "../support/golden";
import { MessageForms } from "../support/messageForms";
import { problemsOf } from "../support/problems";
import { profilesNear, variantsOf } from "../support/variants";

// What is reported of the manual's examples and of files near them, and what the fixes make of them. Files near an example
// are in the list by number: the good example, then slips in the bad and in the good one.

const maxVariants = 4;
const maxLength = 1500;

const settingsFor = ({ optIn, code, severity }: CodePage) =>
  optIn ? { ...defaultSettings, severities: { [code]: severity } } : defaultSettings;

/** Slips, a line left out, and a line twice. */
function near(text: string): readonly string[] {
  const lines = text.split("\n");
  return [
    ...profilesNear(text, maxVariants),
    ...variantsOf(text, 3),
    ...lines
      .slice(1, 4)
      .flatMap((_, i) => [
        lines.filter((_, at) => at !== i + 1).join("\n"),
        [...lines.slice(0, i + 2), ...lines.slice(i + 1)].join("\n"),
      ]),
  ];
}

for (const dialect of dialects)
  test(`what is reported of the manual's examples of ${dialect.id} and of files near them (UPDATE_GOLDEN=1 writes the list)`, () => {
    const lines: string[] = [];
    const forms = new MessageForms();
    for (const page of [...dialect.checks, ...dialect.pages].sort((a, b) => (a.code < b.code ? -1 : 1))) {
      const settings = settingsFor(page);
      for (const { bad, good, folder } of page.examples) {
        if (bad.length > maxLength || good.length > maxLength) continue;
        const seen = new Map<string, number>();
        lines.push(`${page.code} ${JSON.stringify(bad)}`);
        for (const { code, severity, span, fixes = [], message } of problemsOf(bad, settings, dialect, folder)) {
          lines.push(`  ${severity} ${code} ${span.start}-${span.end} ${message}`);
          for (const { title, edits, safe } of fixes)
            lines.push(`    ${safe ? "safe: " : ""}${title} → ${JSON.stringify(applyEdits(bad, inOrder(edits)))}`);
        }
        for (const [number, text] of [good, ...near(bad), ...near(good)].entries()) {
          const words = problemsOf(text, settings, dialect, folder).map(
            ({ code, severity, span, fixes = [], message }) =>
              `${severity} ${forms.codeOf({ code, message })} ${span.start}-${span.end}${fixes.map(({ edits }) => ` → ${edits.map(({ span, text }) => `${span.start}-${span.end} ${JSON.stringify(text)}`).join(" ")}`).join("")}`,
          );
          lines.push(`  ${number}: ${sameAs(words.join(", ") || "right", number, seen)}`);
        }
      }
    }
    checkGolden(`test/checks/variants.${dialect.id}.golden.txt`, [...lines, ...forms.lines()]);
  });
