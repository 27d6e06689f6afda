import assert from "node:assert/strict";
import test from "node:test";
import type { CompletionItem, CompletionList, Diagnostic } from "vscode-languageserver-protocol";
import type { EvaluationAnswer, ResultOf } from "../../server/src/protocol";
import { Canaries } from "../support/canaries";
import { withSite } from "../support/commandLine";
import { fixture } from "../support/fixture";
import { evaluated, expandedFile } from "../support/preview";
import { marked, type TestSession, withSession, workspace } from "../support/session";
import { toySettings } from "../support/toy/index";
import { toyCase } from "../support/toyCase";

// A second dialect in the house. Before features asked the dialect, completion wrote XML tags into its files, the preview
// invented the schedule of another vendor's phones, and a password in a broken line was printed.

const uri = `${workspace}/acmesettings.txt`;

/** A session with one file of the toy. By its language, or by its name and lines alone. */
function withToy<T>(text: string, body: (session: TestSession) => Promise<T>, languageId = "toy-settings"): Promise<T> {
  const capabilities = { textDocument: { diagnostic: {} } };
  return withSession({ capabilities }, async (session) => {
    await session.open(text, uri, languageId);
    return body(session);
  });
}

async function completed(source: string, languageId?: string): Promise<readonly CompletionItem[]> {
  const { text, position } = marked(source);
  return withToy(
    text,
    async (session) => {
      const answer = await session.ask<CompletionItem[] | CompletionList | null>(
        "textDocument/completion",
        { position },
        uri,
      );
      return Array.isArray(answer) ? answer : (answer?.items ?? []);
    },
    languageId,
  );
}

const written = ({ textEdit, textEditText, label }: CompletionItem) => textEdit?.newText ?? textEditText ?? label;

test("completion writes lines and no tags", async () => {
  for (const source of ["$0", "S$0", "SET S$0", "set la$0", "sip$0", "SET LANGUAGE german\n$0\n", "## a\n  SET $0"]) {
    const items = await completed(source);
    assert.ok(items.length > 0, source);
    for (const item of items) assert.match(written(item), /^SET [A-Z0-9_]+ ?$/, source);
  }
});

test("completion is the same for a file that is recognized by its name and lines", async () => {
  assert.deepEqual(await completed("SET S$0", "plaintext"), await completed("SET S$0"));
});

test("completion offers columns in the heading of a table, and values in a row and a setting", async () => {
  const labels = async (source: string) => (await completed(source)).map(({ label }) => label).sort();
  assert.deepEqual(await labels("[KEYS]\n$0"), ["DIAL", "LABEL"]);
  assert.deepEqual(await labels("[keys]\nLABEL, d$0"), ["DIAL"]);
  assert.deepEqual(await labels("SET LANGUAGE $0"), ["english", "french", "german"]);
  assert.deepEqual(await labels("SET RINGPATTERN long-$0"), ["long", "pause", "short"]);
  assert.deepEqual(await labels("## SET $0"), []);
});

test("a character that asks for completions does so in files of its dialect", async () => {
  const offered = (text: string, position: object, languageId: string, typed: string) =>
    withToy(
      text,
      async (session) => {
        const context = { triggerKind: 2, triggerCharacter: typed };
        const params = { position, context };
        return (
          (await session.ask<CompletionItem[] | CompletionList | null>("textDocument/completion", params, uri)) !== null
        );
      },
      languageId,
    );
  assert.equal(await offered("SET ", { line: 0, character: 4 }, "toy-settings", " "), true);
  assert.equal(await offered("SET ", { line: 0, character: 4 }, "toy-settings", "<"), false);
  const profile = "<flat-profile><</flat-profile>";
  assert.equal(await offered(profile, { line: 0, character: 15 }, "flat-profile", "<"), true);
  assert.equal(await offered(profile, { line: 0, character: 15 }, "flat-profile", " "), false);
});

test("the preview shows what these phones do, and nothing of another vendor's", () => {
  for (const text of [...toyCase.files, ...toyCase.broken]) {
    const { file } = fixture(text, undefined, toySettings);
    for (const device of [undefined, toyCase.device]) {
      const { timeline, upgrade, rules } = evaluated(file, device);
      assert.deepEqual(
        [timeline.regular, timeline.retries, timeline.upgradeRetries, timeline.reports, timeline.notes, upgrade.steps],
        [[], [], [], [], [], []],
      );
      assert.ok(timeline.daily === undefined || timeline.daily.kind === "poll");
      assert.ok(rules.every(({ parameter }) => parameter === "NEXTFILE"));
      assert.doesNotMatch(JSON.stringify(evaluated(file, device)), /resync|Cisco|MPP|Profile_Rule|GPP_/i);
    }
  }
});

