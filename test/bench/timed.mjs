import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";

/** Clock ticks in a second, as Linux has them. */
const ticks = 100;

/** Runs the command line: seconds, seconds of the processor, and the most memory in megabytes. */
export async function timed(root, args, stdio = ["ignore", "ignore", "ignore"]) {
  const began = performance.now();
  const child = spawn(process.execPath, [path.join(root, "server/dist/cli.js"), ...args], {
    stdio,
    env: { ...process.env, BENCH_KEY: "orchard Lane 77" },
  });
  let memory;
  let processor;
  const look = () => {
    try {
      const status = readFileSync(`/proc/${child.pid}/status`, "utf8");
      memory = Math.max(memory ?? 0, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
      const fields = readFileSync(`/proc/${child.pid}/stat`, "utf8")
        .replace(/^.*\) /s, "")
        .split(" ");
      processor = (Number(fields[11]) + Number(fields[12])) / ticks;
    } catch {
      // gone, or a system that does not report
    }
  };
  const watch = setInterval(look, 20);
  await new Promise((resolve) => child.once("close", resolve));
  clearInterval(watch);
  return { seconds: (performance.now() - began) / 1000, processor, memory };
}
