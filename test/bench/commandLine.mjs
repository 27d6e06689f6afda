// The command line over a folder of many files.
import { spawn } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

/** Checks `count` files of some 300 parameters; seconds and the most memory in megabytes. */
export async function measureCommandLine(root, count, text) {
  const folder = path.join(root, "out/bench/files");
  rmSync(folder, { recursive: true, force: true });
  const head = text.split("\n").slice(0, 301).join("\n");
  for (let i = 0; i < count; i++) {
    const sub = path.join(folder, String(Math.floor(i / 500)));
    if (i % 500 === 0) mkdirSync(sub, { recursive: true });
    writeFileSync(path.join(sub, `${i}.xml`), `${head}\n  <GPP_A ua="na">${i}</GPP_A>\n</flat-profile>\n`);
  }
  const began = performance.now();
  const child = spawn(process.execPath, [path.join(root, "server/dist/cli.js"), "check", folder, "--format", "json"], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  let most = 0;
  const watch = setInterval(() => {
    try {
      const status = readFileSync(`/proc/${child.pid}/status`, "utf8");
      most = Math.max(most, Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024);
    } catch {
      // gone, or a system that does not tell
    }
  }, 50);
  await new Promise((resolve) => child.once("close", resolve));
  clearInterval(watch);
  const seconds = (performance.now() - began) / 1000;
  rmSync(folder, { recursive: true, force: true });
  return { files: count, seconds, memory: most || undefined };
}

/** The stored real files, if they are there, through the command line: files and seconds. */
export async function measureCorpus(root) {
  const folder = path.resolve(root, "../shared/corpus");
  try {
    readdirSync(folder);
  } catch {
    return undefined;
  }
  const began = performance.now();
  const child = spawn(process.execPath, [path.join(root, "server/dist/cli.js"), "check", folder, "--format", "json"], {
    stdio: "ignore",
  });
  await new Promise((resolve) => child.once("close", resolve));
  return { seconds: (performance.now() - began) / 1000 };
}
