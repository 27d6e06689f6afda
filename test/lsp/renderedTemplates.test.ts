import assert from "node:assert/strict";
import test from "node:test";
import type { Diagnostic } from "vscode-languageserver-protocol/node";
import type { RenderedAnswer, TemplateNews } from "../../server/src/protocol/templates";
import { type TestSession, uri, withSession, workspace } from "../support/session";

const template = `<flat-profile>
  <Host_Name>{{ name }}</Host_Name>
  <Ringer_Volume>{{ volume }}</Ringer_Volume>
  <Password_1_>{{ password }}</Password_1_>
</flat-profile>
`;
const csv = "name,volume,password\nLOBBY,9,planted-one\nHALL,70,planted-two\n";
const config = (entry: object) => JSON.stringify({ templates: [{ files: ["*.xml"], data: ["phones.csv"], ...entry }] });
const files = { "flat-profile.config.json": config({}), "phones.csv": csv };

const tooHigh =
  "`70` is too high. Use 0 to 15. The phone uses its default or the nearest limit. In row 2 (phones.csv:3).";
const place = (line: number, start: number, end: number) => ({
  start: { line, character: start },
  end: { line, character: end },
});
const has = (message: string | undefined) => (found: { readonly uri: string; readonly diagnostics: Diagnostic[] }) =>
  found.uri === uri &&
  (message === undefined ? found.diagnostics.length === 0 : found.diagnostics.some((each) => each.message === message));
const rendered = (session: TestSession, row = 1) => session.ask<RenderedAnswer | null>("flatProfile/rendered", { row });
const changed = (session: TestSession, ...names: readonly string[]) =>
  session.client.sendNotification("workspace/didChangeWatchedFiles", {
    changes: names.map((name) => ({ uri: `${workspace}/${name}`, type: 2 })),
  });
const edit = (session: TestSession, line: number, start: number, end: number, text: string) =>
  session.change([{ range: place(line, start, end), text }]);

/** The next state that the server reports of the template. */
function states(session: TestSession): TemplateNews[] {
  const found: TemplateNews[] = [];
  session.client.onNotification("flatProfile/template", (news: TemplateNews) => void found.push(news));
  return found;
}

