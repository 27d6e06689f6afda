// What the verbs about phones take: npm run bench -- --deployment [--devices 100000] [--dumps 10000] [--only plan].
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { buildTests } from "../build.mjs";
import { writeDocuments } from "./documents.mjs";

const firmware = "sip88xx.12-0-3MPP0001-87";
const addressOf = (i) => (0x000e08000000 + i).toString(16).padStart(12, "0");
const profile = (lines) => `<flat-profile>\n${lines.join("\n")}\n</flat-profile>\n`;

/** Writes at the end what the process took. Worker threads count. */
const probe = `process.on("exit", () => {
  const { user, system } = process.cpuUsage();
  const memory = process.resourceUsage().maxRSS / 1024;
  require("node:fs").writeFileSync(process.env.BENCH_PROBE, JSON.stringify({ processor: (user + system) / 1e6, memory }));
});`;

/** Seconds of the clock and of the processor, and the most memory in megabytes. */
function timed(root, folder, args, input) {
  const script = path.join(root, "out/bench/probe.cjs");
  const result = path.join(root, "out/bench/probe.json");
  writeFileSync(script, probe);
  const began = performance.now();
  const child = spawn(process.execPath, ["--require", script, path.join(root, "server/dist/cli.js"), ...args], {
    cwd: folder,
    env: { ...process.env, BENCH_PROBE: result },
    stdio: [input ? "pipe" : "ignore", "ignore", "inherit"],
  });
  input?.(child.stdin);
  return new Promise((resolve) =>
    child.once("close", (code) => {
      const seconds = (performance.now() - began) / 1000;
      resolve({ code, seconds, ...JSON.parse(readFileSync(result, "utf8")) });
    }),
  );
}

async function median(times, run) {
  const all = [];
  for (let i = 0; i < times; i++) all.push(await run());
  return all.sort((a, b) => a.processor - b.processor)[times >> 1];
}

const config = JSON.stringify({
  site: { urls: [{ prefix: "http://pbx/", folder: "www" }], dhcp: { 66: "http://pbx" }, inventory: "phones.csv" },
});

/** Lines of settings that phones have. */
function settingsOf(root, count) {
  const { documents } = writeDocuments(root, [count]);
  return documents[`xml-${count}`].text
    .split("\n")
    .filter((line) => /^\s*<[A-Z]\w+ /.test(line) && !/Rule|Resync|Provision/.test(line));
}

class Folder {
  constructor(root, name) {
    this.path = path.join(root, "out/bench", name);
    rmSync(this.path, { recursive: true, force: true });
    mkdirSync(this.path, { recursive: true });
  }

