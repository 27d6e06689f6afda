import assert from "node:assert/strict";
import test from "node:test";
import type {
  CodeAction,
  CompletionItem,
  CompletionList,
  DocumentSymbol,
  Hover,
  MarkupContent,
  Range,
  TextEdit,
} from "vscode-languageserver-protocol";
import { chooseDevice } from "../../server/src/analysis/deviceChoice";
import type { Dialect } from "../../server/src/dialects/dialect";
import { recognize } from "../../server/src/dialects/recognize";
import { codeActions } from "../../server/src/features/codeActions";
import { completion } from "../../server/src/features/completion";
import { diagnosticsOf } from "../../server/src/features/diagnostics";
import { documentSymbols } from "../../server/src/features/documentSymbols";
import type { OpenFile } from "../../server/src/features/feature";
import { folding } from "../../server/src/features/folding";
import { hover } from "../../server/src/features/hover";
import { rename } from "../../server/src/features/rename";
import { selectionRanges } from "../../server/src/features/selectionRanges";
import { semanticTokens } from "../../server/src/features/semanticTokens";
import { checkEachFix, checkLayout, checkRepair } from "../fuzz/laws";
import { dialectCases } from "../support/dialectCases";
import { dialects } from "../support/dialects";
import { fixture, noToken, textDocument } from "../support/fixture";
import { serviceOf } from "../support/problems";

// What must be true in every dialect, whatever its files look like. A new dialect is run through all of it by its entry in
// test/support/dialectCases.

function edited({ snapshot: { text }, lines }: OpenFile, { range, newText }: TextEdit): string {
  return text.slice(0, lines.offsetAt(range.start)) + newText + text.slice(lines.offsetAt(range.end));
}

const namesIn = (text: string, dialect: Dialect) =>
  dialect.read(text, serviceOf(dialect).catalogue).segments.flatMap(({ settings }) => settings.map(({ name }) => name));

test("every dialect has its cases", () => {
  assert.deepEqual(
    dialectCases.map(({ dialect }) => dialect.id),
    dialects.map(({ id }) => id),
  );
});

for (const { dialect, ...of } of dialectCases) {
  const open = (text: string) => fixture(text, undefined, dialect);
  const texts = [...of.files.slice(0, 20), ...of.broken];

  test(`${dialect.label}: its files are recognized, and those of others are not`, () => {
    const whole = of.files[0] ?? "";
    assert.equal(recognize(dialects, of.fileName, whole), dialect);
    for (const other of dialectCases)
      if (other.dialect !== dialect)
        assert.notEqual(recognize(dialects, other.fileName, other.files[0] ?? ""), dialect);
  });

  test(`${dialect.label}: a name that is chosen becomes a setting of that name`, () => {
    for (const source of of.nameTyped) {
      const { file, position } = open(source);
      const client = { ...file.client, snippets: false };
      const answer = completion.run({ ...file, client }, { textDocument, position }, noToken) as CompletionList | null;
      const items: readonly CompletionItem[] = answer?.items ?? [];
      assert.ok(items.length > 0, source);
      const before = namesIn(file.snapshot.text, dialect).filter((name) => name !== "");
      for (const item of items.slice(0, 300)) {
        const text = edited(file, item.textEdit as TextEdit);
        const names = namesIn(text, dialect);
        assert.ok(names.includes(item.label), `${item.label} at ${source} gives ${text}`);
        for (const name of before.filter((known) => serviceOf(dialect).catalogue.has(known)))
          assert.ok(names.includes(name), `${name} is lost: ${text}`);
      }
    }
  });

  test(`${dialect.label}: names and values are described`, () => {
    for (const { file: source, page } of of.described) {
      const { file, position } = open(source);
      const answer = hover.run(file, { textDocument, position }, noToken) as Hover | null;
      assert.match((answer?.contents as MarkupContent | undefined)?.value ?? "", page, source);
    }
  });

  test(`${dialect.label}: the outline, the folds and the selections are inside of the file and nest`, () => {
    for (const text of texts) {
      const { file } = open(text);
      const end = file.lines.positionAt(text.length);
      const isInside = ({ start, end: last }: Range) =>
        start.line >= 0 && last.line <= end.line && (last.line > start.line || last.character >= start.character);
      const visit = (symbols: readonly DocumentSymbol[]) => {
        for (const { range, selectionRange, children = [] } of symbols) {
          assert.ok(isInside(range) && isInside(selectionRange), text);
          visit(children);
        }
      };
      visit((documentSymbols.run(file, { textDocument }, noToken) ?? []) as DocumentSymbol[]);
      for (const { startLine, endLine } of folding.run(file, { textDocument }, noToken) ?? [])
        assert.ok(startLine < endLine && endLine <= end.line, text);
      for (let offset = 0; offset <= text.length; offset += 13)
        selectionRanges.run(file, { textDocument, positions: [file.lines.positionAt(offset)] }, noToken);
      assert.ok(semanticTokens.run(file, { textDocument }, noToken));
    }
  });

  test(`${dialect.label}: layout and fixes keep their promises`, () => {
    for (const text of texts) {
      if (text.length > 20_000) continue;
      checkLayout(text, dialect);
      checkRepair(text, dialect);
      checkEachFix(text, 10, dialect);
    }
  });

  test(`${dialect.label}: a comment silences a problem of the next line, and one of the file`, () => {
    let count = 0;
    for (const { bad } of [...dialect.checks, ...dialect.pages].flatMap(({ examples }) => examples)) {
      const { file } = open(bad);
      for (const diagnostic of diagnosticsOf(file).slice(0, 1)) {
        const context = { diagnostics: [diagnostic] };
        const params = { textDocument, range: diagnostic.range, context };
        const actions = (codeActions.run(file, params, noToken) ?? []) as CodeAction[];
        for (const { title, edit } of actions.filter(({ title }) => title.startsWith("Disable "))) {
          const code = String(diagnostic.code);
          if (!title.includes(code)) continue;
          const [change] = Object.values(edit?.changes ?? {}).flat();
          assert.ok(change);
          const left = diagnosticsOf(open(edited(file, change)).file).filter((each) => each.code === code);
          const lines = diagnosticsOf(file).filter((each) => each.code === code);
          assert.ok(left.length < lines.length, `${title}: ${edited(file, change)}`);
          count++;
        }
      }
    }
    assert.ok(count >= 10, String(count));
  });

  test(`${dialect.label}: a comment names the phone`, () => {
    const { catalogue } = serviceOf(dialect);
    for (const { id } of catalogue.families) {
      const text = dialect.file([dialect.comment(`flat-profile-device family=${id}`)]);
      const { family, certainty } = chooseDevice(dialect.read(text, catalogue), catalogue, {});
      assert.deepEqual([family, certainty], [id, "stated"]);
    }
  });

  test(`${dialect.label}: every parameter can be written, read and renamed`, () => {
    const { catalogue } = serviceOf(dialect);
    const names = catalogue.concreteNames({}).slice(0, 200);
    for (const name of names) {
      const text = dialect.file([dialect.write.element(name, "x")]);
      const { file } = open(text);
      const setting = file.snapshot.document.segments.flatMap(({ settings }) => settings).at(-1);
      assert.deepEqual([setting?.name, setting?.text], [name, "x"]);
      const offset = setting ? file.snapshot.spanOf(setting, setting.nameSpan).start : 0;
      const params = { textDocument, position: file.lines.positionAt(offset), newName: names[0] ?? "" };
      const changes = Object.values(rename.run(file, params, noToken)?.changes ?? {}).flat();
      assert.ok(changes.length > 0, name);
    }
  });
}
