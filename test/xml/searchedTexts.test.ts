import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { secretPlaces } from "../../server/src/dialects/cisco-flat-profile/rules/secretPlaces";
import { searchedTexts } from "../../server/src/xml/searchedTexts";

const parts = fc.constantFrom(
  ..."<Profile_Rule> </Profile_Rule> <Token <Authorization <router-key <Password ua='na' user-pref=\"y\" = : / > < $A $SA eq".split(
    " ",
  ),
  ..."--key --key= [--key key s3cr3tWord9 http:// ann:pw@h sip:1:2@h Basic password=abc12345 %3D &amp; token: <!-- -->".split(
    " ",
  ),
  " ",
  "\n",
);

const placed = (texts: Iterable<{ at: number; rest: string }>) =>
  [...texts].flatMap(({ at, rest }) => secretPlaces(rest).map(({ start, end }) => [at + start, at + end]));

/** Each stretch as a whole. */
function* whole(text: string) {
  let at = 0;
  for (const rest of text.split(/(?=<[/!?A-Za-z_])/)) {
    yield { at, rest };
    at += rest.length;
  }
}

test("what is left out of the search hides no secret", () => {
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 14 }), (words) => {
      const text = words.join("");
      assert.deepEqual(placed(searchedTexts(text)), placed(whole(text)), text);
    }),
    { numRuns: 3000 },
  );
});

test("names of tags and space are not searched", () => {
  const text = '<flat-profile>\n<GPP_A ua="na">x y</GPP_A>\n<GPP_B>$A</GPP_B>\n';
  assert.deepEqual(
    [...searchedTexts(text)].map(({ rest }) => rest),
    ["<flat-profile>\n", ' ua="na">x y', "<GPP_B>$A"],
  );
});
