import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { format } from "../../server/src/dialects/cisco-flat-profile/format";
import { isMacrosOnly, secretPlaces } from "../../server/src/dialects/cisco-flat-profile/rules/secretPlaces";
import { segmentSecrets } from "../../server/src/dialects/cisco-flat-profile/rules/segmentSecrets";
import type { Segment } from "../../server/src/profile/setting";
import { isSecretElement } from "../../server/src/schema/secretName";
import { wordsOf } from "../../server/src/secrets/words";
import type { Span } from "../../server/src/text/span";
import { searchedTexts } from "../../server/src/xml/searchedTexts";
import { catalogue } from "../support/catalogue";
import { read } from "../support/read";
import { runs } from "../support/runs";

// Values of elements that are written as usual are searched alone. What a search of the whole text finds is found too.

const names = fc.constantFrom(
  "GPP_A",
  "Profile_Rule",
  "Admin_Password",
  "Auth_Token",
  "My-Basic",
  "Pasword",
  "X_Secret",
);
const ends = fc.constantFrom(
  "",
  ' ua="na"',
  ' group="token=abcd1234"',
  " ua='rw'",
  ' user-pref="secretWord"',
  ' user-pref="y"',
);
const values = fc
  .array(
    fc.constantFrom(
      ..."--key --key=s3cr3tWord9 [--key key hunter $A $SA http:// ann:pw@h Basic password=abc12345 token:abcd1234".split(
        " ",
      ),
      ..."&amp; <!-- --> ( )! a= eq ' \" Bearer".split(" "),
      " ",
    ),
    { maxLength: 5 },
  )
  .map((words) => words.join(" "));
const between = fc.constantFrom("", "\n  ", "<!-- --key abcd -->", " token: abcd1234 ", "<Pasword>hunter2", "<Broken");
const element = fc
  .tuple(names, ends, values, between)
  .map(([name, end, value, after]) => `<${name}${end}>${value}</${name}>${after}`);

/** Everything that the text of a segment shows, settings or not. */
function placesIn(segment: Segment): Span[] {
  const stretches = [...searchedTexts(segment.text)].flatMap(({ at, rest }) =>
    secretPlaces(rest).map(({ start, end }) => ({ start: at + start, end: at + end })),
  );
  const likely = format.likelySecrets(segment, (name, value) => isSecretElement(name, "", value, catalogue));
  return [...stretches, ...likely];
}

test("a value that is searched alone hides no secret", () => {
  fc.assert(
    fc.property(fc.array(element, { maxLength: 5 }), (elements) => {
      const text = `<flat-profile>\n${elements.join("")}</flat-profile>\n`;
      for (const segment of read(text).segments) {
        const { spans } = segmentSecrets(segment, catalogue);
        const words = new Set(spans.flatMap((span) => span.words));
        for (const { start, end } of placesIn(segment)) {
          const typed = segment.text.slice(start, end);
          if (typed.trim() === "") continue;
          assert.ok(
            spans.some((span) => span.start <= start && span.end >= end),
            `${typed} in ${text}`,
          );
          if (!isMacrosOnly(typed)) for (const word of wordsOf(typed)) assert.ok(words.has(word), `${word} in ${text}`);
        }
      }
    }),
    { numRuns: runs(1500) },
  );
});
