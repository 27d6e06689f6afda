import { execFileSync } from "node:child_process";
import { Site } from "./site.mjs";
import { missing } from "./subset.mjs";

const formats = ["text", "markdown", "json", "jsonl", "csv", "github"];
const identity = ["-c", "user.name=case", "-c", "user.email=case@example.com", "-c", "commit.gpgsign=false"];

/** The old and the new files of a case, as two folders or in a repository. */
export async function plan(given, expect) {
  if (given.generated) return generated(given, expect);
  const { base = {}, head = {}, headIs = "", ignore, states, args = [], by, failOn, start, limit, shard } = given;
  const list = given.devices ?? "";
  const site = new Site({ "devices.csv": list });
  const words = ["--devices", "devices.csv"];
  try {
    const config = JSON.stringify({ site: configOf(given) });
    if (headIs === "") {
      for (const [folder, files] of [
        ["base", base],
        ["head", head],
      ]) {
        site.write(`${folder}/flat-profile.config.json`, config);
        for (const [name, content] of Object.entries(files)) site.write(`${folder}/${name}`, content);
      }
      words.push("--base-site", "base", "--head-site", "head");
    } else {
      site.write("flat-profile.config.json", config);
      words.push("--base", "base", ...repository(site, base, head, headIs, ignore));
    }
    for (const [name, content] of Object.entries(states ?? {}))
      site.write(`.case/states/${name}`, typeof content === "string" ? content : JSON.stringify(content));
    if (states) words.push("--start", ".case/states");
    else if (typeof start === "string") words.push("--start", start);
    for (const column of [by ?? []].flat()) words.push("--by", column);
    for (const kind of [failOn ?? []].flat()) words.push("--fail-on", kind);
    if (limit !== undefined) words.push("--limit", String(limit));
    if (shard !== undefined) words.push("--shard", shard);
    words.push(...args);
    const runs = new Map();
    for (const format of formats) runs.set(format, await site.run(["plan", ...words, "--format", format]));
    const { exit, neverPrinted = [], ...rest } = expect;
    const faults = [];
    for (const [format, { code, out, err }] of runs) {
      for (const word of neverPrinted) if (`${out}\n${err}`.includes(word)) faults.push(`${format} prints ${word}`);
      if (exit !== undefined && code !== exit) faults.push(`${format}: exit: expected ${exit}, found ${code}`);
    }
    const json = runs.get("json");
    if (json.out === "") return [...faults, `no answer: ${json.err.trim()}`];
    const devices = runs
      .get("jsonl")
      .out.split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line));
    const texts = Object.fromEntries([...runs].map(([format, { out }]) => [format, out]));
    const { contains = {}, ...more } = rest;
    for (const [format, parts] of Object.entries(contains))
      for (const part of [parts].flat()) if (!texts[format]?.includes(part)) faults.push(`${format}: no ${part}`);
    return [...faults, ...missing(more, viewOf(JSON.parse(json.out), devices))];
  } finally {
    site.remove();
  }
}

/** The answer under the names that expectations use. */
function viewOf(report, devices) {
  return {
    ...report,
    perDevice: devices,
    kinds: Object.fromEntries(devices.map(({ id, kinds }) => [id, kinds])),
    changes: devices.flatMap(({ changes }) => changes),
  };
}

function configOf({ site: { map = [], urls = [], ...more } = {}, map: entries = [], dhcp, pin }) {
  return { urls: [...entries, ...map, ...urls], ...(dhcp && { dhcp }), ...(pin && { pin }), ...more };
}

/** Commits the old files, and the new ones unless they are only in the working tree. */
function repository(site, base, head, headIs, ignore) {
  const git = (...words) =>
    execFileSync("git", [...identity, ...words], { cwd: site.folder, stdio: ["ignore", "ignore", "pipe"] });
  const put = (files) => {
    for (const [name, content] of Object.entries(files)) site.write(name, content);
  };
  git("init", "-q", "-b", "main");
  if (ignore !== undefined || /ignored/.test(headIs)) {
    const added = Object.keys(head).filter((name) => !Object.hasOwn(base, name));
    site.write(".gitignore", ignore ?? `${added.map((name) => `/${name}`).join("\n")}\n`);
  }
  put(base);
  git("add", "-A");
  git("commit", "-q", "--allow-empty", "-m", "base");
  git("tag", "base");
  const gone = Object.keys(base).filter((name) => !Object.hasOwn(head, name));
  if (gone.length > 0) git("rm", "-q", "--", ...gone);
  put(head);
  if (!/revision|commit|branch/.test(headIs)) return ["--head", "worktree"];
  git("add", "-A");
  git("commit", "-q", "--allow-empty", "-m", "head");
  return ["--head", "HEAD"];
}

