import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import test from "node:test";
import { globSync } from "tinyglobby";

const pages = ["README.md", ...globSync("docs/*.md", { ignore: "docs/checks.md" })];
const texts = JSON.parse(readFileSync("package.nls.json", "utf8")) as Readonly<Record<string, string>>;
const read = (file: string) => readFileSync(file, "utf8");

test("the README and the pages in docs/ name commands as the palette does", () => {
  const titles = Object.entries(texts).flatMap(([key, text]) => (key.startsWith("command.") ? [text] : []));
  const named = pages.flatMap((page) =>
    [...read(page).matchAll(/(?<!\*)\*(?:Flat Profile: )?([A-Z][^*\n]*)\*(?!\*)/g)].map(([, name = ""]) => name),
  );
  assert.ok(named.length > 40, String(named.length));
  const others = ["Profile", "Devices", "Play", "Test", "Compare Two Devices"]; // views, lenses, a button of a page
  for (const name of named) assert.ok(others.includes(name) || titles.some((title) => title.startsWith(name)), name);
});

test("files, headings and scripts that the pages lead to exist", () => {
  const { scripts } = JSON.parse(read("package.json")) as { scripts: Readonly<Record<string, string>> };
  let links = 0;
  for (const page of pages) {
    for (const [, link = ""] of read(page).matchAll(/\]\((?!https?:)([^)\s]+)\)/g)) {
      const [file = "", heading] = link.split("#");
      const target = file === "" ? page : path.join(path.dirname(page), file);
      assert.ok(existsSync(target), `${page}: ${link}`);
      if (heading !== undefined) assert.ok(anchors(read(target)).includes(heading), `${page}: ${link}`);
      links++;
    }
    for (const [, name = ""] of read(page).matchAll(/npm (?:run )?(start|test|build|package|[a-z]+:[a-z]+)\b/g))
      assert.ok(name in scripts, name);
  }
  assert.ok(links > 40, String(links));
});

test("each picture in docs/images is shown on a page", () => {
  const all = pages.map(read).join("\n");
  for (const file of globSync("docs/images/*")) assert.ok(all.includes(`images/${path.basename(file)})`), file);
});

/** The anchors that GitHub makes of headings. */
function anchors(text: string): readonly string[] {
  return [...text.matchAll(/^#+ (.*)$/gm)].map(([, title = ""]) =>
    title
      .toLowerCase()
      .replace(/[^\w -]/g, "")
      .replaceAll(" ", "-"),
  );
}
