import assert from "node:assert/strict";
import test from "node:test";
import type { CodeAction } from "vscode-languageserver-protocol";
import { TextDocument } from "vscode-languageserver-textdocument";
import { marked, uri, withSession } from "../support/session";

/** The actions at `$0`, by title, each with the text it leads to. */
async function actionsAt(source: string, only?: readonly string[]): Promise<ReadonlyMap<string, string>> {
  return withSession({}, async (session) => {
    const { text, position } = marked(source);
    await session.open(text);
    const actions = await session.ask<CodeAction[]>("textDocument/codeAction", {
      range: { start: position, end: position },
      context: { diagnostics: [], ...(only && { only }) },
    });
    const document = TextDocument.create(uri, "flat-profile", 1, text);
    return new Map(
      actions.map(({ title, edit }) => [title, TextDocument.applyEdits(document, edit?.changes?.[uri] ?? [])]),
    );
  });
}

const profile = (content: string) => `<?xml version="1.0"?>\n<flat-profile>\n  ${content}\n</flat-profile>\n`;

test("a wrong value can be repaired, reset to the default or left in peace", async () => {
  const actions = await actionsAt(profile("<Resync_On_Reset>$0ye</Resync_On_Reset>"));
  assert.equal(actions.get("Reset to the default, Yes"), profile("<Resync_On_Reset>Yes</Resync_On_Reset>"));
  assert.equal(
    actions.get("Disable value/not-boolean for this line"),
    profile("<!-- flat-profile-disable-next-line value/not-boolean -->\n  <Resync_On_Reset>ye</Resync_On_Reset>"),
  );
  assert.equal(
    actions.get("Disable value/not-boolean in this file"),
    profile("<Resync_On_Reset>ye</Resync_On_Reset>").replace(
      "<flat-profile>",
      "<!-- flat-profile-disable value/not-boolean -->\n<flat-profile>",
    ),
  );
});

test("what makes a file no XML cannot be silenced", async () => {
  const actions = await actionsAt(profile("<Text_Logo>a $0& b</Text_Logo>"));
  assert.deepEqual([...actions.keys()], ["Write &amp;"]);
});

test("the default of a secret is not told", async () => {
  const actions = await actionsAt(profile("<Admin_Password>$0\u201cx\u201d</Admin_Password>"));
  assert.deepEqual(
    [...actions.keys()].filter((title) => title.includes("default")),
    [],
  );
});

test("fix all goes on until nothing safe is left", async () => {
  const source = profile("$0<resync_on_reset ua=\u201cna\u201d>Yes</resync_on_reset>\n  <Text_Logo>a & b</Text_Logo>");
  const actions = await actionsAt(source, ["source.fixAll"]);
  assert.deepEqual(
    [...actions.values()],
    [profile('<Resync_On_Reset ua="na">Yes</Resync_On_Reset>\n  <Text_Logo>a &amp; b</Text_Logo>')],
  );
});
