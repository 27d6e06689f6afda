import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import test from "node:test";
import { diagnosticsOf } from "../../server/src/features/diagnostics";
import { documentSymbols } from "../../server/src/features/documentSymbols";
import { expandedProfile } from "../../server/src/features/expandedProfile";
import { hover } from "../../server/src/features/hover";
import { inlayHints } from "../../server/src/features/inlayHints";
import { mutated } from "../fuzz/mutate";
import { Random } from "../fuzz/random";
import { Canaries } from "../support/canaries";
import { withSite } from "../support/commandLine";
import { corpusFiles } from "../support/corpus";
import { fixture, noToken, textDocument } from "../support/fixture";
import { answerFor } from "../support/requests";
import { secretCases, written } from "../support/secretCases";

// Secrets that are planted in damaged files: nothing that is shown may contain one.

const seed = Number(process.env.FAST_CHECK_SEED ?? 20261129);
const seeds = [
  ...readdirSync("examples", { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(?:xml|cfg)$/.test(name))
    .map((name) => readFileSync(`examples/${name}`, "utf8")),
  ...corpusFiles().map(({ text }) => text),
].map((text) => text.slice(0, 8_000));
const marks = [
  "<",
  ">",
  "</",
  "/>",
  '"',
  "</flat-profile>",
  "<flat-profile>",
  "&",
  "<Proxy_1_>",
  "</Proxy_1_>",
  "{{ x }}",
];

/** Whole elements that are secrets wherever they are; what a rule makes a secret depends on what else is in the file. */
const cases = secretCases.filter(
  ({ text, registers }) => registers === "" && /^<(\w+)>[^<%]*%[^<%]*<\/\1>$/.test(text),
);

interface Planted {
  readonly text: string;
  readonly at: readonly number[];
}

function plant(random: Random, canaries: Canaries): Planted {
  const lines = mutated(seeds, marks, random, 8_000).split("\n");
  const secrets = Array.from({ length: 3 + random.below(4) }, () => {
    const each = random.pick(cases);
    return written(each, canaries.at(each.place));
  });
  for (const secret of secrets) lines.splice(random.below(lines.length + 1), 0, secret);
  const text = lines.join("\n");
  return { text, at: secrets.map((secret) => text.indexOf(secret) + secret.indexOf(">") + 2) };
}

function checkShown({ text, at }: Planted, canaries: Canaries): void {
  const { file } = fixture(text);
  const range = { start: file.lines.positionAt(0), end: file.lines.positionAt(text.length) };
  canaries.checkHidden("a diagnostic", diagnosticsOf(file));
  canaries.checkHidden("the outline", documentSymbols.run(file, { textDocument }, noToken));
  canaries.checkHidden("an inlay hint", inlayHints.run(file, { textDocument, range }, noToken));
  canaries.checkHidden("the expanded profile", answerFor(expandedProfile, file));
  for (const offset of at) {
    const position = file.lines.positionAt(offset);
    canaries.checkHidden(`hover at ${offset}`, hover.run(file, { textDocument, position }, noToken));
  }
}

test("secrets planted in damaged files are hidden", async () => {
  const random = new Random(seed);
  const files: Record<string, string> = {};
  const all = new Canaries();
  for (let i = 0; i < 150; i++) {
    const planted = plant(random, all);
    if (i % 10 === 0) files[`file${i}.xml`] = planted.text;
    try {
      checkShown(planted, all);
    } catch (error) {
      assert.fail(`seed ${seed}, file ${i}: ${(error as Error).message}\n${planted.text}`);
    }
  }
  await withSite(files, async (site) => {
    const names = Object.keys(files);
    for (const args of [
      ["check", "--show", "hint", ...names],
      ["check", "--format", "json", ...names],
      ...names.slice(0, 4).map((name) => ["preview", name, "--device", "8841"]),
    ]) {
      const { out, err } = await site.run(args);
      assert.notEqual(out + err, "");
      all.checkHidden(`seed ${seed}: ${args.join(" ")}`, out + err);
    }
  });
});
