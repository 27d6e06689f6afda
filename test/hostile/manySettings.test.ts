import assert from "node:assert/strict";
import test from "node:test";
import { dialectCases } from "../support/dialectCases";
import { withSession, workspace } from "../support/session";

const count = 200_000;
/** Bytes of an answer at most. */
const largest = 6_000_000;

/** Of processor time for an answer: some take five on a slow machine. Work that grows with the square takes minutes. */
const maxSeconds = 20;

const middle = count / 2;
const range = { start: { line: middle, character: 0 }, end: { line: middle + 50, character: 0 } };

for (const { dialect, fileName, visible, heavy = visible.slice(0, 2) } of dialectCases)
  for (const [name, value] of heavy)
    test(`${count} settings ${name} of ${dialect.label} stay responsive, and answers are bounded`, () =>
      withSession({ capabilities: { textDocument: { diagnostic: {} } } }, async (session) => {
        const element = dialect.write.element(name, value);
        const text = dialect.file(Array.from({ length: count }, () => element));
        const file = `${workspace}/${fileName}`;
        await session.open(text, file, dialect.files.language);
        const [line = ""] = text.split("\n", middle + 1).slice(-1);
        assert.ok(line.includes(name), line);
        const position = { line: middle, character: line.indexOf(name) + 2 };
        const inValue = { line: middle, character: line.lastIndexOf(value) };
        const asks: readonly (readonly [method: string, params: object])[] = [
          ["textDocument/diagnostic", {}],
          ["textDocument/references", { position, context: { includeDeclaration: true } }],
          ["textDocument/documentHighlight", { position }],
          ["textDocument/prepareRename", { position }],
          ["textDocument/rename", { position, newName: "Other_Name" }],
          ["textDocument/documentSymbol", {}],
          ["textDocument/completion", { position }],
          ["textDocument/completion", { position: inValue }],
          ["textDocument/hover", { position }],
          ["textDocument/codeLens", {}],
          ["textDocument/documentLink", {}],
          ["textDocument/foldingRange", {}],
          ["textDocument/codeAction", { range, context: { diagnostics: [] } }],
          ["flatProfile/parameterTree", {}],
          ["flatProfile/scripts", {}],
          ["flatProfile/learn", {}],
        ];
        const checkAll = async () => {
          for (const [method, params] of asks) {
            const before = process.cpuUsage();
            const answer = await session.ask<unknown>(method, params, file);
            const { user, system } = process.cpuUsage(before);
            assert.ok(
              (user + system) / 1e6 < maxSeconds,
              `${method} takes ${(user + system) / 1e6} s of processor time`,
            );
            assert.ok(JSON.stringify(answer).length < largest, `${method} is too long`);
          }
        };
        await checkAll();
        // An edit at both ends reads all of it again.
        const at = (line: number) => ({ start: { line, character: 0 }, end: { line, character: 0 } });
        await session.change(
          [
            { range: at(1), text: " " },
            { range: at(count - 1), text: " " },
          ],
          file,
        );
        await checkAll();
        const near = await session.ask<{ range: { start: { line: number } } }[]>(
          "textDocument/documentHighlight",
          {
            position,
          },
          file,
        );
        assert.ok(
          near.some((place) => place.range.start.line === middle),
          "the place itself is not among them",
        );
      }));
