import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { sharedOut } from "../../server/src/cli/fileBlocks";

const fileOf = (size: number) => ({ size });
const sizes = fc.array(fc.oneof(fc.constantFrom(0, 900, 40_000, 90_000), fc.nat(3_000_000)), { maxLength: 400 });

test("each file has one thread, and threads get about the same", () => {
  fc.assert(
    fc.property(sizes, fc.integer({ min: 2, max: 4 }), (all, threads) => {
      const owners = sharedOut(all.map(fileOf), threads);
      assert.equal(owners.length, all.length);
      const sums = new Array<number>(threads).fill(0);
      for (const [i, size] of all.entries()) {
        const owner = owners[i] as number;
        assert.ok(owner >= 0 && owner < threads);
        sums[owner] = (sums[owner] as number) + size + 20_000;
      }
      const total = sums.reduce((sum, each) => sum + each, 0);
      assert.ok(Math.max(...sums) <= (total / threads) * 1.1 + 3_020_000 * (total / 8_000_000 + 1));
    }),
  );
});

test("files of one kind stay with one thread", () => {
  const kinds = [1500, 12_000, 38_000, 39_000, 90_000, 116_000];
  const all = Array.from({ length: 3000 }, (_, i) => fileOf((kinds[i % kinds.length] as number) + String(i).length));
  const owners = sharedOut(all, 2);
  const strayed = owners.filter((owner, i) => owner !== owners[i % kinds.length]).length;
  assert.ok(strayed < all.length / 20, `${strayed}`);
  // Those of a single kind are shared all the same.
  const same = sharedOut(
    Array.from({ length: 1000 }, () => fileOf(40_000)),
    2,
  );
  const first = same.filter((owner) => owner === 0).length;
  assert.ok(first > 400 && first < 600, `${first}`);
});
