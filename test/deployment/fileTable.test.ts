import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { FileTable, packFiles } from "../../server/src/node/git/fileTable";

const idOf = (name: string) => Buffer.from(name).toString("hex").padEnd(40, "0").slice(0, 40);

function tableOf(names: readonly string[]): FileTable {
  const lines = names.map((name) => `${name.includes("l") ? "120000" : "100644"} blob ${idOf(name)}\t${name}\0`);
  const packed = packFiles(Buffer.from(lines.join("")), (head) => {
    const [mode, , id = ""] = head.split(" ");
    return { kind: mode === "120000" ? "link" : "file", id };
  });
  return new FileTable(packed);
}

const name = fc.oneof(
  fc.stringMatching(/^[aBl./]{1,4}$/),
  fc.stringMatching(/^[a-cäß日😀A\t ]{1,5}$/u),
  fc.string({ minLength: 1 }).filter((text) => !text.includes("\0")),
);

test("every listed name is found, and no other", () => {
  fc.assert(
    fc.property(fc.uniqueArray(name), fc.array(name), (names, others) => {
      const table = tableOf(names);
      assert.equal(table.count, names.length);
      for (const [i, each] of names.entries()) {
        assert.equal(table.find(each), i);
        assert.equal(table.name(i), each);
        assert.equal(table.id(i), idOf(each));
        assert.equal(table.kind(i), each.includes("l") ? "link" : "file");
      }
      for (const each of others) {
        assert.equal(table.find(each), names.indexOf(each));
        const alike = names.filter((known) => known.toLowerCase() === each.toLowerCase());
        assert.ok(
          alike.length === 0 ? table.otherCase(each) === undefined : alike.includes(table.otherCase(each) ?? ""),
        );
      }
    }),
  );
});

test("a listing of names alone has no ids", () => {
  const table = new FileTable(packFiles(Buffer.from("b\0a\0"), () => ({ kind: "other", id: "" })));
  assert.deepEqual([table.find("a"), table.find("b"), table.find("c")], [1, 0, -1]);
  assert.deepEqual([table.name(1), table.id(1), table.kind(1)], ["a", "", "other"]);
});
