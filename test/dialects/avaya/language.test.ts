import assert from "node:assert/strict";
import { test } from "node:test";
import type { CompletionItem, Location, Range } from "vscode-languageserver-protocol";
import { avayaSettings } from "../../../server/src/dialects/avaya/index";
import { completion } from "../../../server/src/features/completion";
import { definition } from "../../../server/src/features/definition";
import { documentLinks } from "../../../server/src/features/documentLinks";
import { documentSymbols } from "../../../server/src/features/documentSymbols";
import type { OpenFile } from "../../../server/src/features/feature";
import { folding } from "../../../server/src/features/folding";
import { hover } from "../../../server/src/features/hover";
import { references } from "../../../server/src/features/references";
import { rename } from "../../../server/src/features/rename";
import { fixture, noToken, textDocument } from "../../support/fixture";

const open = (text: string) => fixture(text, undefined, avayaSettings);

function shown(file: OpenFile, ranges: readonly Range[]): string[] {
  return ranges.map(({ start, end }) => {
    const text = file.snapshot.text.slice(file.lines.offsetAt(start), file.lines.offsetAt(end));
    return `${start.line}:${text}`;
  });
}

function definedAt(text: string): string[] {
  const { file, position } = open(text);
  const found = (definition.run(file, { textDocument, position }, noToken) ?? []) as Location[];
  return found.map((each) => (each.uri === textDocument.uri ? shown(file, [each.range])[0] : each.uri) ?? "");
}

test("a jump leads to the next label below, and a file to the one beside", () => {
  assert.deepEqual(definedAt("# A\nGOTO A$0\n# B\n# A\n# A\n"), ["3:A"]);
  assert.deepEqual(definedAt("IF $GROUP SEQ 7 GOTO $0A\n# A\n"), ["1:A"]);
  assert.deepEqual(definedAt("# A\nGOTO A$0\n"), []);
  assert.deepEqual(definedAt("GET 46xx$0settings.txt\n"), ["file:///46xxsettings.txt"]);
  assert.deepEqual(definedAt("GET $MACADDR$0.txt\n"), []);
});

test("labels and variables are found everywhere, and labels get a new name everywhere", () => {
  const text = "IF $GROUP SEQ 7 GOTO A\nIF $GROUP SEQ 8 GOTO B\nGOTO A$0\n# B\n# A\n";
  const { file, position } = open(text);
  const context = { includeDeclaration: true };
  const found = references.run(file, { textDocument, position, context }, noToken) ?? [];
  const ranges = found.map(({ range }) => range);
  assert.deepEqual(shown(file, ranges), ["0:A", "2:A", "4:A"]);
  const edits = rename.run(file, { textDocument, position, newName: "LAST" }, noToken)?.changes?.[textDocument.uri];
  assert.equal(edits?.length, 3);
  assert.equal(rename.run(file, { textDocument, position, newName: "two words" }, noToken), null);
  const variable = open("IF $GR$0OUP SEQ 7 GOTO A\nIF $GROUP SEQ 8 GOTO A\n# A\n");
  const places = references.run(variable.file, { textDocument, position: variable.position, context }, noToken) ?? [];
  assert.equal(places.length, 2);
});

function pageAt(text: string): string {
  const { file, position } = open(text);
  const contents = hover.run(file, { textDocument, position }, noToken)?.contents as { value: string } | undefined;
  return contents?.value ?? "";
}

test("a hover says which models come to a label, and what a variable is", () => {
  const script = "IF $MODEL4 SEQ 1608 GOTO A\nIF $MODEL4 SEQ 1616 GOTO A\nGOTO B\n# A\nSET L2QVLAN 1\n# B\n";
  assert.match(pageAt(script.replace("# A", "# $0A")), /Reached by 1608, 1616$/);
  assert.match(pageAt(script.replace("# B", "# $0B")), /1608, 1616 and models that the file does not name/);
  assert.match(pageAt("IF $GR$0OUP SEQ 7 GOTO A\n# A\n"), /Group of the phone/);
  assert.match(pageAt("GOTO NO$0WHERE\n"), /ignores the rest of the file/);
});

test("the outline has labels with what follows them, and they fold", () => {
  const { file } = open("SET L2QVLAN 1\nIF $MODEL4 SEQ 1608 GOTO A\nGOTO B\n# A\nSET DSCPAUD 46\n# B\nSET L2Q 1\n");
  const symbols = documentSymbols.run(file, { textDocument }, noToken) ?? [];
  assert.deepEqual(
    symbols.map((each) => [each.name, "detail" in each ? each.detail : undefined]),
    [
      ["L2QVLAN", "1"],
      ["A", "Reached by 1608"],
      ["B", "Reached by 1608 and models that the file does not name"],
    ],
  );
  const ranges = folding.run(file, { textDocument }, noToken) ?? [];
  assert.deepEqual(
    ranges.map(({ startLine, endLine }) => [startLine, endLine]),
    [
      [3, 4],
      [5, 6],
    ],
  );
});

