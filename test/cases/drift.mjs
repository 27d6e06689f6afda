import { execFileSync } from "node:child_process";
import { Site } from "./site.mjs";
import { missing } from "./subset.mjs";

/** One dump, or several, against a file, a site, or the revisions of a file. */
export async function drift(given, expect) {
  const {
    device,
    devices,
    against,
    revisions = [],
    dump,
    dumps,
    delta,
    map,
    files = {},
    dhcp,
    rule,
    args = [],
  } = given;
  const { ignore = [], failOn, suggest, since, site: more = {} } = given;
  const site = new Site({
    ...files,
    ...((map || dhcp) && {
      "flat-profile.config.json": JSON.stringify({ site: { urls: map ?? [], ...(dhcp && { dhcp }), ...more } }),
    }),
    ...(device && { ".case/device.json": JSON.stringify({ devices: [device] }) }),
    ...(devices && { ".case/devices.csv": typeof devices === "string" ? devices : csvOf(devices) }),
    ...(dump !== undefined && { ".case/dump.xml": dump }),
    ...Object.fromEntries(entriesOf(dumps).map(([name, text]) => [`.case/dumps/${name}`, text])),
    ...(against !== undefined && { ".case/against.xml": against }),
  });
  try {
    const names = revise(site, revisions);
    const words = ["drift", dumps ? ".case/dumps" : ".case/dump.xml", ...args];
    if (device) words.push("--device", ".case/device.json");
    if (devices) words.push("--devices", ".case/devices.csv");
    if (against !== undefined) words.push("--against", ".case/against.xml");
    else if (revisions.some(({ file }) => file !== undefined)) words.push("--against", "profile.xml");
    if (revisions.length > 0) words.push("--since", since ?? revisions[0].rev);
    if (delta) words.push("--delta");
    if (rule) words.push("--rule", rule);
    for (const name of ignore) words.push("--ignore", name);
    if (failOn) words.push("--fail-on", failOn);
    if (suggest || expect.suggest) words.push("--suggest");
    const json = await site.run([...words, "--format", "json"]);
    const others = [];
    for (const format of ["text", "jsonl", "csv"]) others.push(await site.run([...words, "--format", format]));
    const { exit, neverPrinted = [], ...rest } = expect;
    const faults = [json, ...others].flatMap(({ out, err }) =>
      neverPrinted.flatMap((word) => (`${out}\n${err}`.includes(word) ? [`prints ${word}`] : [])),
    );
    if (exit !== undefined && json.code !== exit) faults.push(`exit: expected ${exit}, found ${json.code}`);
    for (const { code } of others)
      if (code !== json.code) faults.push(`exit differs by format: ${json.code} and ${code}`);
    if (json.out === "") return [...faults, `no answer: ${json.err.trim()}`];
    const reports = json.out
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    return [...faults, ...wrong(rest, reports, names)];
  } finally {
    site.remove();
  }
}

/** Commits each revision; the names of the commits by their hashes. */
function revise(site, revisions) {
  const names = new Map();
  if (revisions.length === 0) return names;
  const git = (...words) => execFileSync("git", words, { cwd: site.folder, encoding: "utf8" });
  git("init", "-q");
  for (const { rev, file, files = {} } of revisions) {
    if (file !== undefined) site.write("profile.xml", file);
    for (const [name, text] of Object.entries(files)) site.write(name, text);
    git("add", "-A", "--", ".", ":!.case");
    const who = ["-c", "user.name=case", "-c", "user.email=case@example.com", "-c", "commit.gpgsign=false"];
    git(...who, "commit", "-q", "--allow-empty", "-m", rev);
    git("tag", rev);
    names.set(git("rev-parse", "HEAD").trim(), rev);
  }
  return names;
}

function wrong({ parameters = {}, notListed = [], problems = [], devices, ...expect }, reports, names) {
  const faults = [];
  const rows = reports.flatMap((report) => report.parameters.map((row) => renamed(row, names)));
  for (const [name, wanted] of Object.entries(parameters)) {
    const found = rows.filter((row) => row.name === name);
    const reasons = found.map((row) => missing(wanted, row, name));
    if (!reasons.some((each) => each.length === 0)) faults.push(...(reasons[0] ?? [`${name}: not listed`]));
  }
  for (const name of notListed) if (rows.some((row) => row.name === name)) faults.push(`${name} is listed`);
  const codes = reports.flatMap((report) => report.problems.map(({ code }) => code));
  faults.push(...missing(problems, codes, "problems"));
  for (const [id, wanted] of Object.entries(devices ?? {})) {
    const report = reports.find((each) => each.device.id === id || each.dump.endsWith(`/${id}`));
    if (report) faults.push(...wrong(wanted, [report], names));
    else faults.push(`${id}: no such device`);
  }
  const counts = {};
  for (const { status } of rows) counts[status] = (counts[status] ?? 0) + 1;
  const suggest = reports.flatMap((report) => report.suggest ?? []);
  return [...faults, ...missing(expect, { ...reports[0], counts, suggest })];
}

function renamed(row, names) {
  const { revision } = row;
  const rev = [...names].find(
    ([hash, name]) => revision !== undefined && (hash.startsWith(revision) || name === revision),
  );
  return rev ? { ...row, revision: rev[1] } : row;
}

function entriesOf(dumps) {
  return Array.isArray(dumps) ? dumps.map((text, i) => [`${i + 1}.xml`, text]) : Object.entries(dumps ?? {});
}

function csvOf(devices) {
  const columns = [...new Set(devices.flatMap((device) => Object.keys(device)))];
  return [columns, ...devices.map((device) => columns.map((column) => device[column] ?? ""))]
    .map((row) => `${row.join(",")}\n`)
    .join("");
}
