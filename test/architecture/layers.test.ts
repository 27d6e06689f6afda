import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { globSync } from "tinyglobby";

/** The layers of server/src from the bottom to the top; those of one row do not know each other. */
const floors: readonly (readonly string[])[] = [
  ["text"],
  ["encryption", "schema"],
  ["values", "devices"],
  ["profile"],
  ["checks", "secrets"],
  ["xml", "lines", "preview", "deployment", "conversion", "rollout", "templates"],
  ["impact"],
  ["dialects"],
  ["analysis"],
  ["protocol"],
  ["features"],
  ["lsp"],
  ["node", "browser"],
  ["cli"],
];

/** Layers that may not import all that is below them. */
const narrow: Readonly<Record<string, RegExp>> = {
  encryption: /^text$/,
  lsp: /^(?!xml|lines)/,
  node: /^(?:deployment|encryption|lsp|protocol|analysis|templates)$/,
  browser: /^(?:deployment|encryption|lsp|protocol|analysis)$/,
  cli: /^(?!lsp|browser|protocol|xml|lines)/,
};

/** The verb that is a server. */
const serving = "server/src/cli/lsp.ts";

function mayImport(layer: string, other: string): boolean {
  const floorOf = (name: string) => floors.findIndex((floor) => floor.includes(name));
  return layer === other || (floorOf(other) < floorOf(layer) && (narrow[layer]?.test(other) ?? true));
}

/** Packages that each layer may use; the core is free of platforms. */
const packages: Readonly<Record<string, RegExp>> = {
  core: /^(?:@vscode\/l10n|fastest-levenshtein|jsonc-parser|picomatch)$/,
  templates: /^(?:@vscode\/l10n|@huggingface\/jinja|js-yaml|mustache)$/,
  encryption: /^(?:@vscode\/l10n|@noble\/hashes\/(?:hkdf|legacy|sha2)\.js)$/,
  features: /^(?:@vscode\/l10n|fastest-levenshtein|vscode-languageserver-(?:protocol|types|textdocument))$/,
  lsp: /^(?:@vscode\/l10n|vscode-languageserver(?:-[a-z]+)?(?:\/[\w/.-]+)?)$/,
  node: /^(?:node:[\w/]+|vscode-languageserver\/node|tinyglobby|@vscode\/l10n)$/,
  browser: /^(?:vscode-languageserver\/browser|@vscode\/l10n)$/,
  cli: /^(?:node:[\w/]+|commander|chokidar|tinyglobby|@vscode\/l10n|fastest-levenshtein|vscode-languageserver-[a-z]+)$/,
};

const root = process.cwd();
const files = globSync("server/src/**/*.ts", { cwd: root }).filter((file) => !file.endsWith(".d.ts"));

const textOf = (file: string): string => readFileSync(path.join(root, file), "utf8");

function importsOf(file: string): string[] {
  const text = textOf(file);
  return [
    ...text.matchAll(
      /^(?:import|export)\b[^"']*?from\s+["']([^"']+)["']|^import\s+["']([^"']+)["']|\bimport\(["']([^"']+)["']\)/gm,
    ),
  ].map((match) => (match[1] ?? match[2] ?? match[3]) as string);
}

function layerOf(file: string): string {
  const [first] = path.relative("server/src", file).split(path.sep);
  return (first ?? "").replace(/\.ts$/, "");
}

test("imports point downwards", () => {
  assert.ok(files.length > 50);
  const wrong: string[] = [];
  for (const file of files) {
    const layer = layerOf(file);
    if (!floors.flat().includes(layer)) wrong.push(`${file}: ${layer} is not a layer`);
    for (const target of importsOf(file)) {
      if (layer === "cli" && target.endsWith("/package.json")) continue;
      if (target.startsWith(".")) {
        const other = layerOf(path.join(path.dirname(file), target));
        if (!mayImport(layer, other) && !(file === serving && other === "lsp")) wrong.push(`${file} imports ${other}`);
      } else {
        const known = packages[layer] ?? packages.core;
        if (!known?.test(target)) wrong.push(`${file} imports ${target}`);
      }
    }
  }
  assert.deepEqual(wrong, []);
});

test("one dialect does not know another", () => {
  for (const file of files.filter((f) => f.startsWith("server/src/dialects/"))) {
    const own = file.split("/")[3];
    if (!own || own.endsWith(".ts")) continue;
    for (const target of importsOf(file)) {
      const other = path.join(path.dirname(file), target).split("/");
      if (target.startsWith(".") && other[2] === "dialects" && other[3] !== own && other.length > 4)
        assert.fail(`${file} imports ${target}`);
    }
  }
});

test("a file has one idea", () => {
  const long = files
    .map((file) => ({ file, lines: textOf(file).split("\n").length }))
    .filter(({ lines }) => lines > 420);
  assert.deepEqual(long, []);
});

test("no word that hides what a thing is", () => {
  for (const file of files) assert.doesNotMatch(path.basename(file), /manager|helper|util|impl|base\b/i);
});

test("a dialect is reached through the list alone", () => {
  const list = "server/src/dialects/index.ts";
  const wrong = files.flatMap((file) =>
    file === list || /^server\/src\/dialects\/[^/]+\//.test(file)
      ? []
      : importsOf(file)
          .filter((target) => target.startsWith("."))
          .map((target) => path.join(path.dirname(file), target))
          .filter((target) => /^server\/src\/dialects\/[^/]+\//.test(target))
          .map((target) => `${file} imports ${target}`),
  );
  assert.deepEqual(wrong, []);
});

test("a manual page is in the folder that reports its code", () => {
  const isPage = (file: string) => /pages\.ts$/i.test(file) && /code: "[a-z-]+\/[a-z-]+",\n/.test(textOf(file));
  const wrong: string[] = [];
  for (const file of files.filter(isPage)) {
    const sources = files.filter((other) => other.startsWith(`${path.dirname(file)}/`) && !/pages\.ts$/i.test(other));
    const text = sources.map(textOf).join("\n");
    // Codes of a type are put together from its area and a word, and lengths are judged in one place for all types.
    for (const [, area, word] of textOf(file).matchAll(/code: "([a-z-]+)\/([a-z-]+)",\n/g))
      if (
        word !== "over-length" &&
        !text.includes(`"${area}/${word}"`) &&
        !text.includes(`"${word}"`) &&
        !text.includes(`/${word}\``)
      )
        wrong.push(`${file}: ${area}/${word}`);
  }
  assert.deepEqual(wrong, []);
});
