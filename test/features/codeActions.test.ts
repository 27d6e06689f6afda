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
  assert.equal(actions.get("Reset to the default `Yes`"), profile("<Resync_On_Reset>Yes</Resync_On_Reset>"));
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
  assert.deepEqual([...actions.keys()], ["Replace with `&amp;`"]);
});

test("the default of a secret is not reported", async () => {
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

test("a script can be written in other ways, or given up for the phone's own", async () => {
  const dial = (script: string) => profile(`<Dial_Tone>${script}</Dial_Tone>`);
  const actions = await actionsAt(dial("350@-19,420@-16;10($00.5/0.5/2)"), ["refactor"]);
  assert.deepEqual(
    [...actions],
    [
      ["Remove the zero before the decimal point", dial("350@-19,420@-16;10(.5/.5/2)")],
      ["Replace with the shortest form", dial("420@-16;10(.5/.5/1)")],
      ["Use the default `350@-19,440@-19;10(*/0/1+2)`", dial("350@-19,440@-19;10(*/0/1+2)")],
    ],
  );
  const plan = await actionsAt(profile("<Dial_Plan_1_>( 9 | &lt;:1>x$0x )</Dial_Plan_1_>"), ["refactor.rewrite"]);
  assert.equal(plan.get("Remove the spaces"), profile("<Dial_Plan_1_>(9|&lt;:1&gt;xx)</Dial_Plan_1_>"));
});

test("nothing is rewritten outside the value, in templates and of other types", async () => {
  for (const content of [
    "<Dial$0_Tone>420@-16;10(0.5/0.5/1)</Dial_Tone>",
    "<Dial_Tone>{$t$0one}</Dial_Tone>",
    "<Dial_Tone>$0</Dial_Tone>",
    "<Resync_On_Reset>$0No</Resync_On_Reset>",
  ])
    assert.deepEqual([...(await actionsAt(profile(content), ["refactor"])).keys()], [], content);
});

test("an unknown name can be added to the catalogue by a client that has the command", () =>
  withSession({}, async (session) => {
    const { text, position } = marked(profile("<$0Acme_Thing>Yes</Acme_Thing>"));
    await session.open(text);
    const ask = async () => {
      const range = { start: position, end: position };
      const actions = await session.ask<CodeAction[]>("textDocument/codeAction", {
        range,
        context: { diagnostics: [] },
      });
      return actions.find(({ title }) => title === "Add `Acme_Thing` to flat-profile.parameters.json");
    };
    assert.equal(await ask(), undefined);
    await session.client.sendNotification("flatProfile/theme", { kind: "dark" });
    const { command } = (await ask()) ?? {};
    assert.equal(command?.command, "flatProfile.addParameter");
    assert.deepEqual(command?.arguments, [{ uri, name: "Acme_Thing", path: "" }]);
    const existing = JSON.stringify({ parameters: [{ name: "Old_One", type: "Str" }] });
    const only = { name: "Acme_Thing", path: "" };
    const learned = await session.ask<{ text: string; added: string[] }>("flatProfile/learn", { existing, only });
    assert.deepEqual(learned.added, ["Acme_Thing"]);
    const { parameters } = JSON.parse(learned.text);
    assert.deepEqual(
      parameters.map(({ name, type }: { name: string; type: string }) => [name, type]),
      [
        ["Old_One", "Str"],
        ["Acme_Thing", "Bool"],
      ],
    );
  }));
