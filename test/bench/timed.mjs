import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";

/** Runs the command line: seconds, seconds of the processor, and the most memory in megabytes. */
export function timed(root, args) {
  return timedProgram(process.execPath, [path.join(root, "server/dist/cli.js"), ...args]);
}

/** Prints at the end what the processor did for a program and all its threads. */
const script = 'TIMEFORMAT="bench %U %S"; time "$@" 2>/dev/null';

/** The same of any program. Processor and memory are unknown where there is no bash or no /proc. */
export async function timedProgram(program, args) {
  const began = performance.now();
  const child = spawn("bash", ["-c", script, "bash", program, ...args], {
    stdio: ["ignore", "ignore", "pipe"],
    env: { ...process.env, BENCH_KEY: "orchard Lane 77" },
  });
  let words = "";
  child.stderr.setEncoding("utf8").on("data", (text) => {
    words += text;
  });
  let memory;
  const look = () => {
    try {
      // The only child of the shell.
      const [pid] = readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, "utf8").split(" ");
      const status = readFileSync(`/proc/${pid || child.pid}/status`, "utf8");
      memory = Math.max(memory ?? 0, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
    } catch {
      // gone, or a system that does not report
    }
  };
  const watch = setInterval(look, 20);
  const code = await new Promise((resolve) => {
    child.once("error", () => resolve(undefined));
    child.once("close", resolve);
  });
  clearInterval(watch);
  const [, user, system] = /bench ([\d.]+) ([\d.]+)/.exec(words) ?? [];
  const processor = user === undefined ? undefined : Number(user) + Number(system);
  return { code, seconds: (performance.now() - began) / 1000, processor, memory };
}

/** The run in the middle, by its seconds. */
export function median(runs) {
  return [...runs].sort((a, b) => a.seconds - b.seconds)[runs.length >> 1];
}
