import { readFileSync } from "node:fs";
import path from "node:path";
import { root, Site } from "./site.mjs";
import { runSql } from "./sql.mjs";
import { missing } from "./subset.mjs";

const profile = `<flat-profile>
<Profile_Rule>("$A" eq "gold")? https://prov.example.com/gold/$MA.xml | https://prov.example.com/$PSN.xml</Profile_Rule>
<Profile_Rule_B>https://prov.example.com/$MA.xml</Profile_Rule_B>
<Profile_Rule_C>($PRVST eq 0)? https://prov.example.com/first.xml</Profile_Rule_C>
<Upgrade_Rule>($SWVER lt 12-0-5MPP0102-328)? https://prov.example.com/sip88xx.12-0-5MPP0102-328.loads</Upgrade_Rule>
</flat-profile>
`;

/** Inputs that are too large to print are described: "2,000,000 devices, 4 rules". */
export function fleet(given, expect) {
  const count = Number(/([\d,]+) devices/.exec(given.generated)?.[1]?.replaceAll(",", "") ?? Number.NaN);
  if (!(count > 0)) throw new Error(`cannot generate: ${given.generated}`);
  if (given.format === "states") return states(count, expect);
  const parts = Number(/\d+\/(\d+)\s*$/.exec(given.generated)?.[1] ?? 0);
  if (parts > 0) return inParts(count, parts, expect);
  return given.sql ? manual(count, given.sql, expect) : large(count, expect);
}

/** Rows are made while they are read. */
function* rows(count, columns, row) {
  let text = `${columns}\n`;
  for (let i = 0; i < count; i++) {
    text += `${row(i)}\n`;
    if (text.length < 1 << 16) continue;
    yield text;
    text = "";
  }
  yield text;
}

const macOf = (i) => (0x00005e000000 + i).toString(16).padStart(12, "0");
const phone = (i) =>
  `${macOf(i)},${i % 2 ? "8841" : "8861"},sip88xx.12-0-${3 + (i % 3)}MPP0001-87,${i % 5 ? "" : "gold"}`;

async function large(count, expect) {
  const site = new Site({ "site.xml": profile });
  try {
    const run = await site.run(
      ["fleet", "site.xml", "--devices", "-"],
      rows(count, "mac,model,firmware,GPP_A", phone),
      {
        isCounted: true,
      },
    );
    const faults = run.code === 0 ? [] : [`exit ${run.code}: ${run.err.trim()}`];
    const lines = run.lines - 1;
    if (lines !== count) faults.push(`expected ${count} lines, found ${lines}`);
    const { secondsAtMost, megabytesAtMost, ...rest } = expect;
    // Other work on the machine does not count.
    const seconds = Math.min(run.seconds, run.processorSeconds ?? run.seconds);
    if (secondsAtMost !== undefined && seconds > secondsAtMost) faults.push(`takes ${seconds.toFixed(1)} s`);
    if (megabytesAtMost !== undefined && !(run.megabytes <= megabytesAtMost)) faults.push(`takes ${run.megabytes} MB`);
    return [...faults, ...missing(rest, { exit: run.code })];
  } finally {
    site.remove();
  }
}

/** Each device is in one part, and the lines of the parts are those of the whole: "10,000 devices, --shard 1/4 … 4/4". */
async function inParts(count, parts, { sumOfShards, overlap, ...expect }) {
  const site = new Site({
    "site.xml": profile,
    "phones.csv": [...rows(count, "mac,model,firmware,GPP_A", phone)].join(""),
  });
  try {
    const linesOf = async (args = []) => {
      const run = await site.run(["fleet", "site.xml", "--devices", "phones.csv", "--format", "jsonl", ...args]);
      return { code: run.code, lines: run.out.split("\n").filter((line) => line !== "") };
    };
    const whole = await linesOf();
    const seen = new Set();
    const faults = whole.lines.length === count ? [] : [`expected ${count} lines, found ${whole.lines.length}`];
    for (let part = 1; part <= parts; part++)
      for (const line of (await linesOf(["--shard", `${part}/${parts}`])).lines) {
        if (seen.has(line)) faults.push(`in two parts: ${line}`);
        seen.add(line);
      }
    for (const line of whole.lines) if (!seen.has(line)) faults.push(`in no part: ${line}`);
    if (seen.size !== whole.lines.length) faults.push(`${seen.size} lines in the parts, ${whole.lines.length} in all`);
    return [...faults.slice(0, 5), ...missing(expect, { exit: whole.code })];
  } finally {
    site.remove();
  }
}

async function states(count, expect) {
  const inventory = [
    ...rows(count, "mac,model,firmware,User_ID_1_", (i) => `${macOf(i)},8841,sip88xx.12-0-5MPP0102-328,${i}`),
  ];
  const site = new Site({
    "www/8841-3PCC.xml":
      "<flat-profile><Proxy_1_>sip.example.com</Proxy_1_><Resync_Periodic>3600</Resync_Periodic></flat-profile>",
    "phones.csv": inventory.join(""),
    "flat-profile.config.json": JSON.stringify({
      site: { urls: [{ prefix: "http://pbx/", folder: "www" }], dhcp: { 66: "http://pbx" }, inventory: "phones.csv" },
    }),
  });
  try {
    const run = await site.run(["resolve", "--format", "states", "--out", "site"]);
    const linesOf = (name) =>
      readFileSync(path.join(site.folder, "site", name), "utf8")
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line));
    const devices = linesOf("devices.jsonl");
    const known = new Set(linesOf("states.jsonl").map(({ state }) => state));
    const faults = devices.some(({ state }) => !known.has(state)) ? ["a device has a state that is not written"] : [];
    const sql = await runSql(path.join(root, "docs/states.sql"), site.folder);
    return [...faults, ...missing(expect, { states: known.size, devices: devices.length, exit: run.code, sql })];
  } finally {
    site.remove();
  }
}

async function manual(count, sql, expect) {
  const site = new Site({
    "site.xml": profile,
    "phones.csv": [...rows(count, "mac,model,firmware,GPP_A", phone)].join(""),
  });
  try {
    for (const part of [1, 2]) {
      const { out } = await site.run([
        "fleet",
        "site.xml",
        "--devices",
        "phones.csv",
        "--format",
        "jsonl",
        "--shard",
        `${part}/2`,
      ]);
      site.write(`fleet-${part}.jsonl`, out);
    }
    const results = await runSql(path.join(root, sql), site.folder);
    const asked = results.find(([first]) => first && "phones" in first) ?? [];
    const total = asked.reduce((sum, { phones }) => sum + Number(phones), 0);
    return [
      ...(total === count ? [] : [`expected ${count} phones in the parts, found ${total}`]),
      ...missing(expect, { runs: results.length > 0 }),
    ];
  } finally {
    site.remove();
  }
}
