// A server that loops for ever or waits when it is asked to.
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from "vscode-languageserver-protocol/node";
import { workOf } from "./spent.mjs";

const connection = createMessageConnection(
  new StreamMessageReader(process.stdin),
  new StreamMessageWriter(process.stdout),
);
connection.onRequest("initialize", () => ({ capabilities: {} }));
connection.onRequest("wait", () => new Promise((resolve) => setTimeout(() => resolve("waited"), 1500)));
connection.onRequest("work", () => {
  const until = workOf(process.pid) + 400;
  while (workOf(process.pid) < until);
  return "worked";
});
connection.onRequest("loop", () => {
  for (;;);
});
connection.listen();
