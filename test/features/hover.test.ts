import assert from "node:assert/strict";
import test from "node:test";
import type { Hover, MarkupContent } from "vscode-languageserver-protocol";
import { marked, withSession } from "../support/session";

async function hovered(content: string): Promise<string | undefined> {
  return withSession({}, async (session) => {
    const { text, position } = marked(`<flat-profile>\n${content}\n</flat-profile>\n`);
    await session.open(text);
    const hover = await session.ask<Hover | null>("textDocument/hover", { position });
    return hover ? (hover.contents as MarkupContent).value : undefined;
  });
}

test("a name has its manual page, in both tags", async () => {
  const page = await hovered("<Resync_P$0eriodic>60</Resync_Periodic>");
  assert.match(page ?? "", /\*\*Resync\\_Periodic\*\*/);
  assert.match(page ?? "", /Default/);
  assert.equal(await hovered("<Resync_Periodic>60</Resync_P$0eriodic>"), page);
});

test("a secret is never repeated", async () => {
  for (const mark of ["<Admin_Pass$0word>hunter2</Admin_Password>", "<Admin_Password>hun$0ter2</Admin_Password>"])
    assert.doesNotMatch((await hovered(mark)) ?? "", /hunter2/);
});

test("the attribute `ua` is explained", async () => {
  assert.match((await hovered('<Resync_Periodic u$0a="na">60</Resync_Periodic>')) ?? "", /\*User\*/);
});

test("an unknown name has no page", async () => {
  assert.equal(await hovered("<Never_Hea$0rd_Of>60</Never_Heard_Of>"), undefined);
});

test("a macro is explained in a rule, and not in a rule that is a comment or in another text", async () => {
  assert.match((await hovered("<Profile_Rule>http://h/$M$0A.xml</Profile_Rule>")) ?? "", /MAC address/);
  assert.doesNotMatch((await hovered("<Profile_Rule># http://h/$M$0A.xml</Profile_Rule>")) ?? "", /MAC address, 12/);
  assert.doesNotMatch((await hovered("<Station_Name>$M$0A</Station_Name>")) ?? "", /MAC address, 12/);
});

test("a macro in an element that is not known is passed over", async () => {
  assert.doesNotMatch((await hovered("<Never_Heard_Of>$M$0A</Never_Heard_Of>")) ?? "", /MAC address, 12/);
});
