import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import test from "node:test";
import { config } from "@vscode/l10n";
import { tryPlan } from "../../client/media/tester/dialTester";
import { scheduleType } from "../../server/src/dialects/cisco-flat-profile/rules/scheduleType";
import { numberedTexts, numberOf } from "../../server/src/text/numberedTexts";
import { readExpectation } from "../../server/src/values/dialPlan/expectation";
import { defaultDialSettings } from "../../server/src/values/dialPlan/simulate";
import { effective } from "../support/effectiveParameter";
import { withSession } from "../support/session";

type Texts = Readonly<Record<string, string>>;

const { sourceTexts, textsIn, languages, differences } = (await import(path.resolve("server/build/l10n.mjs"))) as {
  sourceTexts(): readonly string[];
  textsIn(source: string): readonly string[];
  languages(): readonly { readonly id: string; readonly bundle: Texts; readonly manifest: Texts }[];
  differences(wanted: readonly string[], found: Texts): { missing: readonly string[]; stale: readonly string[] };
};

const { packedTexts } = (await import(path.resolve("server/build/texts.mjs"))) as {
  packedTexts(metafiles: readonly object[]): Promise<Readonly<Record<string, string>>>;
};

const texts = sourceTexts();
const manifest = JSON.parse(readFileSync("package.nls.json", "utf8")) as Texts;

test("texts are found however the call is laid out, and a computed one is refused", () => {
  const source = 'a(l10n.t("one")); l10n.t(\n  "two {0}",\n x); vscode.l10n.t(`three`); l10n.t("a \\"b\\" \\u00b7", 1)';
  assert.deepEqual(textsIn(source), ["one", "two {0}", "three", 'a "b" \u00b7']);
  assert.throws(() => textsIn("l10n.t(name)"));
  assert.throws(() => textsIn('l10n.t("a" + b)'));
  assert.ok(texts.length > 800, String(texts.length));
});

/** Texts that may lack their translation: none. */
const maxYoung = 0;

/** Placeholders, each as often as it occurs there; a language may need one more often. */
const placeholders = (text: string) => [...new Set(text.match(/\{\d\}/g) ?? [])].sort();

