import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import path from "node:path";
import test from "node:test";
import { globSync } from "tinyglobby";

const root = process.cwd();
const json = (file: string) => JSON.parse(readFileSync(path.join(root, file), "utf8"));

/** What the editor gives, and what a plugin of our bundles makes. */
const provided = new Set([
  "vscode",
  ...[...readFileSync(path.join(root, "server/src/bundler.d.ts"), "utf8").matchAll(/^declare module "(.+)"/gm)].map(
    ([, name]) => name,
  ),
]);
/** Installed where it is needed, by a script of that folder. */
const elsewhere = ["test/desktop/", "test/host/"];

const imports = /^(?:import|export|\}) (?:[^"\n]*? from )?"([^"\n]+)";$|\bimport\("([^"\n]+)"\)/gm;

test("every package that is imported is declared", () => {
  const declared = new Set(Object.keys(json("package.json").devDependencies));
  const missing = new Set<string>();
  const files = globSync(["server/**/*.{ts,mjs}", "client/**/*.{ts,mjs}", "test/**/*.{ts,mjs}", "!**/dist/**"], {
    cwd: root,
  });
  assert.ok(files.length > 500);
  for (const file of files.filter((name) => !elsewhere.some((folder) => name.startsWith(folder))))
    for (const [, from, dynamic] of readFileSync(path.join(root, file), "utf8").matchAll(imports)) {
      const target = from ?? dynamic ?? "";
      if (/^(?:\.|packed:)/.test(target) || isBuiltin(target) || provided.has(target)) continue;
      const name = /^(?:@[^/]+\/)?[^/]+/.exec(target)?.[0] ?? target;
      if (!declared.has(name)) missing.add(`${file}: ${name}`);
    }
  assert.deepEqual([...missing], []);
});

test("client and server are built with one version of the protocol", () => {
  const installed = Object.keys(json("package-lock.json").packages);
  for (const name of ["vscode-languageserver-protocol", "vscode-languageserver-types", "vscode-jsonrpc"])
    assert.deepEqual(
      installed.filter((where) => where.endsWith(`node_modules/${name}`)),
      [`node_modules/${name}`],
    );
});
