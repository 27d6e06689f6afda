import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { globSync } from "tinyglobby";

// The words of CONTRIBUTING.md that we do not use: in names, comments, messages and documents.

/** A pattern, and what to write. Names count by their words: `toldAbove` is `told above`. */
const words: readonly (readonly [pattern: RegExp, plain: string])[] = [
  [/\b(?:tell|tells|told|telling)\b/, "report, show, say"],
  [/\b(?<!\bis )(?:stands?|stood|standing)\b(?! for\b|-in\b)/, "is, is written"],
  [/\bbehind\b/, "after"],
  [/\b(?:hold|holds|holding|held|(?<!place )holder)\b/, "contain, have"],
  [/\b(?:draw|draws|drawn|drawing|drew)\b/, "show, paint"],
  [/\b(?:nobody|whoever|lest)\b/, "no one is rarely meant: name who or what"],
  [/\b(?:at|in) hand\b/, "ready, present"],
  [/(?<!\bthere )\bis no (?!longer\b|more\b|other\b|better\b)[a-z`<{]/, "is not a"],
  [/\b(?:patience|patient|gravest|story|stories)\b/, "limit, worst, report"],
  [/\bconst (?:most|fewest|longest|shortest|largest) \w/, "max or min, with the unit"],
];

interface Exception {
  readonly file: RegExp;
  readonly text: RegExp;
  readonly why: string;
}

const exceptions: readonly Exception[] = [
  { file: /./, text: /behind[-_ ]parenthesis/i, why: "codes are never renamed" },
  { file: /./, text: /left[- _]?behind/i, why: "a kind of change and a status in JSON" },
  { file: /softkey|keys\.test|options\.test|secretName|^docs\/checks/i, text: /h[oe]ld/i, why: "the phone's key Hold" },
  { file: /audiocodes/, text: /Enable_?Hold/i, why: "the name of a parameter" },
  { file: /conversion|tones|audiocodes/, text: /["' ]hold/i, why: "the name of a tone" },
  { file: /knownTones/, text: /holding tone/, why: "the name of a tone" },
  { file: /^client\/media\/player|scriptSteps|bundle/, text: /hold|held/i, why: "a key that is kept pressed" },
  { file: /profileMemory/, text: /`held:/, why: "the name of what earlier versions stored" },
  { file: /^client\/media|screenshots/, text: /draw/i, why: "shapes and canvases" },
  { file: /^server\/src\/secrets\/words/, text: /behind|holds|stands/, why: "words that are not passwords" },
  { file: /dialExpectation\.test|resolve\.test/, text: /nobody/, why: "a name in a wrong input" },
  { file: /canaries\.ts/, text: /--pwd behind --post/, why: "a place of a secret" },
  { file: /^test\/vendors\/codes/, text: /behind/, why: "a code of the cases" },
  { file: /^schemas.*manual/, text: /h[oe]ld/i, why: "calls on hold, and names with it" },
  {
    file: /^schemas.*manual/,
    text: /behind (?:a |the |this )?(?:symmetric )?(?:NAT|router)/,
    why: "as networks are described",
  },
  { file: /plainEnglish/, text: /./, why: "this list" },
];

const files = globSync([
  "server/{src,build}/**/*.{ts,mjs}",
  "client/{src,media,build}/**/*.{ts,mjs,css}",
  "test/**/*.{ts,mjs}",
  "docs/**/*.md",
  "*.md",
  ".github/**/*.{md,yml}",
  "schemas/*.json",
  "schemas/*/manual/**/*.json",
  "package.nls.json",
  // The reference is made of the manual and of words of the vendors.
]).filter((file) => !/THIRD_PARTY_NOTICES|docs\/reference/.test(file));

/** `toldAbove_x` as `told above x`. */
const asWords = (line: string): string =>
  line
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replaceAll("_", " ")
    .toLowerCase();

function unplain(file: string, text: string): string[] {
  return text.split("\n").flatMap((line, i) => {
    const read = asWords(line);
    const found = words.filter(([pattern]) => pattern.test(read));
    if (found.length === 0 || exceptions.some((each) => each.file.test(file) && each.text.test(line))) return [];
    return found.map(([, plain]) => `${file}:${i + 1}: write ${plain}: ${line.trim()}`);
  });
}

test("names, comments, messages and documents are in plain words", () => {
  assert.ok(files.length > 700, String(files.length));
  assert.deepEqual(
    files.flatMap((file) => unplain(file, readFileSync(file, "utf8"))),
    [],
  );
});

test("each exception is needed", () => {
  for (const { file, text, why } of exceptions.filter(({ why }) => why !== "this list")) {
    const isNeeded = files.some(
      (each) =>
        file.test(each) &&
        readFileSync(each, "utf8")
          .split("\n")
          .some((line) => text.test(line) && words.some(([pattern]) => pattern.test(asWords(line)))),
    );
    assert.ok(isNeeded, why);
  }
});

test("a word that returns is found", () => {
  const found = (line: string) => unplain("server/src/x.ts", line).length;
  for (const line of [
    "/** What is told of it. */",
    "const toldAbove = 1;",
    "// the blank behind the name",
    "readonly holds: Read",
    'l10n.t("{0} is no IPv4 address", text)',
    "// nobody asks",
  ])
    assert.equal(found(line), 1, line);
  for (const line of ["// the standard", "`$A` stands for it", "// there is no file", "// it is no longer read"])
    assert.equal(found(line), 0, line);
});