async function until<T>(what: string, look: () => T | undefined | false): Promise<T> {
  for (let tries = 0; tries < 400; tries++) {
    const found = look();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error(`no ${what}`);
}

test("the problems of rows are at the template as it is typed, and move with the text", () =>
  withSession({ files }, async (session) => {
    await session.open(template);
    const { diagnostics } = await session.nextPublished(has(tooHigh));
    assert.deepEqual(diagnostics.find(({ message }) => message === tooHigh)?.range, place(2, 17, 29));
    session.published.length = 0;
    await edit(session, 1, 0, 0, "\n");
    const moved = await session.nextPublished(has(tooHigh));
    assert.deepEqual(moved.diagnostics.find(({ message }) => message === tooHigh)?.range, place(3, 17, 29));
    session.published.length = 0;
    await edit(session, 3, 20, 26, "5");
    await session.nextPublished(has(undefined));
    session.published.length = 0;
    await edit(session, 3, 20, 21, "volum");
    const unknown =
      "Unknown variable `volum`. Did you mean `volume`? Nothing is written in its place. In all 2 rows of phones.csv.";
    await session.nextPublished(has(unknown));
  }));

test("a row is rendered as it is typed, with its secrets masked", () =>
  withSession({ files }, async (session) => {
    await session.open(template);
    const first = await rendered(session);
    assert.equal(first?.rows, 2);
    assert.match(String(first?.text), /<Host_Name>LOBBY<\/Host_Name>\n.*\n {2}<Password_1_>•+<\/Password_1_>/);
    await edit(session, 1, 13, 23, "x{{ name | lower }}");
    assert.match(String((await rendered(session, 2))?.text), /<Host_Name>xhall</);
    assert.equal((await rendered(session, 9))?.row, 2);
    await edit(session, 1, 13, 15, "{% if %}");
    assert.match(String((await rendered(session))?.fault), /Not a valid `if` tag/);
    assert.equal(await session.ask("flatProfile/rendered", { row: 1 }, `${workspace}/other.xml`), null);
  }));

test("data and included files that change are noticed", () =>
  withSession({ files: { ...files, "part.xml": "<Ringer_Volume>{{ volume }}</Ringer_Volume>\n" } }, async (session) => {
    await session.open(template.replace(/ {2}<Ringer.*\n/, "{% include 'part.xml' %}"));
    await session.nextPublished(has(tooHigh));
    session.published.length = 0;
    session.files["phones.csv"] = "name,volume,password\nLOBBY,7,1\n";
    await changed(session, "phones.csv");
    await session.nextPublished(has(undefined));
    session.published.length = 0;
    session.files["part.xml"] = "<Ringer_Volume>70</Ringer_Volume>\n";
    await changed(session, "part.xml");
    const all = tooHigh.replace("In row 2 (phones.csv:3)", "In row 1 (phones.csv:2)");
    await session.nextPublished(has(all));
    session.published.length = 0;
    // An included file that is open counts as it is typed.
    const part = `${workspace}/part.xml`;
    await session.open("<Ringer_Volume>7</Ringer_Volume>\n", part);
    await session.nextPublished(has(undefined));
  }));

test("what a person chose comes before the configuration, which may be another", () =>
  withSession(
    { files: { "a.json": '[{"name":"A","volume":3,"password":"x"}]', "phones.csv": csv } },
    async (session) => {
      const found = states(session);
      await session.open(template);
      assert.deepEqual(await rendered(session), {
        row: 0,
        rows: 0,
        fault: "The template has no data. Choose a data file.",
        lacksData: true,
      });
      const data = [`${workspace}/a.json`];
      await session.client.sendNotification("flatProfile/templates", { files: [{ uri, data }], mayRun: false });
      await until("state", () => found.some(({ rows }) => rows === 1));
      assert.match(String((await rendered(session))?.text), /<Host_Name>A</);
      await session.client.sendNotification("flatProfile/templates", { files: [{ uri }, "", { uri, data: 1 }] });
      session.files["flat-profile.config.json"] = config({});
      await changed(session, "flat-profile.config.json");
      await session.nextPublished(has(tooHigh));
      session.files["flat-profile.config.json"] = config({ data: ["../phones.csv"] });
      await changed(session, "flat-profile.config.json");
      const fault =
        "flat-profile.config.json: `../phones.csv` is outside the folders of the workspace. It is not read.";
      await until("fault", () => found.some((state) => state.fault === fault));
      session.files["flat-profile.config.json"] = config({ syntax: "perl" });
      await changed(session, "flat-profile.config.json");
      await until("fault", () =>
        found.some((state) => /syntax in an entry of templates must be/.test(state.fault ?? "")),
      );
    },
  ));

test("commands run where they are allowed only", () =>
  withSession({ files: { ...files, "flat-profile.config.json": config({ renderer: ["cat"] }) } }, async (session) => {
    await session.open(template);
    const fault = "A command makes the files. Commands run in trusted folders of desktop windows only.";
    assert.equal((await rendered(session))?.fault, fault);
    // This host has no programs.
    await session.client.sendNotification("flatProfile/templates", { files: [], mayRun: true });
    assert.equal((await rendered(session))?.fault, fault);
  }));

test("a template that takes long never keeps other messages waiting long", () =>
  withSession({ files }, async (session) => {
    const found = states(session);
    const loops = "{% for i in range(9999) %}{% for j in range(9999) %}{{ j }}{% endfor %}{% endfor %}";
    await session.open(template.replace("{{ name }}", loops));
    await until("fault", () => found.some(({ fault }) => /^The template takes too many steps/.test(fault ?? "")));
    assert.match(String((await rendered(session))?.fault), /^The template takes too many steps/);
  }));

test("an edit gives up what was begun before it", () =>
  withSession({ files }, async (session) => {
    session.files["phones.csv"] = `${csv}${"ROOM,71,x\n".repeat(900)}`;
    await session.open(template);
    const found = states(session);
    await until("state", () => found.some(({ rows }) => rows === 902));
    await edit(session, 2, 20, 26, "5");
    const answer = await rendered(session, 902);
    assert.match(String(answer?.text), /<Ringer_Volume>5</);
    assert.ok(
      !session.published.some(({ diagnostics }) => diagnostics.some(({ code }) => code === "value/out-of-range")),
    );
  }));
