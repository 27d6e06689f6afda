import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { type JsonNode, readJson } from "../../server/src/text/json";
import { processorTime } from "../support/processorTime";

function plain(node: JsonNode | undefined): unknown {
  if (!node || node.kind === "null") return null;
  if (node.kind === "array") return node.items.map(plain);
  if (node.kind === "object") return Object.fromEntries(node.members.map(({ key, value }) => [key, plain(value)]));
  return node.value;
}

/** The problems, each with its carets under the text, and what was read in spite of them. */
function checkProblems(text: string, expected: string, value: unknown): void {
  const { root, problems } = readJson(text);
  const printed = problems.map(
    ({ span, message }) => `${"^".repeat(span.end - span.start).padStart(span.end)} ${message}`,
  );
  assert.equal(printed.join("\n"), expected, text);
  assert.deepEqual(plain(root), value, text);
}

const value = "Expected a value: text in double quotes, a number, true, false, `[` or `{`.";

test("agrees with JSON.parse on every valid text", () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 5 }), (text) => {
      const { root, problems } = readJson(text);
      assert.deepEqual(problems, []);
      assert.deepEqual(plain(root), JSON.parse(text));
    }),
  );
  assert.deepEqual(plain(readJson('{"a\\n\\u0041": [1.5e3, -2, true]}').root), { "a\nA": [1500, -2, true] });
});

test("comments and trailing commas are taken", () => {
  const { root, problems } = readJson('\uFEFF// a\n{ /* b */ "x": [1, 2,], }\n// end');
  assert.deepEqual([plain(root), problems], [{ x: [1, 2] }, []]);
});

test("after a mistake the rest is still read", () => {
  checkProblems('{ a: 1, "b": 2 }', "  ^ Expected a name in double quotes.", { b: 2 });
  checkProblems('{ 5: 1, "b": 2 }', "  ^ Expected a name in double quotes.", { b: 2 });
  checkProblems('{ "a": 1 x, "b": 2 }', "         ^ Expected a name in double quotes.", { a: 1, b: 2 });
  checkProblems('{ "a": yes, "b": 2 }', `       ^^^ ${value}`, { b: 2 });
  checkProblems('{ "a": \'x\', "b": 2 }', `       ^^^ ${value}`, { b: 2 });
  checkProblems("[yes]", ` ^^^ ${value}`, []);
  checkProblems("[1, yes, 2]", `    ^^^ ${value}`, [1, 2]);
  checkProblems("[1,, 2]", `   ^ ${value}`, [1, 2]);
  checkProblems('{ "a": 1 "b": 2 }', "         ^^^ Missing `,` between two values.", { a: 1, b: 2 });
  checkProblems('{ "a" 1, "b": 2 }', "  ^^^ Missing `:` after the name.", { b: 2 });
  checkProblems('{ "a", "b": 2 }', "  ^^^ Missing `:` after the name.", { b: 2 });
  checkProblems('{ "a": 1, "b" }', "          ^^^ Missing `:` after the name.", { a: 1 });
  checkProblems('{ "a": }', `       ^ ${value}`, {});
  checkProblems('["x" /* 1', "     ^^^^ Missing `*/` after the comment.\n^ Missing closing `]`.", ["x"]);
});

test("what is not closed is reported where it begins, once", () => {
  checkProblems('{ "a": [1, 2]', "^ Missing closing `}`.", { a: [1, 2] });
  checkProblems('{ "a": [1, 2,', "       ^ Missing closing `]`.\n^ Missing closing `}`.", { a: [1, 2] });
  checkProblems('{ "a": 1, "b"', "^ Missing closing `}`.", { a: 1 });
  checkProblems('{ "a":', "^ Missing closing `}`.", {});
  checkProblems('[{"a": 1], "b"]', " ^ Missing closing `}`.", [{ a: 1 }]);
  checkProblems('{"x": [1, }', "      ^ Missing closing `]`.", { x: [1] });
  checkProblems('["abc\n, 2]', " ^^^^ Missing closing quote.", ["abc", 2]);
  checkProblems('["abc', " ^^^^ Missing closing quote.\n^ Missing closing `]`.", ["abc"]);
});

test("a number is read to its end", () => {
  checkProblems("[0123]", ` ^^^^ ${value}`, [0, 123]);
  checkProblems("[12.0.1, 3]", ` ^^^^^^ ${value}`, [12, 3]);
  checkProblems("[12ab, 3]", ` ^^^^ ${value}`, [12, 3]);
  checkProblems("[1., 3]", ` ^^ ${value}`, [1, 3]);
  checkProblems("[-, 3]", ` ^ ${value}`, [3]);
  checkProblems('{"mac": 00:0e:08, "a": 1}', `        ^^ ${value}`, { mac: 0, a: 1 });
});

test("each wrong escape has its place", () => {
  const message = "Not a valid JSON escape sequence. Write a backslash as `\\\\`.";
  checkProblems(String.raw`["C:\\tftp\x\u12", 1]`, `          ^^ ${message}\n            ^^ ${message}`, [
    "C:\\tftp",
    1,
  ]);
  checkProblems('["\\', " ^^ Missing closing quote.\n^ Missing closing `]`.", [""]);
});

test("text that is not JSON, or follows it", () => {
  const after = "Unexpected text after the end of the JSON value.";
  checkProblems("", ` ${value}`, null);
  checkProblems("// only a comment", `${" ".repeat(17)} ${value}`, null);
  checkProblems("yes", `^^^ ${value}`, null);
  checkProblems("]", `^ ${value}`, null);
  checkProblems("[1] x y", `    ^^^ ${after}`, [1]);
  checkProblems("[1] [2, 3]", `    ^^^^^^ ${after}`, [1]);
});

test("a tab in a text does no harm", () => {
  checkProblems('["a\tb"]', "", ["a\tb"]);
});

test("nesting has a limit, and few problems are reported", () => {
  const nested = (depth: number) => "[".repeat(depth) + "]".repeat(depth);
  assert.deepEqual(readJson(nested(60)).problems, []);
  checkProblems(nested(61), `${" ".repeat(60)}^ Nested more than 60 levels deep. The file is not read.`, null);
  checkProblems(
    `${"[},".repeat(60)}[`,
    `${" ".repeat(180)}^ Nested more than 60 levels deep. The file is not read.`,
    null,
  );
  assert.equal(readJson(`[${"x,".repeat(100)}]`).problems.length, 20);
});

test("never throws, never hangs, and places lie inside the text", () => {
  const piece = fc.constantFrom(...'{}[],:"\\/* \n1atrue-u0'.split(""), "//", "/*", '"a"', "null");
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const text = pieces.join("");
      for (const { span } of readJson(text).problems)
        assert.ok(span.start >= 0 && span.start <= span.end && span.end <= text.length);
    }),
  );
  assert.ok(processorTime(() => readJson("[".repeat(200_000))) < 1000);
  assert.ok(processorTime(() => readJson('{"a":'.repeat(100_000))) < 1000);
  assert.ok(processorTime(() => readJson("[},".repeat(100_000))) < 1000);
});
