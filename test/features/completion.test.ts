import assert from "node:assert/strict";
import test from "node:test";
import type { CompletionItem, CompletionList } from "vscode-languageserver-protocol";
import { marked, type TestSession, withSession } from "../support/session";

const client = {
  textDocument: {
    completion: {
      completionItem: { snippetSupport: true, labelDetailsSupport: true },
      completionList: { itemDefaults: ["editRange"] },
    },
  },
};

async function completed(
  source: string,
  capabilities: object = client,
  check?: (session: TestSession) => Promise<void>,
) {
  return withSession({ capabilities }, async (session) => {
    const { text, position } = marked(source);
    await session.open(text);
    const answer = await session.ask<CompletionItem[] | CompletionList | null>("textDocument/completion", { position });
    await check?.(session);
    const list = Array.isArray(answer) ? { items: answer } : answer;
    return list?.items ?? [];
  });
}

const inProfile = (content: string) => `<flat-profile>\n${content}\n</flat-profile>\n`;
const find = (items: readonly CompletionItem[], label: string) => {
  const item = items.find((candidate) => candidate.label === label);
  assert.ok(item, `${label} is not offered`);
  return item;
};

test("names insert an element with its default, with `ua` where neighbours have it", async () => {
  const plain = find(await completed(inProfile("<$0")), "Resync_Periodic");
  assert.match(plain.textEditText ?? "", /^<Resync_Periodic>\$\{1:\d*\}<\/Resync_Periodic>\$0$/);
  const items = await completed(inProfile('<Resync_On_Reset ua="na">Yes</Resync_On_Reset>\n<$0'));
  assert.match(find(items, "Resync_Periodic").textEditText ?? "", /^<Resync_Periodic ua="na">/);
});

test("names are found by the words of the web page and those missing come first", async () => {
  const resync = await completed(inProfile("<resyncper$0"));
  const items = await completed(inProfile("<Line_Enable_1_>Yes</Line_Enable_1_>\n<Line_En$0"));
  assert.match(find(resync, "Resync_Periodic").filterText ?? "", /^<Resync_Periodic Resync Periodic$/);
  const order = (label: string) => {
    const item = find(items, label);
    return item.sortText ?? item.label;
  };
  assert.ok(order("Line_Enable_2_") < order("Line_Enable_10_"));
  assert.ok(order("Line_Enable_2_") < order("Line_Enable_1_"));
});

test("a name that is still being typed becomes an element, one that is there stays its name", async () => {
  const typed = find(await completed(inProfile("<Time_Form$0")), "Time_Format");
  assert.match(typed.textEditText ?? "", /^<Time_Format>.*<\/Time_Format>/);
  const there = find(await completed(inProfile("<Time_Form$0>x</Time_Form>")), "Time_Format");
  assert.equal(there.textEditText, "<Time_Format");
});

test("a client without snippets and default ranges gets whole edits", async () => {
  const item = find(await completed(inProfile("<$0"), {}), "Resync_Periodic");
  assert.deepEqual(item.textEdit, {
    range: { start: { line: 1, character: 0 }, end: { line: 1, character: 1 } },
    newText: "<Resync_Periodic></Resync_Periodic>",
  });
});

test("a name resolves to its manual page", async () => {
  await completed(inProfile("<$0"), client, async (session) => {
    const item: CompletionItem = { label: "Resync_Periodic", data: "Resync_Periodic" };
    const { documentation } = await session.client.sendRequest<CompletionItem>("completionItem/resolve", item);
    assert.match(typeof documentation === "object" ? documentation.value : "", /Resync/);
  });
});

test("values, attributes and their values are offered", async () => {
  const values = await completed(inProfile("<Resync_On_Reset>$0</Resync_On_Reset>"));
  assert.deepEqual(values.map(({ label }) => label).sort(), ["No", "Yes"]);
  const attributes = await completed(inProfile('<Resync_On_Reset ua="na" $0>Yes</Resync_On_Reset>'));
  assert.deepEqual(
    attributes.map(({ label }) => label),
    ["preserve-value", "user-pref"],
  );
  const access = await completed(inProfile('<Resync_On_Reset ua="$0">Yes</Resync_On_Reset>'));
  assert.deepEqual(
    access.map(({ label }) => label),
    ["na", "ro", "rw"],
  );
});

test("each attribute is offered its values", async () => {
  for (const [name, values] of [
    ["ua", ["na", "ro", "rw"]],
    ["preserve-value", ["y"]],
    ["user-pref", ["y", "n"]],
    ["um", []],
  ] as const) {
    const items = await completed(inProfile(`<Resync_On_Reset ${name}="$0">Yes</Resync_On_Reset>`));
    assert.deepEqual(
      items.map(({ label }) => label),
      values,
      name,
    );
  }
});

test("nothing is offered in comments and outside of the profile", async () => {
  assert.deepEqual(await completed(inProfile("<!-- $0 -->")), []);
  assert.deepEqual(await completed(`$0\n${inProfile("")}`), []);
});
