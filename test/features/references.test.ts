import assert from "node:assert/strict";
import test from "node:test";
import type { Location, Range } from "vscode-languageserver-protocol";
import { definition } from "../../server/src/features/definition";
import { documentHighlight } from "../../server/src/features/documentHighlight";
import type { OpenFile } from "../../server/src/features/feature";
import { references } from "../../server/src/features/references";
import { prepareRename, rename } from "../../server/src/features/rename";
import { brokenFiles } from "../support/brokenFiles";
import { fixture, noToken, textDocument } from "../support/fixture";

const inProfile = (content: string) => `<flat-profile>\n${content}\n</flat-profile>\n`;

/** `line:text` of each range. */
function shown(file: OpenFile, ranges: readonly Range[]): string[] {
  return ranges.map(({ start, end }) => {
    const text = file.snapshot.text.slice(file.lines.offsetAt(start), file.lines.offsetAt(end));
    return `${start.line}:${text}`;
  });
}

function defined(content: string): string[] {
  const { file, position } = fixture(inProfile(content));
  const answer = (definition.run(file, { textDocument, position }, noToken) ?? []) as Location[];
  return shown(
    file,
    answer.map(({ range }) => range),
  );
}

function used(content: string): string[] {
  const { file, position } = fixture(inProfile(content));
  const context = { includeDeclaration: true };
  const answer = references.run(file, { textDocument, position, context }, noToken) ?? [];
  return shown(
    file,
    answer.map(({ range }) => range),
  );
}

test("a macro leads to its general purpose parameter", () => {
  assert.deepEqual(defined("<GPP_A>x</GPP_A>\n<Profile_Rule>http://h/$$0A/$MA.xml</Profile_Rule>"), ["1:GPP_A"]);
  assert.deepEqual(defined("<GPP_B>x</GPP_B>\n<Profile_Rule>http://h/$(B$0:2:3)</Profile_Rule>"), ["1:GPP_B"]);
  assert.deepEqual(defined("<GPP_SA>k</GPP_SA>\n<Profile_Rule>[--key $S$0A] http://h/x</Profile_Rule>"), ["1:GPP_SA"]);
  assert.deepEqual(defined("<User_ID_2_>7</User_ID_2_>\n<Profile_Rule>http://h/$UI$0D2</Profile_Rule>"), [
    "1:User_ID_2_",
  ]);
});

test("a macro of the phone, a doubled dollar and a longer name lead nowhere", () => {
  assert.deepEqual(defined("<GPP_M>x</GPP_M>\n<Profile_Rule>http://h/$M$0A.xml</Profile_Rule>"), []);
  assert.deepEqual(defined("<GPP_A>x</GPP_A>\n<Profile_Rule>http://h/$$A$0</Profile_Rule>"), []);
  assert.deepEqual(defined("<GPP_A>x</GPP_A>\n<Profile_Rule>http://h/$Ab$0c</Profile_Rule>"), []);
  assert.deepEqual(defined("<GPP_A>x</GPP_A>\n<Display_Name_1_>$$0A</Display_Name_1_>"), []);
});

test("an assignment leads to its target; what only looks like one does not", () => {
  const gpp = "<GPP_C>x</GPP_C>\n<Display_Name_1_>y</Display_Name_1_>\n";
  assert.deepEqual(defined(`${gpp}<Profile_Rule>($MA eq "1")? (c$0="2";)! http://h/x</Profile_Rule>`), ["1:GPP_C"]);
  assert.deepEqual(defined(`${gpp}<Profile_Rule>(Display_$0Name_1_ = "a;b=c";)!</Profile_Rule>`), [
    "2:Display_Name_1_",
  ]);
  assert.deepEqual(defined(`${gpp}<Profile_Rule>(Display_Name_1_ = "a;c$0=d";)!</Profile_Rule>`), []);
  assert.deepEqual(defined(`${gpp}<Profile_Rule>(c$0="2")? http://h/x</Profile_Rule>`), []);
});

