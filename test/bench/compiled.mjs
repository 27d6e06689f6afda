// The server as an extension has it from its second start on: with the code that an earlier process compiled and wrote.
import { readdirSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { Session } from "./session.mjs";

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
/** Milliseconds in which a process that does nothing writes what it compiled. */
const maxWaitMs = 6_000;

/** The server with a folder of compiled code of its own, in which each of `files` was opened and edited before. */
export async function withCompiledCode(root, server, files) {
  const folder = path.join(root, "out/bench/compiled");
  rmSync(folder, { recursive: true, force: true });
  const own = { ...server, env: { NODE_COMPILE_CACHE: folder } };
  for (const file of files) await useOnce(own, file, folder);
  return own;
}

async function useOnce(server, { languageId, uri, text, wrong }, folder) {
  const before = stateOf(folder);
  const session = await Session.start({ ...server, languageId, initializationOptions: { languages: [languageId] } });
  await session.untilDiagnostics(
    () => session.open({ uri, text }),
    () => true,
  );
  const start = { line: 0, character: 0 };
  await session.untilDiagnostics(
    () => session.change({ start, end: start }, wrong),
    (items) => items.length > 0,
  );
  for (let waited = 0; waited < maxWaitMs && stateOf(folder) === before; waited += 100) await pause(100);
  await session.stop();
}

/** Changes when anything was written. */
function stateOf(folder) {
  try {
    const names = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".compiled"));
    return names.map((name) => `${name} ${statSync(path.join(folder, name)).mtimeMs}`).join();
  } catch {
    return ""; // no folder yet
  }
}