function offered(text: string): string[] {
  const { file, position } = open(text);
  const answer = completion.run(file, { textDocument, position }, noToken);
  const items: readonly CompletionItem[] = Array.isArray(answer) ? answer : (answer?.items ?? []);
  return items.map(({ label }) => label);
}

test("completion follows the statement", () => {
  assert.deepEqual(offered("G$0"), ["IF", "GOTO", "GET"]);
  assert.deepEqual(offered("# UP\nGOTO $0\n# A\n# B\n# A\n"), ["A", "B"]);
  assert.ok(offered("IF $0").includes("$MODEL4"));
  assert.ok(offered("IF $MODEL4 SEQ J1$0").includes("J179"));
  assert.deepEqual(offered("IF $SIG_IN_USE SEQ $0"), ["H323", "SIP"]);
  assert.deepEqual(offered("IF $GROUP $0"), ["SEQ"]);
  assert.deepEqual(offered("IF $GROUP SEQ 7 $0"), ["GOTO"]);
  assert.deepEqual(offered("IF $GROUP SEQ 7 GOTO $0\n# A\n"), ["A"]);
  assert.ok(offered("SET L2QV$0").includes("L2QVLAN"));
  assert.deepEqual(offered("## SET $0"), []);
});

test("names are those of the models that come to the place", () => {
  const at = (model: string) => offered(`IF $MODEL4 SEQ ${model} GOTO A\nGOTO B\n# A\nSET SIPDOM$0\n# B\n`);
  assert.ok(at("J179").includes("SIPDOMAIN"));
  assert.ok(!at("1608").includes("SIPDOMAIN"));
  assert.ok(at("9999").includes("SIPDOMAIN"));
  assert.ok(offered("IF $MODEL4 SEQ 1608 GOTO A\n# A\nSET SIPDOM$0\n").includes("SIPDOMAIN"));
});

test("variables are those of the models that come to the place, and a hover lists the phones", () => {
  const at = (model: string) => offered(`IF $MODEL4 SEQ ${model} GOTO A\nGOTO B\n# A\nIF $0\n# B\n`);
  assert.ok(at("1608").includes("$BOOTNAME"));
  assert.ok(!at("1608").includes("$APPNAME_IN_USE"));
  assert.ok(at("J179").includes("$APPNAME_IN_USE"));
  assert.ok(!at("J179").includes("$BOOTNAME"));
  assert.ok(offered("IF $0").includes("$BOOTNAME"));
  const page = pageAt("IF $VPN$0ACTIVE SEQ 1 GOTO A\n# A\n");
  assert.match(page, /H\.323/);
  assert.doesNotMatch(page, /SIP|J1\d9/);
});

test("a value that is joined to a name is not called a missing part, and is not repeated", () => {
  const problemOf = (text: string) =>
    open(text)
      .file.snapshot.problems()
      .find(({ code }) => code === "statement/malformed");
  const fixed = (text: string) => {
    const [edit] = problemOf(text)?.fixes?.[0]?.edits ?? [];
    return edit && text.slice(0, edit.span.start) + edit.text + text.slice(edit.span.end);
  };
  for (const text of [
    "SET PROCPSWD:27238\n",
    'SET PROCPSWD"27238"\n',
    "ADD PROCPSWD;27238 x\n",
    "SET x/PROCPSWD:27238\n",
  ]) {
    const message = problemOf(text)?.message ?? "";
    assert.match(message, /^The name has characters that no name has/);
    assert.doesNotMatch(message, /missing|27238/);
  }
  assert.equal(fixed("SET L2QVLAN:120\n"), "SET L2QVLAN 120\n");
  assert.equal(fixed('SET L2QVLAN"120"\n'), 'SET L2QVLAN "120"\n');
  assert.equal(fixed("SET NONE:120\n"), undefined);
  assert.match(problemOf("SET\n")?.message ?? "", /missing parts/);
});

test("files that are named are links", () => {
  const { file } = open("GET 46xxsettings.txt\nGET $MACADDR.txt\n");
  const links = documentLinks.run(file, { textDocument }, noToken) ?? [];
  assert.deepEqual(
    links.map(({ target }) => target),
    ["file:///46xxsettings.txt"],
  );
});
