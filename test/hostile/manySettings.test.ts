import assert from "node:assert/strict";
import test from "node:test";
import { withSession } from "../support/session";

const count = 200_000;
/** Bytes of an answer at most. */
const largest = 6_000_000;

/** Of processor time for an answer: the machine may be busy with something else. */
const maxSeconds = 5;

const middle = count / 2;
const range = { start: { line: middle, character: 0 }, end: { line: middle + 50, character: 0 } };

for (const [name, value] of [
  ["Proxy_1_", "sip.example.com"],
  ["Resync_On_Reset", "soon"],
  ["Invented_Name", "x"],
  ["Profile_Rule", "[--key $SA] https://prov.example.com/$PN/$MA.xml"],
  ["Dial_Plan_1_", "(*xx|[3469]11|0|00|[2-9]xxxxxx|1xxx[2-9]xxxxxxS0|xxxxxxxxxxxx.)"],
] as const)
  test(`${count} settings ${name} stay responsive, and answers are bounded`, () =>
    withSession({ capabilities: { textDocument: { diagnostic: {} } } }, async (session) => {
      await session.open(`<flat-profile>\n${`<${name}>${value}</${name}>\n`.repeat(count)}</flat-profile>\n`);
      const position = { line: middle, character: 3 };
      const inValue = { line: middle, character: name.length + 2 };
      const asks: readonly (readonly [method: string, params: object])[] = [
        ["textDocument/diagnostic", {}],
        ["textDocument/references", { position, context: { includeDeclaration: true } }],
        ["textDocument/documentHighlight", { position }],
        ["textDocument/prepareRename", { position }],
        ["textDocument/rename", { position, newName: "Proxy_2_" }],
        ["textDocument/documentSymbol", {}],
        ["textDocument/completion", { position }],
        ["textDocument/completion", { position: inValue }],
        ["textDocument/hover", { position }],
        ["textDocument/codeLens", {}],
        ["textDocument/documentLink", {}],
        ["textDocument/foldingRange", {}],
        ["textDocument/codeAction", { range, context: { diagnostics: [] } }],
        ["flatProfile/contents", {}],
        ["flatProfile/scripts", {}],
        ["flatProfile/learn", {}],
      ];
      const checkAll = async () => {
        for (const [method, params] of asks) {
          const before = process.cpuUsage();
          const answer = await session.ask<unknown>(method, params);
          const { user, system } = process.cpuUsage(before);
          assert.ok((user + system) / 1e6 < maxSeconds, `${method} takes ${(user + system) / 1e6} s of processor time`);
          assert.ok(JSON.stringify(answer).length < largest, `${method} is too long`);
        }
      };
      await checkAll();
      // An edit at both ends reads all of it again.
      const at = (line: number) => ({ start: { line, character: 0 }, end: { line, character: 0 } });
      await session.change([
        { range: at(1), text: " " },
        { range: at(count), text: " " },
      ]);
      await checkAll();
      const near = await session.ask<{ range: { start: { line: number } } }[]>("textDocument/documentHighlight", {
        position,
      });
      assert.ok(
        near.some((place) => place.range.start.line === middle),
        "the place itself is not among them",
      );
    }));
