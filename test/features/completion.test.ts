import assert from "node:assert/strict";
import test from "node:test";
import type { CompletionItem, CompletionList } from "vscode-languageserver-protocol";
import { marked, TestSession, withSession } from "../support/session";

const client = {
  textDocument: {
    completion: {
      completionItem: { snippetSupport: true, labelDetailsSupport: true },
      completionList: { itemDefaults: ["editRange"] },
    },
  },
};

/** One session for most tests: a server reads a catalogue for longer than it completes names. */
let shared: Promise<TestSession> | undefined;

async function completed(source: string, capabilities?: object, check?: (session: TestSession) => Promise<void>) {
  if (capabilities) return withSession({ capabilities }, (session) => completedIn(session, source, check));
  shared ??= TestSession.start({ capabilities: client });
  return completedIn(await shared, source, check);
}

async function completedIn(session: TestSession, source: string, check?: (session: TestSession) => Promise<void>) {
  const { text, position } = marked(source);
  await session.open(text);
  const answer = await session.ask<CompletionItem[] | CompletionList | null>("textDocument/completion", { position });
  await check?.(session);
  await session.close();
  const list = Array.isArray(answer) ? { items: answer } : answer;
  return list?.items ?? [];
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

const labels = (items: readonly CompletionItem[], max: number) => items.slice(0, max).map(({ label }) => label);
/** The names offered first for what is typed in an empty profile. */
async function checkFound(typed: string, names: readonly string[], before = ""): Promise<void> {
  const items = await completed(inProfile(`${before}\n${typed}$0`));
  assert.deepEqual(labels(items, names.length), names, typed);
  // Editors filter by what is typed, and sort by the order that is wanted.
  for (const { filterText } of items) assert.equal(filterText, typed.trimStart());
  const order = items.map(({ sortText = "" }) => sortText);
  assert.deepEqual(order, [...order].sort());
}

test("names are found by several words of the web page, in any order, with and without a bracket", async () => {
  for (const bracket of ["<", ""]) {
    await checkFound(`${bracket}voice mail number`, ["Voice_Mail_Number"]);
    await checkFound(`${bracket}number voice mail`, ["Voice_Mail_Number"]);
    await checkFound(`${bracket}voicemail nu`, ["Voice_Mail_Number"]);
    await checkFound(`${bracket}Outbound pro`, [
      "Outbound_Proxy_1_",
      "Use_Outbound_Proxy_1_",
      "Alternate_Outbound_Proxy_1_",
    ]);
    await checkFound(`${bracket}resyncper`, ["Resync_Periodic"]);
    await checkFound(`${bracket}dplan`, ["Dial_Plan_1_"]);
    await checkFound(`${bracket}zzz`, []);
  }
  assert.deepEqual(await completed(inProfile("<voice zebra$0")), []);
});

test("what is written replaces all of the words", async () => {
  for (const typed of ["<voice mail num", "voice mail num"]) {
    const [item] = await completed(inProfile(`  ${typed}$0`), {});
    assert.deepEqual(item?.textEdit, {
      range: { start: { line: 1, character: 2 }, end: { line: 1, character: 2 + typed.length } },
      newText: "<Voice_Mail_Number></Voice_Mail_Number>",
    });
  }
});

test("a blank after the name of a setting offers its attributes", async () => {
  assert.deepEqual(labels(await completed(inProfile("<Proxy_1_ $0")), 3), ["ua", "preserve-value", "user-pref"]);
  assert.deepEqual(labels(await completed(inProfile("<Proxy_1_ u$0>x</Proxy_1_>")), 3), [
    "ua",
    "preserve-value",
    "user-pref",
  ]);
});

test("a parameter is offered once, with the number of the lines around and the others as choices", async () => {
  const lines = "<Line_Enable_3_>Yes</Line_Enable_3_>\n";
  const family = "<!-- flat-profile-device family=mpp68xx -->\n";
  const items = await completed(inProfile(`${family}${lines}<proxy$0`));
  assert.deepEqual(
    labels(items, 4).filter((label) => /^Proxy_\d/.test(label)),
    ["Proxy_3_"],
  );
  const { textEditText } = find(items, "Proxy_3_");
  assert.equal(textEditText, `<Proxy_\${1|3,1,2,4|}_>\${2:}</Proxy_$1_>$0`);
  const typed = await completed(inProfile(`${family}${lines}<proxy 2$0`));
  assert.equal(find(typed, "Proxy_2_").textEditText, `<Proxy_\${1|2,1,3,4|}_>\${2:}</Proxy_$1_>$0`);
  const beyond = await completed(inProfile(`${family}<proxy 7$0`));
  assert.equal(labels(beyond, 1).join(), "Proxy_1_");
  const all = await completed(inProfile(`${family}<$0`));
  assert.equal(all.filter(({ label }) => /^Proxy_\d+_$/.test(label)).length, 1);
});

test("the numbers are those of the nearest setting, however far the file goes on", async () => {
  const many = Array.from({ length: 300 }, (_, i) => `<GPP_A>${i}</GPP_A>`).join("\n");
  const labelled = async (content: string) => labels(await completed(inProfile(content)), 1).join();
  assert.equal(await labelled(`<Proxy_2_>a</Proxy_2_>\n<dial plan$0\n<Proxy_3_>b</Proxy_3_>`), "Dial_Plan_2_");
  assert.equal(await labelled(`<dial plan$0\n<Proxy_3_>b</Proxy_3_>`), "Dial_Plan_3_");
  assert.equal(await labelled(`<Proxy_2_>a</Proxy_2_>\n${many}\n<dial plan$0`), "Dial_Plan_1_");
});

test("those that are missing come first", async () => {
  const items = await completed(inProfile("<Line_Enable_1_>Yes</Line_Enable_1_>\n<$0"));
  const order = (label: string) => {
    const item = find(items, label);
    return item.sortText ?? item.label;
  };
  assert.ok(order("Resync_Periodic") < order("Line_Enable_1_"));
  await checkFound("<Resync_Per", ["Resync_Periodic"], "<Resync_Periodic>1</Resync_Periodic>");
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
