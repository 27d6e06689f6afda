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

function checkProblem(text: string, at: string, value: unknown): void {
  const { root, problems } = readJson(text.replace(/[«»]/g, ""));
  const [first] = problems;
  assert.ok(first, text);
  assert.equal(`${first.span.start}-${first.span.end}`, `${text.indexOf("«")}-${text.indexOf("»") - 1}`, at);
  assert.deepEqual(plain(root), value, text);
}

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
  checkProblem('{ «a»: 1, "b": 2 }', "name without quotes", { b: 2 });
  checkProblem('{ "a": «yes», "b": 2 }', "bare word", { b: 2 });
  checkProblem('{ "a": 1 «"»b": 2 }', "missing comma", { a: 1, b: 2 });
  checkProblem('«{» "a": [1, 2]', "not closed", { a: [1, 2] });
  checkProblem('[1, «"abc»\n, 2]', "open text", [1, "abc", 2]);
  checkProblem("[1] «x»", "text behind the end", [1]);
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
});
