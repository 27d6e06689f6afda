import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { globSync } from "tinyglobby";

const root = process.cwd();
const textOf = (file: string) => readFileSync(path.join(root, file), "utf8");

test("files are written by the atomic writer only", () => {
  const writes =
    /\b(?:(?:writeFile|appendFile|createWriteStream|copyFile|cp|truncate|outputFile)(?:Sync)?|writeSync|renameSync|rename)\b/;
  for (const file of globSync("server/src/{cli,node,lsp,features,browser}/**/*.ts", { cwd: root })) {
    // compiled code may be lost, and is verified when it is read
    if (/node\/(?:atomicWrite|syncDisk|compiledCode)\.ts$/.test(file)) continue;
    for (const [line] of textOf(file).matchAll(/^import [^;]*?from "node:fs(?:\/promises)?";/gm))
      assert.doesNotMatch(line, writes, file);
  }
  for (const file of globSync("client/src/**/*.ts", { cwd: root })) {
    if (file.endsWith("encryption/saveBytes.ts")) continue;
    assert.doesNotMatch(textOf(file), /\bfs\s*\.(?:writeFile|rename|copy)\b|from "node:fs/, file);
  }
});

test("files are read by the reader of ordinary files only", () => {
  const reads = /\b(?:readFile(?:Sync)?|createReadStream|readSync|openSync|open)\b/;
  for (const file of globSync("server/src/{cli,node,lsp,features,browser}/**/*.ts", { cwd: root })) {
    // files of the product itself
    if (/node\/(?:atomicWrite|syncDisk|ordinaryFile|packedFile|compiledCode)\.ts$/.test(file)) continue;
    for (const [line] of textOf(file).matchAll(/^import [^;]*?from "node:fs(?:\/promises)?";/gm))
      assert.doesNotMatch(line, reads, file);
  }
});

test("every package of a lock file has the digest of what is installed", () => {
  for (const file of globSync("**/package-lock.json", { cwd: root, ignore: ["**/node_modules/**", "out/**"] })) {
    const { packages } = JSON.parse(textOf(file)) as {
      packages: Record<string, { link?: boolean; integrity?: string }>;
    };
    const entries = Object.entries(packages).filter(([name, { link }]) => name !== "" && !link);
    assert.ok(entries.length > 10, file);
    for (const [name, { integrity }] of entries) assert.match(integrity ?? "", /^sha512-/, `${file}: ${name}`);
  }
});
