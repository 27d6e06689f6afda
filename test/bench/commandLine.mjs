// The command line over a folder of many files.
import { spawn } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { timed } from "./timed.mjs";

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
      most = Math.max(most, Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
    } catch {
      // gone, or a system that does not report
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

/** Five rules for `count` devices of a list, with each of `options`. */
export async function measureFleet(root, count, options = [[]]) {
  const folder = path.join(root, "out/bench");
  mkdirSync(folder, { recursive: true });
  const profile = path.join(folder, "fleet.xml");
  writeFileSync(
    profile,
    `<flat-profile><GPP_B>x</GPP_B>
<Profile_Rule>("$A" eq "2")? https://h/2/$MA.xml | ($SWVER lt 12-0-3MPP0001-87)? https://h/1/$MA.xml | https://h/$PSN.xml</Profile_Rule>
<Profile_Rule_B>("$B" eq "x" and $PRVTMR ge 0)? [--uid $MA --pwd $SB] https://h/$(MAU:6).xml</Profile_Rule_B>
<Profile_Rule_C>https://h/c/$SN.xml</Profile_Rule_C>
<Report_Rule>https://h/report/$MA</Report_Rule>
<Upgrade_Rule>($SWVER lt 12-0-3MPP0001-87)? https://h/sip68xx.12-0-3MPP0001-87.loads</Upgrade_Rule></flat-profile>\n`,
  );
  const loads = ["sip68xx.11-3-1MPP-697", "sip68xx.12-0-3MPP0001-87", "sip68xx.11-0-2MPP-98"];
  const lines = ["mac,model,firmware,serial,GPP_A"];
  for (let i = 0; i < count; i++)
    lines.push(`${(0x000e08000000 + i).toString(16).padStart(12, "0")},6841,${loads[i % 3]},FCH${i},${i % 4}`);
  const inventory = path.join(folder, "fleet.csv");
  writeFileSync(inventory, `${lines.join("\n")}\n`);
  const runs = [];
  for (const words of options) runs.push(await timed(root, ["fleet", profile, "--devices", inventory, ...words]));
  for (const name of [profile, inventory]) rmSync(name, { force: true });
  return { devices: count, ...runs[0], runs };
}

/** `count` small profiles, each with the key of its device: the first run with each of `options`, and one that finds all done. */
export async function measureFolder(root, count, options = [[]]) {
  const folder = path.join(root, "out/bench/devices");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(path.join(folder, "plain"), { recursive: true });
  const lines = ["mac,key"];
  const rows = Array.from(
    { length: 60 },
    (_, i) => `  <GPP_${"ABCDEF"[i % 6]} ua="na">value ${i}</GPP_${"ABCDEF"[i % 6]}>`,
  );
  for (let i = 0; i < count; i++) {
    const address = (0x000e08000000 + i).toString(16).padStart(12, "0");
    writeFileSync(
      path.join(folder, "plain", `spa${address}.xml`),
      `<flat-profile>\n${rows.join("\n")}\n<!-- ${i} -->\n</flat-profile>\n`,
    );
    lines.push(`${address},key of the device ${i}`);
  }
  writeFileSync(path.join(folder, "keys.csv"), lines.join("\n"));
  const args = ["encrypt", `${folder}/plain`, "--keys", `${folder}/keys.csv`, "-o", `${folder}/encrypted`];
  const runs = [];
  for (const words of options) {
    rmSync(`${folder}/encrypted`, { recursive: true, force: true });
    runs.push(await timed(root, [...args, ...words]));
  }
  const done = await timed(root, args);
  rmSync(folder, { recursive: true, force: true });
  return { files: count, seconds: runs[0].seconds, again: done.seconds, runs, done };
}
