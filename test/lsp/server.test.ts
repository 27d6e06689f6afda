import assert from "node:assert/strict";
import test from "node:test";
import type { Diagnostic } from "vscode-languageserver-protocol";
import { TestSession, uri, withSession, workspace } from "../support/session";

const pulls = { textDocument: { diagnostic: {} }, workspace: { configuration: true } };
const refreshes = { configuration: true, diagnostics: { refreshSupport: true } };
const wrong = "<flat-profile>\n<Resync_On_Reset>soon</Resync_On_Reset>\n</flat-profile>\n";
const right = wrong.replace("soon", "No");

interface Report {
  readonly kind: string;
  readonly resultId?: string;
  readonly items: Diagnostic[];
}

const pull = (session: TestSession, previousResultId?: string) =>
  session.ask<Report>("textDocument/diagnostic", { previousResultId });
const codes = ({ items }: Report) => items.map(({ code }) => code);

test("a client that asks gets diagnostics, and hears when they did not change", () =>
  withSession({ capabilities: pulls }, async (session) => {
    await session.open(wrong);
    const first = await pull(session);
    assert.equal(first.items.length, 1);
    assert.deepEqual(first.items[0]?.range.start, { line: 1, character: 17 });
    assert.equal((await pull(session, first.resultId)).kind, "unchanged");
    await session.change([
      { range: { start: { line: 1, character: 17 }, end: { line: 1, character: 21 } }, text: "No" },
    ]);
    const second = await pull(session, first.resultId);
    assert.deepEqual([second.kind, second.items], ["full", []]);
  }));

test("several changes in one notification arrive in order, as does a whole new text", () =>
  withSession({ capabilities: pulls }, async (session) => {
    await session.open(right);
    await pull(session);
    const at = (line: number, from: number, to: number) => ({
      start: { line, character: from },
      end: { line, character: to },
    });
    await session.change([
      { range: at(0, 0, 0), text: "\n" },
      { range: at(2, 17, 19), text: "later" },
    ]);
    assert.equal((await pull(session)).items[0]?.range.start.line, 2);
    await session.change([{ text: right }]);
    assert.deepEqual((await pull(session)).items, []);
  }));

test("a client that does not ask gets diagnostics sent, at once after a rest", () =>
  withSession({}, async (session) => {
    await session.open(right);
    await session.nextPublished(({ diagnostics }) => diagnostics.length === 0);
    await session.change([{ text: wrong }]);
    const sent = await session.nextPublished(({ version }) => version === 2);
    assert.equal(sent.diagnostics.length, 1);
    await session.client.sendNotification("textDocument/didClose", { textDocument: { uri } });
    await session.nextPublished((found) => found.version === undefined && found.diagnostics.length === 0);
  }));

test("a file of another kind gets no answer at all", () =>
  withSession({ capabilities: pulls }, async (session) => {
    await session.open("<catalog><book>1</book><</catalog>\n");
    assert.deepEqual((await pull(session)).items, []);
    const position = { line: 0, character: 11 };
    assert.equal(await session.ask("textDocument/hover", { position }), null);
    assert.equal(await session.ask("textDocument/completion", { position }), null);
  }));

test("settings of the client change severities", async () => {
  const silenced = await withSession({ capabilities: pulls }, async (session) => {
    await session.open(wrong);
    return codes(await pull(session));
  });
  const [code] = silenced;
  assert.ok(code);
  const settings = { severity: { [String(code)]: "off" } };
  await withSession({ capabilities: pulls, settings }, async (session) => {
    await session.open(wrong);
    assert.deepEqual((await pull(session)).items, []);
  });
  await withSession(
    { capabilities: { textDocument: pulls.textDocument }, initializationOptions: settings },
    async (session) => {
      await session.open(wrong);
      assert.deepEqual((await pull(session)).items, []);
    },
  );
});

test("the client is asked to ask again when settings of an open file changed, and only then", () =>
  withSession({ capabilities: { ...pulls, workspace: refreshes } }, async (session) => {
    await session.open(wrong);
    const first = await pull(session);
    const reported = async () => {
      await session.client.sendNotification("workspace/didChangeConfiguration", { settings: null });
      return pull(session, first.resultId);
    };
    assert.equal((await reported()).kind, "unchanged");
    assert.equal((await reported()).kind, "unchanged");
    assert.equal(session.refreshes, 0);
    session.settings = { severity: { [String(codes(first)[0])]: "off" } };
    assert.deepEqual((await reported()).items, []);
    assert.equal(session.refreshes, 1);
  }));

test("the workspace is diagnosed without its open and foreign files", () =>
  withSession(
    { capabilities: pulls, files: { "phone.xml": wrong, "other.xml": wrong, "foreign.xml": "<a>&</a>" } },
    async (session) => {
      await session.open(right);
      const report = await session.client.sendRequest<{ items: { uri: string; items: unknown[] }[] }>(
        "workspace/diagnostic",
        { previousResultIds: [] },
      );
      assert.deepEqual(
        report.items.map((item) => [item.uri, item.items.length]),
        [[`${workspace}/other.xml`, 1]],
      );
      delete session.files["other.xml"];
      const next = await session.client.sendRequest<typeof report>("workspace/diagnostic", {
        previousResultIds: [{ uri: `${workspace}/other.xml`, value: "" }],
      });
      assert.deepEqual(
        next.items.map((item) => [item.uri, item.items.length]),
        [[`${workspace}/other.xml`, 0]],
      );
    },
  ));

test("the workspace's parameter file adds names, and its faults are shown on it", async () => {
  const text = "<flat-profile>\n<Quite_New_Thing>1</Quite_New_Thing>\n</flat-profile>\n";
  const parameters = (entry: object) => JSON.stringify({ parameters: [entry] });
  const good = parameters({ name: "Quite_New_Thing", type: "Uns<16>" });
  await withSession({ capabilities: pulls }, async (session) => {
    await session.open(text);
    assert.ok(codes(await pull(session)).length > 0);
  });
  await withSession({ capabilities: pulls, files: { "flat-profile.parameters.json": good } }, async (session) => {
    await session.open(text);
    assert.deepEqual((await pull(session)).items, []); // the first answer has waited for it
    await session.nextPublished(({ uri: file }) => file.endsWith("flat-profile.parameters.json"));
  });
  await withSession(
    { capabilities: pulls, files: { "flat-profile.parameters.json": '{"parameters": [' } },
    async (session) => {
      const sent = await session.nextPublished(({ diagnostics }) => diagnostics.length > 0);
      assert.equal(sent.uri, `${workspace}/flat-profile.parameters.json`);
    },
  );
});

test("the server offers to pull only to clients that can", async () => {
  const started = await TestSession.start({ capabilities: pulls });
  assert.ok(started.started.capabilities.diagnosticProvider);
  started.stop();
  const old = await TestSession.start({});
  assert.equal(old.started.capabilities.diagnosticProvider, undefined);
  old.stop();
});

test("files that are not open are checked unless a setting says otherwise", async () => {
  for (const wholeFolder of [false, true]) {
    const session = await TestSession.start({
      capabilities: { textDocument: { diagnostic: {} } },
      initializationOptions: { problems: { wholeFolder } },
      files: { "other.xml": wrong },
    });
    const { items } = await session.client.sendRequest<{ items: unknown[] }>("workspace/diagnostic", {
      previousResultIds: [],
    });
    assert.equal(items.length, wholeFolder ? 1 : 0);
  }
});