const macOf = (i) => (0x00005e000000 + i).toString(16).padStart(12, "0");
const profile = (settings) => `<flat-profile>${settings}</flat-profile>`;

/** "10,000 phones, shared change, --shard 1/4 … 4/4" */
async function generated({ generated: words, site: given }, expect) {
  const count = Number(/([\d,]+) (?:phones|devices)/.exec(words)?.[1]?.replaceAll(",", "") ?? Number.NaN);
  if (!(count > 0)) throw new Error(`cannot generate: ${words}`);
  const parts = Number(/\d+\/(\d+)\s*$/.exec(words)?.[1] ?? 0);
  const isShared = !/one (?:phone|device)/.test(words);
  const site = new Site();
  try {
    const config = JSON.stringify({ site: configOf({ site: given }) });
    for (const side of ["base", "head"]) {
      site.write(`${side}/flat-profile.config.json`, config);
      const proxy = side === "head" && isShared ? "sip2.example.com" : "sip.example.com";
      const rule = "<Profile_Rule_B>http://pbx/$MA.xml</Profile_Rule_B>";
      site.write(`${side}/www/8841-3PCC.xml`, profile(`${rule}<Proxy_1_>${proxy}</Proxy_1_>`));
    }
    const own = (i, side) => {
      const lines = Array.from(
        { length: 60 },
        (_, n) => `<GPP_${"ABCDEFGH"[n % 8]}>${i}-${n}</GPP_${"ABCDEFGH"[n % 8]}>`,
      );
      const more = !isShared && side === "head" && i === 0 ? "<Proxy_2_>x</Proxy_2_>" : "";
      return profile(`<User_ID_1_>${i}</User_ID_1_>${lines.join("\n")}${more}`);
    };
    let list = "id,mac,model,firmware\n";
    for (let i = 0; i < count; i++) {
      for (const side of ["base", "head"]) site.write(`${side}/www/${macOf(i)}.xml`, own(i, side));
      list += `d${i},${macOf(i)},8841,sip88xx.12-0-3MPP0001-87\n`;
    }
    site.write("devices.csv", list);
    const args = ["plan", "--devices", "devices.csv", "--base-site", "base", "--head-site", "head"];
    const { secondsAtMost, megabytesAtMost, sumOfShards, overlap, exit, ...rest } = expect;
    const run = await site.run([...args, "--format", "json"]);
    const report = JSON.parse(run.out);
    const faults = missing(rest, report);
    if (exit !== undefined && run.code !== exit) faults.push(`exit: expected ${exit}, found ${run.code}`);
    const timed =
      secondsAtMost === undefined ? run : await site.run([...args, "--format", "jsonl"], "", { isCounted: true });
    const seconds = Math.min(timed.seconds, timed.processorSeconds ?? timed.seconds);
    if (secondsAtMost !== undefined && seconds > secondsAtMost) faults.push(`takes ${seconds.toFixed(1)} s`);
    if (megabytesAtMost !== undefined && !(timed.megabytes <= megabytesAtMost))
      faults.push(`takes ${timed.megabytes} MB`);
    if (parts > 0) faults.push(...(await shards(site, args, parts, report)));
    return faults;
  } finally {
    site.remove();
  }
}

/** Each device is in one part, and the totals of the parts add up. */
async function shards(site, args, parts, whole) {
  const seen = new Set();
  const sums = {};
  const faults = [];
  for (let part = 1; part <= parts; part++) {
    const { out } = await site.run([...args, "--format", "jsonl", "--shard", `${part}/${parts}`]);
    for (const line of out.split("\n")) {
      if (line === "") continue;
      const { id, kinds } = JSON.parse(line);
      if (seen.has(id)) faults.push(`${id} is in two parts`);
      seen.add(id);
      for (const kind of kinds) sums[kind] = (sums[kind] ?? 0) + 1;
    }
  }
  for (const [kind, count] of Object.entries(whole.totals))
    if ((sums[kind] ?? 0) !== count) faults.push(`${kind}: ${sums[kind] ?? 0} in the parts, ${count} in all`);
  if (seen.size !== whole.devices) faults.push(`${seen.size} devices in the parts, ${whole.devices} in all`);
  return faults;
}
