import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { elementsRead } from "../../server/src/dialects/cisco-flat-profile/deployment/kind";
import { readPlainFile } from "../../server/src/dialects/cisco-flat-profile/deployment/plainFile";
import { catalogue } from "../support/catalogue";
import { corpusFiles } from "../support/corpus";

const isSection = (name: string) => name === "flat-profile" || catalogue.hasSection(name);

/** What the short way reads is what the reader reads; answers whether it read anything. */
function check(text: string): boolean {
  const short = readPlainFile(text, "a.xml", isSection);
  if (short) assert.deepEqual(short, elementsRead({ name: "a.xml", text, layers: [] }, catalogue), text.slice(0, 500));
  return short !== undefined;
}

test("plain files are read alike in both ways", () => {
  assert.ok(
    check(
      '<flat-profile>\n  <GPP_A ua="na"> a b </GPP_A>\r\n<GPP_B/><GPP_C ua="rw"/><GPP_D></GPP_D><GPP_E>""</GPP_E>\n</flat-profile>\n',
    ),
  );
  assert.ok(check('<?xml version="1.0"?>\n<flat-profile><X preserve-value="y" user-pref="y">1</X></flat-profile>'));
  for (const other of [
    "<flat-profile><GPP_A>a &amp; b</GPP_A></flat-profile>",
    "<flat-profile><GPP_A>{{ x }}</GPP_A></flat-profile>",
    "<flat-profile><GPP_A>a\nb</GPP_A></flat-profile>",
    "<flat-profile><GPP_A>1</GPP_B></flat-profile>",
    "<flat-profile><router-configuration><A>1</A></router-configuration></flat-profile>",
    "<flat-profile><GPP_A>1</GPP_A>",
    "<flat-profile><!-- x --><GPP_A>1</GPP_A></flat-profile>",
    "<flat-profile><GPP_A>1</GPP_A></flat-profile><flat-profile><GPP_A>2</GPP_A></flat-profile>",
  ])
    assert.equal(check(other), false, other);
});

test("random files are read alike in both ways", () => {
  const piece = fc.constantFrom(
    ...'<flat-profile> </flat-profile> <GPP_A> </GPP_A> <GPP_B> </GPP_B> <GPP_A/> <GPP_A_ua="rw"> <GPP_B_ua="na"/> x $MA $x __A__ "" - .'
      .split(" ")
      .map((text) => text.replace("_ua", " ua")),
    " ",
    "\n",
    "\t",
    "<Proxy_1_>a</Proxy_1_>",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      check(pieces.join(""));
      check(`<flat-profile>${pieces.join("")}</flat-profile>`);
    }),
    { numRuns: 2000 },
  );
});

test("files of the corpus are read alike in both ways", () => {
  for (const { text } of corpusFiles()) check(text);
});