test("ring, dictionary and body of a post", () => {
  assert.deepEqual(defined("<Cadence_3>60(2/4)</Cadence_3>\n<Ring1>n=Classic;w=3;c=$03</Ring1>"), ["1:Cadence_3"]);
  assert.deepEqual(
    defined(
      "<Dictionary_Server_Script>serv=http://h/;d1=Spanish;x1=es.xml</Dictionary_Server_Script>\n<Language_Selection>Spa$0nish</Language_Selection>",
    ),
    ["1:Dictionary_Server_Script"],
  );
  for (const options of ["--post a$0", "--post  $0A", "--key k --post a$0 --uid u"])
    assert.deepEqual(defined(`<GPP_A>x</GPP_A>\n<Profile_Rule>[${options}] http://h/x</Profile_Rule>`), ["1:GPP_A"]);
  assert.deepEqual(defined("<GPP_A>x</GPP_A>\n<Profile_Rule>[--post ab$0] http://h/x</Profile_Rule>"), []);
  assert.deepEqual(defined("<GPP_A>x</GPP_A>\n<Profile_Rule>[--posta$0] http://h/x</Profile_Rule>"), []);
});

test("references are the uses of exactly this parameter", () => {
  const content =
    '<GP$0P_A>1</GPP_A>\n<GPP_B>2</GPP_B>\n<Profile_Rule>http://h/$A/$B</Profile_Rule>\n<Profile_Rule_B>(a="3";)! http://h/$(A:1)</Profile_Rule_B>';
  assert.deepEqual(used(content), ["1:GPP_A", "3:$A", "4:a", "4:$(A:1)"]);
  assert.deepEqual(used("<Prox$0y_1_>a</Proxy_1_>\n<Proxy_2_>a</Proxy_2_>"), ["1:Proxy_1_"]);
});

test("a value with entities is mapped back", () => {
  const content = "<GPP_A>1</GPP_A>\n<Profile_Rule>http://h/?a=1&amp;b=$$0A</Profile_Rule>";
  assert.deepEqual(used(content), ["1:GPP_A", "2:$A"]);
});

test("highlights: both tags, and each use", () => {
  const { file, position } = fixture(inProfile("<GPP_$0A>1</GPP_A>\n<Profile_Rule>http://h/$A</Profile_Rule>"));
  const found = documentHighlight.run(file, { textDocument, position }, noToken) ?? [];
  assert.deepEqual(
    shown(
      file,
      found.map(({ range }) => range),
    ).sort(),
    ["1:GPP_A", "1:GPP_A", "2:$A"],
  );
});

function renamed(text: string, newName: string): string | undefined {
  const { file, position } = fixture(text);
  const prepared = prepareRename.run(file, { textDocument, position }, noToken);
  const edits = rename.run(file, { textDocument, position, newName }, noToken)?.changes?.[file.uri];
  assert.equal(prepared !== null, edits !== undefined || !/^\w+$/.test(newName));
  if (!edits) return undefined;
  let result = file.snapshot.text;
  for (const { range, newText } of [...edits].reverse())
    result = result.slice(0, file.lines.offsetAt(range.start)) + newText + result.slice(file.lines.offsetAt(range.end));
  return result;
}

test("renaming an element renames both tags", () => {
  assert.equal(renamed(inProfile("<Proxy_1_>a</Pro$0xy_1_>"), "Proxy_2_"), inProfile("<Proxy_2_>a</Proxy_2_>"));
  assert.equal(renamed(inProfile("<Pro$0xy_1_/>"), "Proxy_2_"), inProfile("<Proxy_2_/>"));
});

test("a macro, a used parameter, a broken element and a bad name are not renamed", () => {
  assert.equal(renamed(inProfile("<GPP_A>1</GPP_A>\n<Profile_Rule>http://h/$$0A</Profile_Rule>"), "GPP_B"), undefined);
  assert.equal(renamed(inProfile("<GPP_$0A>1</GPP_A>\n<Profile_Rule>http://h/$A</Profile_Rule>"), "GPP_B"), undefined);
  assert.equal(renamed(inProfile("<Prox$0y_1_>a</Proxy_1>"), "Proxy_2_"), undefined);
  assert.equal(renamed(inProfile("<Prox$0y_1_>a</Proxy_1_>"), "a b"), undefined);
});

test("every offset of broken files has an answer", () => {
  for (const text of brokenFiles) {
    for (let at = 0; at <= text.length; at++) {
      const { file, position } = fixture(`${text.slice(0, at)}$0${text.slice(at)}`);
      const params = { textDocument, position };
      for (const { range } of documentHighlight.run(file, params, noToken) ?? [])
        assert.ok(file.lines.offsetAt(range.end) <= text.length);
      definition.run(file, params, noToken);
      prepareRename.run(file, params, noToken);
    }
  }
});
