import assert from "node:assert/strict";
import test from "node:test";
import { mutated } from "../fuzz/mutate";
import { Random } from "../fuzz/random";
import { Canaries } from "../support/canaries";
import { ciscoCase } from "../support/ciscoCase";
import { withSite } from "../support/commandLine";
import { corpusFiles } from "../support/corpus";
import { type DialectCase, dialectCases } from "../support/dialectCases";
import { written } from "../support/secretCases";
import { checkShown } from "../support/shownSecrets";

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

async function checkPlanted(of: DialectCase): Promise<void> {
  const seeds = seedsOf(of);
  const random = new Random(seed);
  const files: Record<string, string> = {};
  const all = new Canaries();
  for (let i = 0; i < 150; i++) {
    const planted = plant(of, seeds, random, all);
    if (i % 10 === 0) files[of.fileName.replace(/(?=\.\w+$)/, String(i))] = planted.text;
    try {
      checkShown(planted.text, of.dialect, all, planted.at);
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
