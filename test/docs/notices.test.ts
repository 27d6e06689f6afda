import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import test from "node:test";

test("the licences of bundled packages are listed (npm run notices)", async () => {
  const { notices } = (await import(path.resolve("server/build/notices.mjs"))) as { notices(): Promise<string> };
  assert.equal(readFileSync(path.resolve("THIRD_PARTY_NOTICES.md"), "utf8"), await notices());
});
