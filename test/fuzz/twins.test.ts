import test from "node:test";
import { TestSession } from "../support/session";
import { Random } from "./random";
import { files, markup } from "./targets";
import { assertNone, editFile, type Server } from "./twins";

test("a file over edits gets all answers that the same text gets when it is opened", async () => {
  const capabilities = {
    textDocument: { diagnostic: {}, documentSymbol: { hierarchicalDocumentSymbolSupport: true } },
  };
  const sessions = [await TestSession.start({ capabilities }), await TestSession.start({ capabilities })] as const;
  const [edited, fresh] = sessions.map(
    ({ client }): Server => ({
      ask: (method, params) => client.sendRequest(method, params),
      notify: (method, params) => client.sendNotification(method, params),
    }),
  ) as [Server, Server];
  const random = new Random(1408);
  try {
    for (let i = 0; i < 12; i++)
      await editFile({
        edited,
        fresh,
        seeds: files,
        words: markup,
        random,
        longest: 12_000,
        edits: 4,
        found: assertNone,
      });
  } finally {
    for (const session of sessions) session.stop();
  }
});