test("the preview of a file has its poll, its next file and the value in effect", () =>
  withToy(
    "SET POLLHOUR 3\nSET pollhour 4\nSET SIPDOMAIN h.example.com\nSET NEXTFILE http://%SIPDOMAIN%/%MAC%.txt\n",
    async (session) => {
      const { device } = toyCase;
      const answer = await session.ask<EvaluationAnswer>("flatProfile/evaluate", { device }, uri);
      assert.equal(answer.timeline.daily?.earliest, 3 * 3600);
      assert.equal(answer.rules[0]?.fetches, "http://h.example.com/00005e005402.txt");
      const { text } = await session.ask<NonNullable<ResultOf<"flatProfile/expand">>>(
        "flatProfile/expand",
        { device },
        uri,
      );
      assert.match(text, /^SET NEXTFILE http:\/\/h\.example\.com\/00005e005402\.txt$/m);
    },
  ));

test("a password in a broken line is in no message, source line, preview or log", async () => {
  const canaries = new Canaries("digits");
  const cases = toyCase.secrets.filter(({ text }) => !/https?:|ann:/.test(text));
  const files = Object.fromEntries(
    cases.map((each, i) => [`acmesettings${i}.txt`, toyCase.fileOfSecret(each, canaries.at(each.place))]),
  );
  await withSite(files, async (site) => {
    const names = Object.keys(files);
    for (const args of [
      ["check", "--show", "hint", "."],
      ["check", "--show", "hint", "--format", "json", "."],
      ["check", "--show", "hint", "--format", "sarif", "."],
      ["check", "--show", "hint", "--format", "github", "."],
      ["check", "--show", "hint", "--format", "junit", "."],
      ["format", "--check", "."],
      ...names.filter((_, i) => i % 12 === 0).map((name) => ["preview", name, "--device", "W200"]),
    ]) {
      const { out, err, code } = await site.run(args);
      assert.notEqual(code, 2, `${args.join(" ")}: ${err}`);
      assert.notEqual(out + err, "");
      canaries.checkHidden(args.join(" "), out + err);
    }
  });
  for (const each of cases.slice(0, 4)) {
    const text = toyCase.fileOfSecret(each, canaries.at(each.place));
    const { file } = fixture(text, undefined, toySettings);
    canaries.checkHidden("the expanded file", expandedFile(file, undefined).text);
  }
});

test("the password of the review: unknown word, and two settings in a line", () =>
  withSite({ "acmesettings.txt": "SETT PROCPSWD 27238\nSET ENABLE_G729 7 SET PROCPSWD 27238\n" }, async (site) => {
    const { out } = await site.run(["check", "acmesettings.txt"]);
    assert.match(out, /^ +1 \| SETT PROCPSWD •{5}$/m);
    assert.match(out, /^ +2 \| SET ENABLE_G729 7 SET PROCPSWD •{5}$/m);
    assert.match(out, /settings\/unknown-word/);
    assert.match(out, /settings\/two-in-a-line/);
    assert.doesNotMatch(out, /27238/);
  }));

test("diagnostics, hover and rename of the toy answer over the wire", () =>
  withToy("SET ENABLE_G729 7\nset language greman\n[KEYS]\nDIAL\n201\n", async (session) => {
    const report = await session.ask<{ items: Diagnostic[] }>("textDocument/diagnostic", {}, uri);
    assert.deepEqual(
      report.items.map(({ code }) => code),
      ["value/not-of-type", "value/not-an-option"],
    );
    const position = { line: 1, character: 6 };
    const edit = await session.ask<{ changes: Record<string, readonly { newText: string }[]> }>(
      "textDocument/rename",
      { position, newName: "SIPDOMAIN" },
      uri,
    );
    assert.deepEqual(
      edit.changes[uri]?.map(({ newText }) => newText),
      ["SIPDOMAIN"],
    );
    // its name is in the heading
    const cell = { position: { line: 4, character: 1 } };
    assert.equal(await session.ask("textDocument/prepareRename", cell, uri), null);
  }));
