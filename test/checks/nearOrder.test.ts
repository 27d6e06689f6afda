import { test } from "node:test";
import { defaultSettings } from "../../server/src/analysis/snapshot";
import { dialects } from "../../server/src/dialects/index";
import { checkGolden, sameAs } from "../support/golden";
import { problemsOf } from "../support/problems";
import { elementsMoved } from "../support/variants";

// What is reported of the manual's examples with an element twice, in another place, or with the value of its neighbor.

const maxElements = 5;
const maxLength = 1500;

for (const dialect of dialects.filter(({ markdownLanguage }) => markdownLanguage === "xml"))
  test(`what is reported of examples of ${dialect.id} in another order (UPDATE_GOLDEN=1 writes the list)`, () => {
    const lines: string[] = [];
    for (const page of [...dialect.checks, ...dialect.pages].sort((a, b) => (a.code < b.code ? -1 : 1))) {
      const settings = page.optIn
        ? { ...defaultSettings, severities: { [page.code]: page.severity } }
        : defaultSettings;
      for (const { bad, good, folder } of page.examples) {
        const texts = [bad, good]
          .filter((text) => text.length <= maxLength)
          .flatMap((text) => elementsMoved(text, maxElements));
        if (texts.length === 0) continue;
        const seen = new Map<string, number>();
        lines.push(`${page.code} ${JSON.stringify(bad)}`);
        for (const [number, text] of texts.entries()) {
          const words = problemsOf(text, settings, dialect, folder).map(
            ({ code, severity, span, related = [] }) =>
              `${severity} ${code} ${span.start}-${span.end}${related.map(({ span }) => ` see ${span.start}-${span.end}`).join("")}`,
          );
          lines.push(`  ${number}: ${sameAs(words.join(", ") || "right", number, seen)}`);
        }
      }
    }
    checkGolden(`test/checks/nearOrder.${dialect.id}.golden.txt`, lines);
  });
