import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { recognize } from "../../server/src/dialects/recognize";
import { dialects } from "../support/dialects";
import { problemsOf } from "../support/problems";
import { filled, last } from "../support/snippet";

interface Snippet {
  readonly prefix: readonly string[];
  readonly description: string;
  readonly body: readonly string[];
}

const manifest = JSON.parse(readFileSync("package.json", "utf8")) as {
  contributes: { snippets: readonly { language: string; path: string }[] };
};
const files = [...new Set(manifest.contributes.snippets.map((entry) => entry.path))];
const read = (file: string) => JSON.parse(readFileSync(file, "utf8")) as Readonly<Record<string, Snippet>>;

/** Phones that have every parameter of the snippets. */
const device = (name: string) =>
  name.includes("downgrade") ? "family=spa5xx" : "family=mpp88xx model=8841 firmware=12.0.3";

/** A part of a profile is inside one, of any phone and of a stated one. */
const asFiles = (text: string, name: string) =>
  /<(?:flat-profile|DLSMessage)\b/.test(text)
    ? [text]
    : ["", `<!-- flat-profile-device ${device(name)} -->\n`].map(
        (head) => `${head}<flat-profile>\n${text}\n</flat-profile>\n`,
      );

for (const file of files)
  for (const [name, { body, description, prefix }] of Object.entries(read(file)))
    test(`the snippet "${name}" has no problem, whichever choice is taken`, () => {
      for (const text of [filled(body), filled(body, last)].flatMap((text) => asFiles(text, name))) {
        const found = problemsOf(text, undefined, recognize(dialects, "a.xml", text));
        assert.deepEqual(
          found.map(({ code, severity, message }) => `${severity} ${code}: ${message}`),
          [],
          text,
        );
        assert.doesNotMatch(text, /\\|\$\{|\$\d/);
      }
      assert.ok(prefix.length > 0 && description.endsWith("."), name);
    });

test("macros of the phone reach the file as they are", () => {
  const stages = read("./snippets/flat-profile.json")["Two-stage provisioning"];
  assert.ok(stages);
  const rule = '("$A" eq "2")? https://prov.example.com/stage-2/$MA.xml | https://prov.example.com/stage-1.xml';
  assert.ok(filled(stages.body).includes(`<Profile_Rule ua="na">${rule}</Profile_Rule>`), filled(stages.body));
});

test("the prefixes of the two files are all different", () => {
  const prefixes = files.flatMap((file) => Object.values(read(file)).flatMap(({ prefix }) => prefix));
  assert.equal(new Set(prefixes).size, prefixes.length, prefixes.join(", "));
});
