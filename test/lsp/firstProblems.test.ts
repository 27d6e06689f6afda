import assert from "node:assert/strict";
import { test } from "node:test";
import { setImmediate as immediate } from "node:timers/promises";
import type { DocumentDiagnosticReport, FullDocumentDiagnosticReport } from "vscode-languageserver-protocol";
import { type TestSession, withSession } from "../support/session";

// A large file: its first answer has the problems of the first screens, the next one all.

const refreshing = { textDocument: { diagnostic: {} }, workspace: { diagnostics: { refreshSupport: true } } };
const count = 12_000;
const lines = Array.from({ length: count }, (_, i) => {
  const name = `Speed_Dial_${(i % 9) + 2}_Name`;
  if (i % 500 === 20) return "  <Resync_On_Reset>maybe</Resync_On_Reset>";
  return `  <${name} ua="na">extension ${i % 100}</${name}>`;
});
const large = `<flat-profile>\n${lines.join("\n")}\n</flat-profile>\n`;
const diagnostics = "textDocument/diagnostic";

type Full = FullDocumentDiagnosticReport;

const pull = (session: TestSession, previous?: string) =>
  session.ask<Full>(diagnostics, previous === undefined ? {} : { previousResultId: previous });

/** What a client gets that opens the text and waits. */
async function whole(text: string): Promise<Full["items"]> {
  return withSession({ capabilities: { textDocument: { diagnostic: {} } } }, async (session) => {
    await session.open(text);
    return (await pull(session)).items;
  });
}

async function refreshed(session: TestSession, times = 1): Promise<void> {
  for (let tries = 0; session.refreshes < times && tries < 2000; tries++) await immediate();
  assert.equal(session.refreshes, times);
}

const lineOf = ({ range }: Full["items"][number]) => range.start.line;

test("the first answer has the beginning, and a refresh asks for the whole", async () => {
  const expected = await whole(large);
  assert.ok(lineOf(expected.at(-1) as Full["items"][number]) > count - 500, "the whole reaches the end");
  await withSession({ capabilities: refreshing }, async (session) => {
    await session.open(large);
    const first = await pull(session);
    assert.equal(session.refreshes, 0);
    const last = first.items.map(lineOf).at(-1) ?? -1;
    assert.ok(last > 0 && last < count / 10, `the first answer goes up to line ${last}`);
    const isInside = (item: Full["items"][number]) => lineOf(item) <= last && item.code === "boolean/unknown-word";
    assert.deepEqual(first.items.filter(isInside), expected.filter(isInside));
    for (const item of first.items) assert.ok(expected.some((each) => JSON.stringify(each) === JSON.stringify(item)));
    await refreshed(session);
    const second = await pull(session, first.resultId);
    assert.deepEqual(second.items, expected);
    const third = await session.ask<DocumentDiagnosticReport>(diagnostics, { previousResultId: second.resultId });
    assert.equal(third.kind, "unchanged");
    assert.equal(session.refreshes, 1);
    assert.deepEqual(session.logged, []);
  });
});

test("a request is answered from the whole file before the rest was judged", async () => {
  await withSession({ capabilities: refreshing }, async (session) => {
    await session.open(large);
    await pull(session);
    const position = { line: count - 2, character: 5 };
    const hover = await session.ask<{ readonly contents: object } | null>("textDocument/hover", { position });
    assert.match(JSON.stringify(hover), /Name of speed dial n/);
    assert.equal(session.refreshes, 0);
    await refreshed(session);
  });
});

for (const line of [5, count - 5])
  test(`an edit in line ${line} after the first answer counts in the next one`, async () => {
    const at = { line, character: 2 };
    const typed = "<Resync_On_Reset>perhaps</Resync_On_Reset>";
    const edited = large.split("\n");
    edited[line] = `  ${typed}${edited[line]?.slice(2)}`;
    const expected = await whole(edited.join("\n"));
    await withSession({ capabilities: refreshing }, async (session) => {
      await session.open(large);
      await pull(session);
      await session.change([{ range: { start: at, end: at }, text: typed }]);
      const { items, resultId = "" } = await pull(session);
      assert.deepEqual(items, expected);
      for (let turns = 0; turns < 200; turns++) await immediate();
      assert.ok(session.refreshes <= 1);
      const again = await session.ask<DocumentDiagnosticReport>(diagnostics, { previousResultId: resultId });
      assert.equal(again.kind, "unchanged");
    });
  });

test("an edit without a question still ends in a refresh, a file that was closed does not", async () => {
  await withSession({ capabilities: refreshing }, async (session) => {
    await session.open(large);
    await pull(session);
    await session.change([{ text: `<!-- -->${large}` }]);
    await refreshed(session);
    await session.open(large, "file:///site/other.xml");
    await session.ask(diagnostics, {}, "file:///site/other.xml");
    await session.client.sendNotification("textDocument/didClose", {
      textDocument: { uri: "file:///site/other.xml" },
    });
    for (let turns = 0; turns < 200; turns++) await immediate();
    assert.equal(session.refreshes, 1);
    assert.deepEqual(session.logged, []);
  });
});

const early = { capabilities: refreshing };
const atEnd = (typed: string) => large.replace("</flat-profile>", `${typed}\n</flat-profile>`);
const wholeAtOnce: readonly (readonly [string, object, string])[] = [
  ["the client cannot be asked to refresh", { capabilities: { textDocument: { diagnostic: {} } } }, large],
  ["the file is small", early, `<flat-profile>\n${lines.slice(0, 600).join("\n")}\n</flat-profile>\n`],
  ["its end names the device", early, atEnd("<!-- flat-profile-device model=8841 -->")],
  ["a rule at its end may make a value a secret", early, atEnd("<Profile_Rule>[--key $B]https://h/a</Profile_Rule>")],
  ["the same, escaped", early, atEnd("<Profile_Rule>[--key &#36;B]https://h/a</Profile_Rule>")],
  ["its beginning does not show the root", early, `<!--${" ".repeat(40_000)}-->${large}`],
];
for (const [title, options, text] of wholeAtOnce)
  test(`the first answer is whole when ${title}`, async () => {
    const expected = await whole(text);
    await withSession(options, async (session) => {
      await session.open(text);
      assert.deepEqual((await pull(session)).items, expected);
      assert.equal(session.refreshes, 0);
    });
  });
