import assert from "node:assert/strict";
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import test from "node:test";
import ofTheEditor from "dialect-files";
import fc from "fast-check";
import picomatch from "picomatch";
import type { Offer } from "../../server/src/dialects/dialectFiles";
import { globsOf, isNamed, withTemplates } from "../../server/src/dialects/fileNames";
import { dialects } from "../../server/src/dialects/index";
import { certain, fileGlobs, languagesOf, mayBeOurs, recognize } from "../../server/src/dialects/recognize";

test("the editor has the files of the dialects in the list, and of no others", () => {
  const folder = path.join(process.cwd(), "server/src/dialects");
  const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  assert.deepEqual(folders.map(({ name }) => name).sort(), dialects.map(({ id }) => id).sort());
  for (const { name } of folders) assert.ok(existsSync(path.join(folder, name, "files.ts")), name);
  const inTheList = dialects.map(({ files }) => files);
  assert.deepEqual(new Set(ofTheEditor.map(({ files }) => files)), new Set(inTheList));
});

test("a dialect offers in the editor what it has", () => {
  for (const dialect of dialects) {
    const has: Record<Offer, boolean> = {
      preview: dialect.preview !== undefined,
      fleet: dialect.preview?.fleet !== undefined,
      scripts: dialect.scripts !== undefined,
      dumps: dialect.dumpFacts !== undefined,
      phone: dialect.phone !== undefined,
      matrix: dialect.preview?.endValues !== undefined,
      keys: dialect.keyMaps !== undefined,
      tables: dialect.tables !== undefined,
      updates: dialect.updates !== undefined,
    };
    const offered = Object.keys(has).filter((offer) => has[offer as Offer]);
    assert.deepEqual([...dialect.files.offers].sort(), offered.sort(), dialect.id);
    assert.equal(dialect.files.encryption !== undefined, dialect.ruleKeys !== undefined, dialect.id);
  }
});

test("a language belongs to one dialect", () => {
  const languages = dialects.flatMap(({ files }) => languagesOf(files));
  assert.equal(new Set(languages).size, languages.length);
});

test("a name says at most that a file may be of a dialect by its ending", () => {
  for (const { files } of dialects)
    for (const name of files.names.filter((each) => /^\*\.\w+$/.test(each)))
      assert.ok(files.recognize(name.replace("*", "any"), "") <= 0.1, name);
});

test("templates are listed, opened and watched alike", () => {
  const isWatched = picomatch(fileGlobs(dialects));
  for (const [name, expected] of [
    ["phone.xml", true],
    ["PHONE.XML", true],
    ["phone.cfg.j2", true],
    ["Phone.Xml.Tmpl", true],
    [".xml", true],
    ["phone.xml.bak", false],
    ["phone.j2", false],
    ["xml", false],
    ["phone.xmlx", false],
  ] as const) {
    assert.equal(mayBeOurs(dialects, name), expected, name);
    assert.equal(mayBeOurs(dialects, `/folder/${name}`), expected, name);
    if (expected && !name.startsWith(".")) assert.ok(isWatched(`folder/${name}`), name);
  }
  for (const name of ["phone.j2", "xml", "phone.xmlx", "phone.md"]) assert.ok(!isWatched(`folder/${name}`), name);
});

test("templates of every engine are files of the dialect", () => {
  for (const ending of "tpl tmpl j2 jinja jinja2 erb php vm ejs mustache hbs in dist sample".split(" "))
    assert.ok(mayBeOurs(dialects, `phone.xml.${ending}`), ending);
  for (const ending of ["bak", "orig", "old", "gz"]) assert.ok(!mayBeOurs(dialects, `phone.xml.${ending}`), ending);
});

test("patterns have nothing that Emacs refuses", () => {
  for (const glob of fileGlobs(dialects)) assert.match(glob, /^\*\*\/(?:\*|\[[^\][/,*{}]+\]|[^\][,*?{}]+)+$/, glob);
});

test("what a list of names accepts its patterns find", () => {
  const part = fc.string({ unit: fc.constantFrom(..."aBx1-_. "), maxLength: 4 });
  const name = fc
    .array(fc.oneof(part, fc.constant("*")), { minLength: 1, maxLength: 4 })
    .map((parts) => parts.join(""))
    .filter((each) => /^[^. ]/.test(each) && !/\.\.|\*\*| $/.test(each));
  const names = fc.array(name, { minLength: 1 });
  fc.assert(
    fc.property(names, fc.boolean(), part, part, (plain, hasTemplates, a, b) => {
      const patterns = hasTemplates ? withTemplates(plain) : plain;
      const isFound = picomatch(globsOf(patterns), { dot: true });
      for (const file of [`${a}b${b}`, ...patterns.map((each) => each.replaceAll("*", a).toUpperCase())]) {
        if (file === "" || /^\.*$|[ .]$/.test(file)) continue;
        const found = isFound(file);
        if (hasTemplates) assert.ok(found || !isNamed(file, patterns), JSON.stringify([file, patterns]));
        else assert.equal(isNamed(file, patterns), found, JSON.stringify([file, patterns]));
      }
    }),
  );
});

test("the editor gives a file its language by its text alone", () => {
  const language = (name: string, head: string) => recognize(ofTheEditor, name, head, certain)?.files.language;
  assert.equal(language("", "<flat-profile>"), "flat-profile");
  assert.equal(language("phone.xml", "<Profile_Rule>/a</Profile_Rule>"), undefined);
  assert.equal(language("phone.xml", "<!-- <flat-profile> --><catalog/>"), undefined);
});