/** What a translation must leave as it is. */
const fixed = (text: string) => [...new Set(text.match(/`[^`]*`|\]\(command:[^)]*\)|<[^ >]*>/g) ?? [])].sort();

/** Words that a page shows or a screen reader says, and that are no texts. */
function bareWords(source: string): readonly string[] {
  const plain = source.replace(/\$\{[^{}]*\}/g, "");
  const shown = /(?:\}, |(?:"aria-label"|title|placeholder): |textContent = )("[^"\n]*"|`[^`]*`)/g;
  return [...plain.matchAll(shown)].flatMap(([, words = ""]) => (/[A-Za-z]{2}/.test(words) ? [words] : []));
}

test("pages show nothing that cannot be translated", () => {
  assert.deepEqual(bareWords('element("p", { id: "a" }, "Hang Up", "9 …")'), ['"Hang Up"']);
  assert.deepEqual(bareWords('{ title: `Dial`, "aria-label": "Keys" }'), ["`Dial`", '"Keys"']);
  const pages = readdirSync("client/media", { recursive: true, encoding: "utf8" }).filter((file) => /\.ts$/.test(file));
  assert.ok(pages.length > 10);
  for (const page of pages) assert.deepEqual(bareWords(readFileSync(`client/media/${page}`, "utf8")), [], page);
});

for (const { id, bundle, manifest: own } of languages()) {
  test(`${id} has every text of the code and of the manifest, and no other`, () => {
    for (const { missing, stale } of [differences(texts, bundle), differences(Object.keys(manifest), own)]) {
      const young = `node server/build/l10n.mjs lists them: ${[...missing, ...stale].join(" · ")}`;
      assert.ok(missing.length <= maxYoung && stale.length <= maxYoung, young);
    }
  });

  test(`${id} keeps the places for values, commands and words of the format`, () => {
    for (const [english, translated] of Object.entries(bundle)) {
      assert.deepEqual(placeholders(translated), placeholders(english), english);
      if (id !== "zh-cn") assert.equal(/^\s/.test(translated), /^\s/.test(english), english);
    }
    for (const [key, english] of Object.entries(manifest)) assert.deepEqual(fixed(own[key] ?? ""), fixed(english), key);
    for (const text of [...Object.values(bundle), ...Object.values(own)]) assert.notEqual(text.trim(), "");
  });

  test(`${id} names the parts of a schedule where they are`, (t) => {
    t.after(() => config({ contents: {} }));
    config({ contents: bundle });
    const { label = "", parts = [] } = scheduleType.signature?.("60", 2, effective("Schedule")) ?? {};
    const words = parts.map(({ span }) => label.slice(span.start, span.end));
    assert.equal(words.length, 2);
    assert.ok(label.startsWith(`${words.join("+")},`), label);
  });

  test(`${id} leaves the words of a test of a dial plan as they are`, (t) => {
    t.after(() => config({ contents: {} }));
    config({ contents: bundle });
    for (const keys of ["911", "95551234", "9", "0"]) {
      const { expectation } = tryPlan("(911S0|9xxxxxxx|9x.|0!)", keys, defaultDialSettings, [], {
        current: "",
        older: "",
      });
      assert.ok(readExpectation(expectation), expectation);
    }
  });

  test(`${id} is packed`, () => {
    const packed = readFileSync(".vscodeignore", "utf8").split("\n");
    for (const file of ["client/dist/l10n/*.json", "server/dist/texts/*", `package.nls.${id}.json`])
      assert.ok(packed.includes(`!${file}`), file);
  });
}

test("the server speaks the language whose texts the client hands over", async (t) => {
  const german = languages().find(({ id }) => id === "de");
  assert.ok(german);
  t.after(() => config({ contents: {} }));
  await withSession({ initializationOptions: { l10n: german.bundle } }, async (session) => {
    await session.open("<flat-profile>\n<Resync_On_Reset>soon</Resync_On_Reset>\n</flat-profile>\n");
    const { diagnostics } = await session.nextPublished(({ diagnostics: found }) => found.length > 0);
    assert.equal(diagnostics[0]?.message, "`soon` ist nicht `Yes` oder `No`. Das Telefon behält seinen alten Wert.");
  });
});

test("the server speaks a language that is packed with it", async (t) => {
  const german = languages().find(({ id }) => id === "de");
  assert.ok(german);
  t.after(() => config({ contents: {} }));
  const packedFiles = {
    "texts/numbers.txt": Object.keys(german.bundle)
      .map((text) => numberOf(text).toString(36))
      .join(" "),
    "texts/de.json": JSON.stringify(Object.values(german.bundle)),
  };
  for (const [l10n, wanted] of Object.entries({
    de: "`soon` ist nicht `Yes`",
    ja: "`soon` is not",
    "../de": "`soon` is not",
  }))
    await withSession({ initializationOptions: { l10n }, packedFiles }, async (session) => {
      await session.open("<flat-profile>\n<Resync_On_Reset>soon</Resync_On_Reset>\n</flat-profile>\n");
      const { diagnostics } = await session.nextPublished(({ diagnostics: found }) => found.length > 0);
      assert.ok(String(diagnostics[0]?.message).startsWith(wanted), l10n);
      config({ contents: {} });
    });
});

test("each text of the bundles is packed once for each language, found by its number", async () => {
  const input = (bytesInOutput: number) => ({ bytesInOutput });
  const ours = "server/src/dialects/cisco-flat-profile/checks/noRoot.ts";
  const files = await packedTexts([
    { outputs: { "server/dist/server.js": { inputs: { [ours]: input(9), "server/src/xml/reader.ts": input(0) } } } },
    { outputs: { "server/dist/cli.js": { inputs: { "server/src/cli/main.ts": input(9) } } } },
    { outputs: { "client/dist/player.js": { inputs: { [ours]: input(9) } } } },
    { outputs: { "client/dist/extension.js": { inputs: { "client/src/commands/generateKey.ts": input(9) } } } },
  ]);
  const english = textsIn(readFileSync(ours, "utf8"));
  assert.ok(english.length > 0);
  const numbers = files["server/dist/texts/numbers.txt"] ?? "";
  assert.equal(numbers.split(" ").length, new Set(english).size);
  for (const { id, bundle } of languages()) {
    const texts = numberedTexts(() => ({ numbers, texts: JSON.parse(files[`server/dist/texts/${id}.json`] ?? "") }));
    for (const text of english) assert.equal(texts[text], bundle[text] ?? text);
    assert.equal(texts["Generate Key"], undefined);
    const own = JSON.parse(files[`client/dist/l10n/bundle.l10n.${id}.json`] ?? "") as Texts;
    const wanted = textsIn(readFileSync("client/src/commands/generateKey.ts", "utf8"));
    assert.deepEqual(Object.keys(own).sort(), [...new Set(wanted)].filter((text) => text in bundle).sort());
  }
});

test("no two texts have the same number", () => {
  assert.equal(new Set(texts.map(numberOf)).size, texts.length);
});

test("texts that are none are not taken for a language", () =>
  withSession({ initializationOptions: { l10n: { a: 1 } } }, async (session) => {
    await session.open("<flat-profile>\n<Resync_On_Reset>soon</Resync_On_Reset>\n</flat-profile>\n");
    const { diagnostics } = await session.nextPublished(({ diagnostics: found }) => found.length > 0);
    assert.match(String(diagnostics[0]?.message), /^`soon` is not `Yes` or `No`/);
  }));
