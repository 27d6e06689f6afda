import assert from "node:assert/strict";
import test from "node:test";
import { fileSecrets } from "../../server/src/dialects/cisco-flat-profile/rules/segmentSecrets";
import { catalogue } from "../support/catalogue";
import { dialect } from "../support/problems";

/** The parameters that a file uses as secrets, and the words in them. */
function secretsOf(settings: string): { registers: string[]; words: string[] } {
  const document = dialect.read(`<flat-profile>${settings}</flat-profile>`, catalogue);
  const { registers, registerWords } = fileSecrets(document, catalogue);
  return { registers: [...registers].sort(), words: [...registerWords].sort() };
}

const rule = (text: string, name = "Profile_Rule") => `<${name}>${text}</${name}>`;

test("a parameter that a key names is a secret, with what it contains", () => {
  assert.deepEqual(secretsOf(`<GPP_B>s3cr3t</GPP_B>${rule("[--key $B] http://h/a")}`), {
    registers: ["GPP_B"],
    words: ["s3cr3t"],
  });
  assert.deepEqual(secretsOf(`<GPP_B>s3cr3t</GPP_B>${rule("http://h/$B")}`), { registers: [], words: [] });
});

test("what a rule assigns to such a parameter is a secret too", () => {
  const both = `${rule('(b = "pa55word";)! http://h/a')}${rule("[--key $B] http://h/b", "Profile_Rule_B")}`;
  assert.deepEqual(secretsOf(both), { registers: ["GPP_B"], words: ["pa55word"] });
  assert.deepEqual(secretsOf(rule('(b = "pa55word";)! http://h/a')), { registers: [], words: [] });
});

test("a secret may come by way of other parameters", () => {
  const chain = `<GPP_C>s3cr3t</GPP_C>${rule('(b = "$C";)! http://h/a')}${rule("[--key $B] http://h/b", "Profile_Rule_B")}`;
  assert.deepEqual(secretsOf(chain).registers, ["GPP_B", "GPP_C"]);
  assert.ok(secretsOf(chain).words.includes("s3cr3t"));
});
