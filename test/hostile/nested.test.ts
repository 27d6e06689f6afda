import assert from "node:assert/strict";
import test from "node:test";
import { withSession } from "../support/session";

const uri = "file:///nested.xml";
const methods = ["documentSymbol", "foldingRange", "selectionRange", "semanticTokens/full", "formatting", "codeLens"];

for (const name of ["a", "WAN_Interface", "flat-profile", "router-configuration"])
  test(`20,000 nested elements \`${name}\` have answers`, () =>
    withSession(
      { capabilities: { textDocument: { documentSymbol: { hierarchicalDocumentSymbolSupport: true } } } },
      async ({ client }) => {
        const logged: string[] = [];
        client.onNotification("window/logMessage", ({ message }: { message: string }) => {
          logged.push(message);
        });
        const text = `<flat-profile>${`<${name}>\n`.repeat(20_000)}<GPP_A>1</GPP_A>`;
        await client.sendNotification("textDocument/didOpen", {
          textDocument: { uri, languageId: "flat-profile", version: 1, text },
        });
        for (const method of methods) {
          const answer = await client.sendRequest(`textDocument/${method}`, {
            textDocument: { uri },
            positions: [{ line: 20_000, character: 9 }],
            options: { tabSize: 2, insertSpaces: true },
          });
          if (method === "documentSymbol") assert.match(JSON.stringify(answer), /GPP_A/);
        }
        assert.deepEqual(logged, []);
      },
    ));