  write(name, text) {
    const file = path.join(this.path, name);
    if (name.includes("/")) mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  remove() {
    rmSync(this.path, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** One phone and four files of `count` settings each. */
async function resolveOne(root, count) {
  const folder = new Folder(root, "resolve-one");
  const lines = settingsOf(root, 3000);
  folder.write("flat-profile.config.json", config);
  folder.write("phones.csv", `id,mac,model,firmware\nd1,${addressOf(1)},8841,${firmware}\n`);
  const rules = ["B", "C", "D"].map(
    (letter) => `<Profile_Rule_${letter}>http://pbx/${letter}.xml</Profile_Rule_${letter}>`,
  );
  folder.write("www/8841-3PCC.xml", profile([...rules, ...lines.slice(0, count - 3)]));
  for (const [i, letter] of ["B", "C", "D"].entries())
    folder.write(`www/${letter}.xml`, profile(lines.slice(i * 300, i * 300 + count)));
  const start = await median(9, () => timed(root, folder.path, ["resolve", "--help"]));
  const run = await median(9, () => timed(root, folder.path, ["resolve", "--device", "d1"]));
  const [built] = await buildTests(["test/bench/resolveOne.ts"], path.join(root, "out/bench-resolve"));
  const { resolveInProcess } = await import(pathToFileURL(built).href);
  process.chdir(folder.path);
  const [first, ...others] = await resolveInProcess("d1", 40);
  process.chdir(root);
  const later = others.slice(-20).sort((a, b) => a - b)[10];
  folder.remove();
  return {
    ...run,
    inProcess: { first, later },
    above: run.processor - start.processor,
    aboveSeconds: run.seconds - start.seconds,
  };
}

function listOf(count) {
  let list = "id,mac,model,firmware,serial\n";
  for (let i = 0; i < count; i++) list += `d${i},${addressOf(i)},8841,${firmware},FCH${i}\n`;
  return list;
}

/** Every phone of a list over three shared files. */
async function resolveList(root, count) {
  const folder = new Folder(root, "resolve-list");
  const lines = settingsOf(root, 3000);
  folder.write("flat-profile.config.json", config);
  folder.write("phones.csv", listOf(count));
  folder.write(
    "www/8841-3PCC.xml",
    profile([
      "<Profile_Rule_B>http://pbx/common.xml?mac=$MA</Profile_Rule_B>",
      '<Profile_Rule_C>("$SN" eq "x")? http://pbx/x.xml | http://pbx/site.xml</Profile_Rule_C>',
    ]),
  );
  folder.write("www/common.xml", profile(lines.slice(0, 400)));
  folder.write("www/site.xml", profile(lines.slice(300, 500)));
  const found = await timed(root, folder.path, ["resolve", "--devices", "phones.csv"]);
  folder.remove();
  return found;
}

/** Two folders with a shared file and a file of about 4 kB for each phone. */
async function plan(root, count) {
  const folder = new Folder(root, "plan");
  folder.write("phones.csv", listOf(count));
  for (const side of ["base", "shared", "own"]) {
    folder.write(`${side}/flat-profile.config.json`, config);
    const proxy = side === "shared" ? "sip2.example.com" : "sip.example.com";
    const rule = "<Profile_Rule_B>http://pbx/$MA.xml</Profile_Rule_B>";
    folder.write(`${side}/www/8841-3PCC.xml`, profile([rule, `<Proxy_1_>${proxy}</Proxy_1_>`]));
    for (let i = 0; i < count; i++) {
      const lines = [`<User_ID_1_>${i}</User_ID_1_>`];
      for (let line = 2; line <= 10; line++)
        for (const name of ["Extension", "Short_Name", "Extended_Function", "User_ID", "Display_Name"])
          lines.push(
            `<${name}_${line}_ ua="na">${name === "User_ID" ? `${i}${line}` : "Desk phone of the company"}</${name}_${line}_>`,
          );
      if (side === "own" && i === count >> 1) lines.push("<Proxy_2_>x</Proxy_2_>");
      folder.write(`${side}/www/${addressOf(i)}.xml`, profile(lines));
    }
  }
  const args = ["plan", "--devices", "phones.csv", "--base-site", "base", "--head-site"];
  const shared = await timed(root, folder.path, [...args, "shared"]);
  const own = await timed(root, folder.path, [...args, "own"]);
  const git = (...words) =>
    spawnSync("git", ["-c", "gc.auto=0", "-c", "user.name=bench", "-c", "user.email=bench@example.com", ...words], {
      cwd: `${folder.path}/base`,
    });
  git("init", "-q");
  git("add", "-A");
  git("commit", "-qm", "base");
  folder.write("base/www/8841-3PCC.xml", readFileSync(`${folder.path}/shared/www/8841-3PCC.xml`));
  const inGit = ["plan", "--devices", `${folder.path}/phones.csv`, "--base", "HEAD"];
  const sharedInGit = await timed(root, `${folder.path}/base`, inGit);
  git("checkout", "-q", ".");
  const file = `base/www/${addressOf(count >> 1)}.xml`;
  folder.write(file, readFileSync(`${folder.path}/own/www/${addressOf(count >> 1)}.xml`));
  const ownInGit = await timed(root, `${folder.path}/base`, inGit);
  folder.remove();
  return { shared, own, sharedInGit, ownInGit };
}

/** Dumps of `settings` settings each, against one file. */
async function drift(root, count, settings) {
  const folder = new Folder(root, "drift");
  const lines = settingsOf(root, 3000).slice(0, settings);
  folder.write("site.xml", profile(lines.slice(0, 400)));
  for (let i = 0; i < count; i++) {
    const mac = addressOf(i)
      .toUpperCase()
      .replace(/..(?=.)/g, "$&:");
    const head = [
      `<Product_Name ua="na">CP-8841-3PCC</Product_Name>`,
      `<MAC_Address ua="na">${mac}</MAC_Address>`,
      `<Software_Version ua="na">${firmware}</Software_Version>`,
    ];
    folder.write(`dumps/${addressOf(i)}.xml`, profile([...head, ...lines]));
  }
  const found = await timed(root, folder.path, ["drift", "dumps", "--against", "site.xml", "--format", "jsonl"]);
  folder.remove();
  return found;
}

/** Five rules for each device of a list that is made while it is read. */
async function fleet(root, count) {
  const folder = new Folder(root, "fleet");
  folder.write(
    "site.xml",
    profile([
      '<Profile_Rule>("$A" eq "2")? https://h/2/$MA.xml | ($SWVER lt 12-0-3MPP0001-87)? https://h/1/$MA.xml | https://h/$PSN.xml</Profile_Rule>',
      '<Profile_Rule_B>("$PRVTMR" ge 0)? [--uid $MA --pwd $SB] https://h/$(MAU:6).xml</Profile_Rule_B>',
      "<Profile_Rule_C>https://h/c/$SN.xml</Profile_Rule_C>",
      "<Report_Rule>https://h/report/$MA</Report_Rule>",
      "<Upgrade_Rule>($SWVER lt 12-0-3MPP0001-87)? https://h/sip68xx.12-0-3MPP0001-87.loads</Upgrade_Rule>",
    ]),
  );
  const loads = ["sip68xx.11-3-1MPP-697", "sip68xx.12-0-3MPP0001-87", "sip68xx.11-0-2MPP-98"];
  const found = await timed(
    root,
    folder.path,
    ["fleet", "site.xml", "--devices", "-", "--format", "jsonl"],
    async (input) => {
      let lines = "mac,model,firmware,serial,GPP_A\n";
      for (let i = 0; i < count; i++) {
        lines += `${addressOf(i)},6841,${loads[i % 3]},FCH${i},${i % 4}\n`;
        if (lines.length < 1 << 16) continue;
        if (!input.write(lines)) await new Promise((resolve) => input.once("drain", resolve));
        lines = "";
      }
      input.end(lines);
    },
  );
  folder.remove();
  return found;
}

const inSeconds = (value) => (value < 1 ? `${Math.round(value * 1000)} ms` : `${value.toFixed(1)} s`);

function line(title, { seconds, processor, memory, above, aboveSeconds, inProcess, code }, goal) {
  const start = above === undefined ? "" : `; above --help ${inSeconds(above)} (clock ${inSeconds(aboveSeconds)})`;
  const started = inProcess
    ? `; in a process that has started ${Math.round(inProcess.first)} ms the first time and ${Math.round(inProcess.later)} ms later`
    : "";
  return `${title}: ${inSeconds(processor)} of the processor, ${inSeconds(seconds)} of the clock, ${Math.round(memory)} MB${start}${started}. Goal: ${goal}.${code > 1 ? ` FAILED: ${code}` : ""}\n`;
}

/** Prints a line for each of the goals; `only` is a part of a name. */
export async function measureDeployment(root, { devices, dumps, rows, only = "" }) {
  const parts = [
    [
      "resolve-one",
      async () => [
        line("resolve, 1 phone, 4 files of 1,000 settings", await resolveOne(root, 1000), "50 ms after start"),
      ],
    ],
    [
      "resolve-list",
      async () => [
        line(`resolve, ${devices} phones, shared files`, await resolveList(root, devices), "10 s for 100,000"),
      ],
    ],
    [
      "plan",
      async () => {
        const { shared, own, sharedInGit, ownInGit } = await plan(root, devices);
        return [
          line(`plan, ${devices} phones, shared file changed`, shared, "20 s, 600 MB for 100,000"),
          line(`plan, ${devices} phones, one phone's file changed`, own, "8 s for 100,000"),
          line(`plan, ${devices} phones, shared file changed, in git`, sharedInGit, "20 s, 600 MB for 100,000"),
          line(`plan, ${devices} phones, one phone's file changed, in git`, ownInGit, "8 s for 100,000"),
        ];
      },
    ],
    [
      "drift",
      async () => [line(`drift, ${dumps} dumps of 1,000 settings`, await drift(root, dumps, 1000), "60 s for 10,000")],
    ],
    ["fleet", async () => [line(`fleet, ${rows} rows`, await fleet(root, rows), "30 s, 250 MB for 2,000,000")]],
  ];
  for (const [name, run] of parts) if (name.includes(only)) for (const text of await run()) process.stdout.write(text);
}
