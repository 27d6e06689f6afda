import assert from "node:assert/strict";
import { test } from "node:test";
import type { Diagnostic } from "vscode-languageserver-protocol/node";
import { withSession, workspace } from "../support/session";

/** Opens a file in a folder with another one; answers what is said of it, and how often the other one is read. */
async function opened(name: string, other: string, text: string) {
  let reads = 0;
  let codes: unknown[] = [];
  await withSession({ capabilities: { textDocument: { diagnostic: {} } } }, async (session) => {
    const get = () => {
      reads++;
      return text;
    };
    Object.defineProperty(session.files, other, { enumerable: true, get });
    const file = `${workspace}/${name}`;
    await session.open(text, file, "plaintext");
    const { items } = await session.ask<{ items: Diagnostic[] }>("textDocument/diagnostic", {}, file);
    codes = items.map(({ code }) => code);
    assert.deepEqual(session.logged, []);
  });
  return { codes, reads };
}

test("files that name no others are judged by their name, without their folder", async () => {
  const { codes, reads } = await opened("mp-118.ini", "mp-124.ini", "MaxDigits = 7\n");
  assert.deepEqual([codes, reads], [["file/name"], 0]);
});

test("files that name others are judged with them", async () => {
  const { reads } = await opened("46xxsettings.txt", "96xxupgrade.txt", "GET 96xxupgrade.txt\n");
  assert.ok(reads > 0);
});
