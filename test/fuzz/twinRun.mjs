// Edits files in one server and compares it with another that opens each version anew, until the time is over.
import { writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { buildTests, root } from "../build.mjs";
import { ServerGone, ServerProcess } from "./serverProcess.mjs";

/** A request that takes more milliseconds of work is a finding. */
const slowest = 1000;
const program = path.join(root, "server/dist/server.js");

export async function loadTwins() {
  await import("../../server/build/build.mjs");
  const outdir = path.join(root, `out/fuzz-twins-${process.pid}`);
  const files = await buildTests(["test/fuzz/twins.ts", "test/fuzz/targets.ts", "test/fuzz/random.ts"], outdir);
  return Object.assign({}, ...(await Promise.all(files.map((file) => import(pathToFileURL(file).href)))));
}

async function newPair() {
  const start = () => new ServerProcess(program, { slowest }).start();
  const [edited, fresh] = await Promise.all([start(), start()]);
  return { edited, fresh, servers: [edited, fresh] };
}

/** Runs until `until`; `report` gets each finding, the totals are answered. */
export async function runTwins({ seed, until, report }) {
  const twins = await loadTwins();
  const { editFile, files, markup, Random, repeat, shortened } = twins;
  const random = new Random(seed);
  const totals = { files: 0, edits: 0, answers: 0, slowest: 0, memory: [] };
  let pair = await newPair();
  const sum = () => {
    for (const server of pair.servers) {
      totals.answers += server.answers;
      totals.slowest = Math.max(totals.slowest, server.slowestAnswer);
      server.answers = 0;
    }
  };
  while (Date.now() < until) {
    // A file of some segments, now and then of many.
    const longest = [6_000, 15_000, 40_000, 150_000][[0, 0, 0, 1, 1, 1, 1, 2, 2, 3][random.below(10)]];
    const seeds = longest > 20_000 ? [random.pick(files).repeat(1 + random.below(8))] : files;
    let history;
    const finds = [];
    try {
      await editFile({
        ...pair,
        seeds,
        words: markup,
        random,
        longest,
        edits: longest > 100_000 ? 3 : 12,
        found: (finding) => finds.push(finding),
        compared: (known) => {
          for (const server of pair.servers) server.history = history = known;
          totals.edits++;
        },
        stop: () => Date.now() > until,
      });
      for (const finding of finds) report(await shortened(pair, finding).catch(() => finding));
      for (const { method, params, history, took } of pair.servers.flatMap(({ slow }) => slow.splice(0))) {
        const question = { method, params };
        const least = Math.min(took, await workAgain(pair, history, question, repeat));
        if (least > slowest) report({ kind: "slow", method, words: `${least.toFixed(0)} ms`, history, question });
      }
      for (const server of pair.servers) {
        for (const words of server.logged.splice(0)) report({ kind: "fault", method: "log", words, history });
      }
    } catch (error) {
      if (!(error instanceof ServerGone)) throw error;
      const logged = pair.servers
        .flatMap((server) => server.logged)
        .join("\n")
        .slice(-2000);
      report({
        kind: "crash",
        method: "server",
        words: `${error.message}\n${logged}`,
        history,
        question: error.question,
      });
      sum();
      for (const server of pair.servers) server.stop();
      pair = await newPair();
    }
    totals.files++;
    sum();
    const memory = pair.servers.map((server) => server.memory() ?? 0);
    totals.memory.push(Math.max(...memory));
  }
  const grown = growth(totals.memory);
  if (grown) report({ kind: "memory", method: "server", words: grown });
  for (const server of pair.servers) server.stop();
  return totals;
}

/** Compiling and collecting garbage are not the fault of the question: the history is repeated. */
async function workAgain(pair, history, question, repeat) {
  await repeat(pair, history, question);
  const slow = pair.servers.flatMap((server) => server.slow.splice(0));
  return Math.max(0, ...slow.filter(({ method }) => method === question.method).map(({ took }) => took));
}

/** Compares the least that the servers needed in the second and the last quarter of a run that is long enough. */
function growth(memory) {
  if (memory.length < 200) return undefined;
  const quarter = memory.length >> 2;
  const least = (from) => Math.min(...memory.slice(from, from + quarter));
  const [before, after] = [least(quarter), least(memory.length - quarter)];
  return after > before * 1.25 + 40 ? `from ${before.toFixed(0)} to ${after.toFixed(0)} MB` : undefined;
}

/** Repeats a saved history, and prints what comes of it. */
export async function replayServers(file, { history, question }) {
  const { repeat, shortened } = await loadTwins();
  const pair = await newPair();
  let found;
  try {
    found = question && (await repeat(pair, history, question));
  } catch (error) {
    if (!(error instanceof ServerGone)) throw error;
    console.log(error.message);
    for (const server of pair.servers) server.stop();
    return 1;
  }
  for (const server of pair.servers) {
    for (const { method, took } of server.slow) console.log(`${method} took ${took.toFixed(0)} ms`);
    for (const words of server.logged) console.log(words);
  }
  if (found) {
    const short = await shortened(pair, found);
    writeFileSync(file, JSON.stringify({ ...short }, undefined, 1));
    console.log(`${found.kind} in ${found.method}\n${short.words}`);
  } else console.log("no difference");
  for (const server of pair.servers) server.stop();
  return found ? 1 : 0;
}
