import assert from "node:assert/strict";
import test from "node:test";
import { CancellationTokenSource } from "vscode-languageserver-protocol";
import { TestSession } from "../support/session";
import { type Client, soak } from "./soak";
import { soakTexts } from "./texts";

test("a session of 1,500 edits with everything asked of it leaves what fresh files have", async () => {
  const settings: { flatProfile: object } = { flatProfile: {} };
  const session = await TestSession.start({
    capabilities: { textDocument: { diagnostic: {} } },
    initializationOptions: {},
  });
  const rejected: unknown[] = [];
  const listen = (reason: unknown) => rejected.push(reason);
  process.on("unhandledRejection", listen);
  const errors: string[] = [];
  session.client.onNotification("window/logMessage", ({ message }: { message: string }) => {
    errors.push(message);
  });
  const client: Client = {
    async ask(method, params, cancel) {
      const source = new CancellationTokenSource();
      const answer = session.client.sendRequest(method, params, source.token);
      if (cancel) source.cancel();
      return answer.catch((error: unknown) => {
        if (!cancel) throw error;
      });
    },
    notify: (method, params) => session.client.sendNotification(method, params),
    configure: (changed) => {
      settings.flatProfile = changed;
      return session.client.sendNotification("workspace/didChangeConfiguration", { settings });
    },
  };
  try {
    const clock = () => performance.now();
    const stretches = await soak(client, {
      edits: 1500,
      stretch: 500,
      seed: 7,
      texts: soakTexts(300),
      clock,
      memory: () => undefined,
    });
    assert.equal(stretches.length, 3);
    assert.deepEqual([errors, rejected], [[], []]);
  } finally {
    process.off("unhandledRejection", listen);
    session.stop();
  }
});
