// npm run soak: a long editing session with the built server over a pipe; prints memory and times.
//   --edits 200000
//   --stretch 20000   edits that are summed up in one row
//   --seed 1
//   --sizes 3000,100000   edits files of so many settings instead of the examples, each a tenth as often as the one before
// Fails when an edited file gets other problems than the same text opened afresh, when the server logs an
// error or does not end when asked to, and when memory grew by more than a tenth since the first stretch.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import {
  CancellationTokenSource,
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver-protocol/node";
import { buildTests, root } from "../build.mjs";

const { values } = parseArgs({
  options: {
    edits: { type: "string", default: "200000" },
    stretch: { type: "string", default: "20000" },
    seed: { type: "string", default: "1" },
    sizes: { type: "string" },
  },
});

await import("../../server/build/build.mjs");
const files = await buildTests(["test/soak/soak.ts", "test/soak/texts.ts"], path.join(root, "out/soak"));
const modules = await Promise.all(files.map((file) => import(pathToFileURL(file).href)));
const { soak, soakTexts, largeTexts } = Object.assign({}, ...modules);

const child = spawn(process.execPath, [path.join(root, "server/dist/server.js"), "--stdio"]);
const faults = [];
child.stderr.on("data", (data) => faults.push(String(data)));
const ended = new Promise((resolve) => child.once("exit", resolve));
const connection = createMessageConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
let settings = {};
connection.onRequest("workspace/configuration", ({ items }) => items.map(() => settings));
connection.onRequest(() => null);
connection.onNotification("window/logMessage", ({ message }) => faults.push(message));
connection.onNotification(() => {});
connection.listen();
await connection.sendRequest("initialize", {
  processId: process.pid,
  rootUri: null,
  capabilities: {
    workspace: { configuration: true },
    textDocument: {
      diagnostic: {},
      completion: { completionItem: { snippetSupport: true, labelDetailsSupport: true } },
      documentSymbol: { hierarchicalDocumentSymbolSupport: true },
      hover: { contentFormat: ["markdown"] },
    },
  },
});
await connection.sendNotification("initialized", {});

const client = {
  async ask(method, params, cancel) {
    const source = new CancellationTokenSource();
    const answer = connection.sendRequest(method, params, source.token);
    if (cancel) source.cancel();
    try {
      return await answer;
    } catch (error) {
      if (!cancel) throw error;
    }
  },
  notify: (method, params) => connection.sendNotification(method, params),
  async configure(changed) {
    settings = changed;
    await connection.sendNotification("workspace/didChangeConfiguration", { settings: null });
  },
};

function memory() {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))?.[1]) / 1024;
  } catch {
    return undefined;
  }
}

console.log("edits     p50 ms   p95 ms   memory MB");
const began = performance.now();
const stretches = await soak(client, {
  edits: Number(values.edits),
  stretch: Number(values.stretch),
  seed: Number(values.seed),
  texts: values.sizes === undefined ? soakTexts(1500) : largeTexts(values.sizes.split(",").map(Number)),
  clock: () => performance.now(),
  memory,
  done: ({ edits, p50, p95, memory }) =>
    console.log(
      `${String(edits).padEnd(8)} ${p50.toFixed(2).padStart(7)}  ${p95.toFixed(2).padStart(7)}  ${memory?.toFixed(1).padStart(8) ?? "?"}`,
    ),
});
console.log(`${((performance.now() - began) / 1000).toFixed(0)} s`);

await connection.sendRequest("shutdown");
await connection.sendNotification("exit");
const code = await Promise.race([ended, new Promise((resolve) => setTimeout(() => resolve("none"), 3000).unref())]);
if (code !== 0) faults.push(`the server ended with ${code}`);
child.kill("SIGKILL");
const [first, last] = [stretches[0]?.memory, stretches.at(-1)?.memory];
if (stretches.length > 2 && last > first * 1.1) faults.push(`memory grew from ${first} to ${last} MB`);
for (const fault of faults) console.error(fault);
process.exit(faults.length === 0 ? 0 : 1);
