import assert from "node:assert/strict";
import test from "node:test";
import { diagnosticsOf } from "../../server/src/features/diagnostics";
import { documentSymbols } from "../../server/src/features/documentSymbols";
import { expandedProfile } from "../../server/src/features/expandedProfile";
import { hover } from "../../server/src/features/hover";
import { inlayHints } from "../../server/src/features/inlayHints";
import { mutated } from "../fuzz/mutate";
import { Random } from "../fuzz/random";
import { Canaries } from "../support/canaries";
import { ciscoCase } from "../support/ciscoCase";
import { withSite } from "../support/commandLine";
import { corpusFiles } from "../support/corpus";
import { type DialectCase, dialectCases } from "../support/dialectCases";
import { fixture, noToken, textDocument } from "../support/fixture";
import { answerFor } from "../support/requests";
import { written } from "../support/secretCases";

// Secrets that are planted in damaged files: nothing that is shown may contain one.

const seed = Number(process.env.FAST_CHECK_SEED ?? 20261129);
const corpus = corpusFiles().map(({ text }) => text);
const seedsOf = (of: DialectCase) =>
  [...of.files, ...(of === ciscoCase ? corpus : [])].map((text) => text.slice(0, 8_000));

interface Planted {
  readonly text: string;
  readonly at: readonly number[];
}

function plant(of: DialectCase, seeds: readonly string[], random: Random, canaries: Canaries): Planted {
  const lines = mutated(seeds, of.words, random, 8_000).split("\n");
  const secrets = Array.from({ length: 3 + random.below(4) }, () => {
    const each = random.pick(of.alwaysSecret);
    return written(each, canaries.at(each.place));
  });
  for (const secret of secrets) lines.splice(random.below(lines.length + 1), 0, secret);
  const text = lines.join("\n");
  return { text, at: secrets.map((secret) => text.indexOf(secret) + Math.max(0, secret.search(/[> ]/)) + 2) };
}

function checkShown({ text, at }: Planted, { dialect }: DialectCase, canaries: Canaries): void {
  const { file } = fixture(text, undefined, dialect);
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

async function checkPlanted(of: DialectCase): Promise<void> {
  const seeds = seedsOf(of);
  const random = new Random(seed);
  const files: Record<string, string> = {};
  const all = new Canaries();
  for (let i = 0; i < 150; i++) {
    const planted = plant(of, seeds, random, all);
    if (i % 10 === 0) files[of.fileName.replace(/(?=\.\w+$)/, String(i))] = planted.text;
    try {
      checkShown(planted, of, all);
    } catch (error) {
      assert.fail(`seed ${seed}, file ${i}: ${(error as Error).message}\n${planted.text}`);
    }
  }
  await withSite(files, async (site) => {
    const names = Object.keys(files);
    for (const args of [
      ["check", "--show", "hint", ...names],
      ["check", "--format", "json", ...names],
      ...names.slice(0, 4).map((name) => ["preview", name, "--device", of.deviceWord]),
    ]) {
      const { out, err } = await site.run(args);
      assert.notEqual(out + err, "");
      all.checkHidden(`seed ${seed}: ${args.join(" ")}`, out + err);
    }
  });
}

for (const of of dialectCases)
  test(`${of.dialect.label}: secrets planted in damaged files are hidden`, () => checkPlanted(of));
