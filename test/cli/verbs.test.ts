import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { makeProgram } from "../../server/src/cli/wholeProgram";
import { withSite } from "../support/commandLine";

const ragged = "<flat-profile>\n<GPP_A>x  y</GPP_A>\n      <GPP_B>2</GPP_B></flat-profile>";

test("format lays out, checks and passes text through", () =>
  withSite({ "a.xml": ragged, "menu.xml": "<Menu>\n<A>1</A></Menu>" }, async (site) => {
    const before = await site.run(["format", "--check", "a.xml"]);
    assert.deepEqual([before.code, before.out], [1, "a.xml would change\n"]);
    const piped = await site.run(["format", "-"], ragged);
    assert.match(piped.out, /^<flat-profile>\n {2}<GPP_A>x {2}y<\/GPP_A>\n {2}<GPP_B>2<\/GPP_B>/);
    assert.equal((await site.run(["format", "."])).code, 0);
    assert.equal(readFileSync(site.path("a.xml"), "utf8"), piped.out);
    assert.equal(readFileSync(site.path("menu.xml"), "utf8"), "<Menu>\n<A>1</A></Menu>");
    assert.equal((await site.run(["format", "--check", "."])).code, 0);
  }));

test("format loses no byte of a file that is not text", () => {
  const latin = Buffer.from("<flat-profile>\n      <GPP_A>\u00e9</GPP_A></flat-profile>", "latin1");
  return withSite({ "a.xml": latin }, async (site) => {
    const { code, err } = await site.run(["format", "a.xml"]);
    assert.equal(code, 2);
    assert.match(err, /Not changed\. /);
    assert.deepEqual(readFileSync(site.path("a.xml")), latin);
  });
});

test("the help breaks its paragraphs at the width of the terminal alone", async () => {
  const { commands } = await makeProgram(() => {});
  assert.ok(commands.length > 20);
  for (const verb of commands) {
    verb.configureHelp({ ...verb.configureHelp(), helpWidth: 2_000 });
    const [, before = ""] =
      /^Usage: [^\n]*\n\n(.*?)(?=\n\n(?:Exit status|Examples|Arguments|Options):)/s.exec(verb.helpInformation()) ?? [];
    for (const paragraph of before.split("\n\n")) assert.doesNotMatch(paragraph, /\n(?! )/, verb.name());
  }
});

test("the examples in the help have options that exist", async () => {
  const examples = (await makeProgram(() => {})).commands.flatMap((verb) => {
    const [, , text = ""] = /(^|\n)Examples:\n(.*)/s.exec(verb.description()) ?? [];
    return text.split("\n").flatMap((line) => (line === "" ? [] : [{ verb, words: line.trim().split(" ") }]));
  });
  assert.deepEqual([...new Set(examples.map(({ verb }) => verb.name()))].sort(), [
    "drift",
    "gate",
    "plan",
    "resolve",
    "rollout",
  ]);
  for (const { verb, words } of examples) {
    assert.deepEqual(words.slice(0, 2), ["flat-profile", verb.name()]);
    for (const word of words.filter((each) => each.startsWith("-")))
      assert.ok(
        verb.options.some(({ long, short }) => word === long || word === short),
        words.join(" "),
      );
  }
});

test("lines of the help that keep their form fit a terminal of 80 columns", async () => {
  const kept = (await makeProgram(() => {})).commands.flatMap((verb) =>
    verb
      .description()
      .split("\n")
      .filter((line) => line.startsWith(" ")),
  );
  assert.ok(kept.length > 20);
  assert.deepEqual(
    kept.filter((line) => line.length > 80),
    [],
  );
});

test("explain prints the page of a code or a parameter, or says what was meant", () =>
  withSite({}, async (site) => {
    assert.match((await site.run(["explain", "xml/bare-ampersand"])).out, /&amp;/);
    assert.match((await site.run(["explain", "Profile_Rule"])).out, /^Profile_Rule\n\nProfile Rule — Voice > Provis/);
    const language = await site.run(["explain", "--format", "markdown", "provisioning rule"]);
    assert.match(language.out, /^# Provisioning rule\n\n/);
    const { out } = await site.run(["explain", "--format", "json", "SIP_Port_1_", "Dial plan", "tone/syntax"]);
    const [parameter, type, page] = JSON.parse(out);
    assert.deepEqual(
      [parameter.kind, parameter.name, parameter.pattern],
      ["parameter", "SIP_Port_1_", "SIP_Port_{ext}_"],
    );
    assert.match(parameter.manual.gist, /local UDP port/);
    assert.deepEqual([type.kind, type.id, page.kind, page.code], ["language", "DialPlanScript", "code", "tone/syntax"]);
    const { code, err } = await site.run(["explain", "Profile_Rul"]);
    assert.equal(code, 2);
    assert.match(err, /Did you mean Profile_Rule\?/);
    assert.match((await site.run(["explain", "--list"])).out, /xml\/missing-end-tag +error/);
    assert.match((await site.run(["explain", "--list", "resync", "periodic"])).out, /Resync_Periodic/);
  }));

test("learn adds what a dump has and keeps what was learned before", () =>
  withSite(
    {
      "cfg.xml":
        '<flat-profile>\n<Moon_Phase ua="na">Full</Moon_Phase> <!-- options: New/Full -->\n<Web_Password>cellar</Web_Password>\n</flat-profile>\n',
    },
    async (site) => {
      const { code, err } = await site.run(["learn", "cfg.xml"]);
      assert.equal(code, 0);
      assert.match(err, /new: Moon_Phase/);
      const file = readFileSync(site.path("flat-profile.parameters.json"), "utf8");
      assert.doesNotMatch(file, /cellar/);
      assert.match(file, /"New"/);
      const check = await site.run(
        ["check", "-", "--format", "json"],
        "<flat-profile><Moon_Phase>Half</Moon_Phase></flat-profile>",
      );
      assert.match(check.out, /value\/not-an-option/);
      assert.match((await site.run(["learn", "cfg.xml"])).err, /0 new/);
    },
  ));

test("lsp needs --stdio", () =>
  withSite({}, async (site) => {
    const { code, err } = await site.run(["lsp"]);
    assert.equal(code, 2);
    assert.match(err, /--stdio/);
  }));
