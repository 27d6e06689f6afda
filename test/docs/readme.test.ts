import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import test from "node:test";

const readme = readFileSync("README.md", "utf8");
const texts = JSON.parse(readFileSync("package.nls.json", "utf8")) as Readonly<Record<string, string>>;

test("the README names commands as the palette does", () => {
  const titles = Object.entries(texts).flatMap(([key, text]) => (key.startsWith("command.") ? [text] : []));
  const named = [...readme.matchAll(/(?<!\*)\*(?:Flat Profile: )?([A-Z][^*\n]*)\*(?!\*)/g)].map(
    ([, name = ""]) => name,
  );
  assert.ok(named.length > 10);
  for (const name of named) {
    if (name === "Fix all") continue; // VS Code's own name of the action
    assert.ok(
      titles.some((title) => title.startsWith(name)),
      name,
    );
  }
});

test("files and scripts that the README leads to exist", () => {
  const links = [...readme.matchAll(/\]\((?!https?:|#)([^)\s]+)\)/g)].map(([, file = ""]) => file);
  assert.ok(links.length > 5);
  for (const file of links) assert.ok(existsSync(file), file);
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Readonly<Record<string, string>> };
  for (const [, name = ""] of readme.matchAll(/npm (?:run )?(start|test|build|package|[a-z]+:[a-z]+)\b/g))
    assert.ok(name in scripts, name);
});
