import assert from "node:assert/strict";
import { test } from "node:test";
import { SaxesParser } from "saxes";
import type { ProfileDocument } from "../../server/src/profile/profileDocument";
import { elementOf } from "../../server/src/xml/element";
import { type CorpusFile, corpusFiles } from "../support/corpus";
import { read, update } from "../support/read";

const files = corpusFiles();
const absent = files.length === 0 ? "the shared corpus is absent" : false;

/** Every span that the reader hands out lies inside its segment, and segments tile the text. */
function checkSpans(document: ProfileDocument, text: string): void {
  if (document.form === "foreign") return;
  assert.equal(
    document.segments.reduce((sum, s) => sum + s.text.length, 0),
    text.length,
  );
  for (const segment of document.segments) {
    const inside = (span: { start: number; end: number }) =>
      assert.ok(span.start >= 0 && span.start <= span.end && span.end <= segment.text.length, JSON.stringify(span));
    for (const setting of segment.settings) {
      inside(setting.span);
      inside(setting.nameSpan);
      inside(setting.valueSpan);
      if (setting.endNameSpan) inside(setting.endNameSpan);
      for (const attribute of elementOf(setting).attributes) {
        inside(attribute.span);
        inside(attribute.valueSpan);
      }
      inside(setting.value.toSource({ start: 0, end: setting.text.length }));
    }
    for (const problem of segment.problems) {
      inside(problem.span);
      for (const fix of problem.fixes ?? []) for (const edit of fix.edits) inside(edit.span);
    }
    for (const tag of segment.tags) inside(tag.span);
    for (const comment of segment.comments) inside(comment.span);
  }
}

interface Element {
  readonly name: string;
  readonly text: string;
  readonly attributes: string;
}

/** The leaf elements inside profiles as a strict XML parser sees them; undefined when it refuses the file. */
function strict(file: CorpusFile): Element[] | undefined {
  const parser = new SaxesParser();
  const elements: Element[] = [];
  const open: { name: string; text: string; attributes: string; leaf: boolean }[] = [];
  let failed = false;
  parser.on("error", () => {
    failed = true;
  });
  parser.on("opentag", (tag) => {
    const parent = open[open.length - 1];
    if (parent) parent.leaf = false;
    const attributes = Object.entries(tag.attributes).map(([name, value]) => `${name}=${value}`);
    open.push({ name: tag.name, text: "", attributes: attributes.join(" "), leaf: true });
  });
  const add = (text: string) => {
    const top = open[open.length - 1];
    if (top) top.text += text;
  };
  parser.on("text", add);
  parser.on("cdata", add);
  parser.on("closetag", () => {
    const element = open.pop();
    const inProfile = open.some((e) => /^(?:\w+:)?flat-profile$|^router-configuration$/.test(e.name));
    if (element?.leaf && inProfile)
      elements.push({ name: element.name, text: element.text, attributes: element.attributes });
  });
  try {
    parser.write(file.text).close();
  } catch {
    failed = true;
  }
  return failed ? undefined : elements;
}

test("on well-formed files the reader agrees with a strict parser", { skip: absent }, () => {
  let compared = 0;
  for (const file of files) {
    const document = read(file.text);
    if (document.form !== "whole") continue;
    const expected = strict(file);
    if (!expected) continue;
    const fold = (text: string) => text.trim().replace(/[\r\n]/g, " ");
    const settings = document.segments.flatMap((segment) => segment.settings);
    // A strict parser drops the program text of a template, which is the value here.
    const templated = new Set(settings.flatMap((s, i) => (s.templated ? [i] : [])));
    const actual = settings.map((s) => ({
      name: s.name,
      text: elementOf(s).form === "attribute" ? "" : fold(s.text),
      attributes: elementOf(s)
        .attributes.map((a) => `${a.name}=${a.value}`)
        .join(" "),
    }));
    // The strict parser decodes attributes; none in well-formed real files contains a reference.
    // A section without elements is a leaf for it.
    const sections = new Set(document.segments.flatMap((segment) => segment.tags.map((tag) => tag.name)));
    const leaves = expected.map((e) => ({ ...e, text: fold(e.text) })).filter((e) => !sections.has(e.name));
    const decoded = (e: Element) => ({ ...e, attributes: e.attributes.replace(/&amp;/g, "&") });
    const judged = (elements: readonly Element[]) => elements.filter((_, i) => !templated.has(i)).map(decoded);
    assert.equal(actual.length, leaves.length, file.path);
    assert.deepEqual(judged(actual), judged(leaves), file.path);
    compared++;
  }
  assert.ok(compared > 90, `only ${compared} files were compared`);
});

/** All prefixes of small files, a share of the others; ALL_PREFIXES=1 takes all of all. */
test("every prefix of every file is read without fault", { skip: absent }, () => {
  let prefixes = 0;
  for (const file of files) {
    const { text } = file;
    const step = process.env.ALL_PREFIXES || text.length < 3000 ? 1 : 1 + Math.floor(text.length / 400);
    let document = read("");
    let length = 0;
    while (length < text.length) {
      const next = Math.min(text.length, length + step);
      document = update(text.slice(0, next), document, { start: length, oldEnd: length, newEnd: next });
      length = next;
      prefixes++;
      if (prefixes % 7 === 0 || next === text.length) checkSpans(document, text.slice(0, next));
    }
    checkSpans(read(text), text);
  }
  assert.ok(prefixes > files.length);
});
