// npm run soak: a long editing session with the built server over a pipe; prints memory and times.
//   --edits 200000
//   --stretch 20000   edits that are summed up in one row
//   --seed 1
//   --sizes 3000,100000   edits files of so many settings instead of the examples, each a tenth as often as the one before
// Fails when an edited file gets other problems than the same text opened afresh, when the server logs an
// error or does not end when asked to, and when memory grew by more than a tenth since the first stretch: what the server
// still needs after a collection (live), and what its process has then.
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
const files = await buildTests(
  ["test/soak/soak.ts", "test/soak/texts.ts", "client/src/node/serverProcess.ts"],
  path.join(root, "out/soak"),
);
const modules = await Promise.all(files.map((file) => import(pathToFileURL(file).href)));
const { soak, soakTexts, largeTexts, v8Flags } = Object.assign({}, ...modules);

const child = spawn(
  process.execPath,
  [
    ...v8Flags,
    ...["--expose-gc", "--require", path.join(root, "test/soak/live.cjs")],
    ...[path.join(root, "server/dist/server.js"), "--stdio"],
  ],
  { stdio: ["pipe", "pipe", "pipe", "ipc"] },
);
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

let answered;
// A library of the server sends a word of its own.
child.on("message", ({ live }) => live !== undefined && answered(live));

function live() {
  return new Promise((resolve) => {
    answered = resolve;
    child.send("live");
  });
}

console.log("edits     p50 ms   p95 ms    live MB   process MB        s");
const began = performance.now();
const stretches = await soak(client, {
  edits: Number(values.edits),
  stretch: Number(values.stretch),
  seed: Number(values.seed),
  texts: values.sizes === undefined ? soakTexts(1500) : largeTexts(values.sizes.split(",").map(Number)),
  clock: () => performance.now(),
  memory,
  live,
  done: ({ edits, p50, p95, memory, live }) => {
    const cells = [
      [p50, 7, 2],
      [p95, 7, 2],
      [live, 9, 1],
      [memory ?? Number.NaN, 16, 1],
      [(performance.now() - began) / 1000, 6, 0],
    ];
    console.log(
      [String(edits).padEnd(8), ...cells.map(([value, width, digits]) => value.toFixed(digits).padStart(width))].join(
        "  ",
      ),
    );
  },
});

await connection.sendRequest("shutdown");
await connection.sendNotification("exit");
const code = await Promise.race([ended, new Promise((resolve) => setTimeout(() => resolve("none"), 3000).unref())]);
if (code !== 0) faults.push(`the server ended with ${code}`);
child.kill("SIGKILL");
for (const what of ["live", "memory"]) {
  const [first, last] = [stretches[0]?.[what], stretches.at(-1)?.[what]];
  if (stretches.length < 3 || first === undefined) continue;
  console.log(
    `${what}: ${first.toFixed(1)} MB after the first stretch, ${last.toFixed(1)} MB at the end, ${(last / first).toFixed(2)} times`,
  );
  if (last > first * 1.1) faults.push(`${what} grew from ${first} to ${last} MB`);
}
for (const fault of faults) console.error(fault);
process.exit(faults.length === 0 ? 0 : 1);
