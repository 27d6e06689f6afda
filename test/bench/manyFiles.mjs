// The command line over thousands of files and long lists, beside xmllint over the same files, and over a large file
// beside openssl.
import { readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { measureFleet, measureFolder } from "./commandLine.mjs";
import { measureEncryption } from "./encryption.mjs";
import { writeFleetFiles } from "./fleetFiles.mjs";
import { timed, timedProgram } from "./timed.mjs";

const oneThread = ["--threads", "1"];
const twoThreads = ["--threads", "2"];

/** Rows of one table: what is run, what it takes, and what is aimed at. */
export async function measureManyFiles(root, { large, small, devices, keyed, megabytes }, say) {
  const folder = path.join(root, "out/bench/many");
  const rows = [];
  const add = (name, run, aims = {}) => {
    say(`${name}: ${run.seconds.toFixed(1)} s`);
    rows.push({ name, ...run, aims });
  };
  const bytes = (115e6 * large) / 3000;
  const make = (options) => writeFleetFiles(root, folder, { bytes, count: large, ...options });
  const run = (verb, options) => timed(root, [...verb, folder, ...options]);
  const check = ["check", "--format", "json"];

  const made = make({});
  let base = await xmllint(folder);
  const beside = (run) => ({ ...run, ...(base && { ratio: run.seconds / base.seconds }) });
  if (base) add("xmllint --noout", base);
  add("check, one thread", beside(await run(check, oneThread)), { seconds: 4, memory: 300 });
  add("check, two threads", beside(await run(check, twoThreads)), { seconds: 2.5, memory: 300, ratio: 3 });
  add("check, a second time", beside(await run(check, [])), { seconds: 2.5 });
  add("format --check, one thread", beside(await run(["format", "--check"], oneThread)));
  add("format --check, two threads", beside(await run(["format", "--check"], twoThreads)));
  add("format, one thread", beside(await run(["format"], oneThread)));
  make({});
  add("format, two threads", beside(await run(["format"], twoThreads)));

  make({ scattered: true });
  base = await xmllint(folder);
  if (base) add("files that differ everywhere: xmllint --noout", base);
  add("the same: check, one thread", beside(await run(check, oneThread)));
  add("the same: check, two threads", beside(await run(check, twoThreads)));

  make({ count: small, bytes: small * 1500 });
  base = await xmllint(folder);
  if (base) add(`${counted(small)} small files: xmllint --noout`, base);
  add("the same: check, one thread", beside(await run(check, oneThread)), { seconds: 3 });
  add("the same: check, two threads", beside(await run(check, twoThreads)), { seconds: 3 });
  add("the same: format --check, one thread", beside(await run(["format", "--check"], oneThread)));
  add("the same: format --check, two threads", beside(await run(["format", "--check"], twoThreads)));
  rmSync(folder, { recursive: true, force: true });

  const fleet = await measureFleet(root, devices, [oneThread, twoThreads]);
  for (const [i, threads] of ["one thread", "two threads"].entries())
    add(`fleet, ${counted(devices)} devices, ${threads}`, fleet.runs[i]);
  const keys = await measureFolder(root, keyed, [oneThread, twoThreads]);
  for (const [i, threads] of ["one thread", "two threads"].entries())
    add(`encrypt, ${counted(keyed)} files with a key each, ${threads}`, keys.runs[i]);
  add("the same, when all are done", keys.done);
  const encryption = await measureEncryption(root, megabytes);
  return { made, rows, encryption };
}

const counted = (count) => count.toLocaleString("en");

/** xmllint over the files; undefined where it is not installed. */
async function xmllint(folder) {
  const names = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".xml"));
  const list = path.join(folder, "names");
  writeFileSync(list, names.map((name) => `${path.join(folder, name)}\n`).join(""));
  const { code, seconds, processor } = await timedProgram("xargs", ["-a", list, "xmllint", "--noout"]);
  rmSync(list);
  return code === 127 ? undefined : { seconds, processor };
}

const number = (value, digits = 1) => (value === undefined ? "–" : value.toFixed(digits));

/** What a row reaches of its aims. */
function metOf({ aims, ...row }) {
  const words = { seconds: "s", memory: "MB", ratio: "× xmllint" };
  return Object.entries(aims)
    .map(([what, limit]) => {
      const met = row[what] === undefined ? "not measured" : row[what] <= limit ? "met" : "**missed**";
      return `≤ ${limit} ${words[what]}: ${met}`;
    })
    .join("; ");
}

export function manyFilesTable({ made, rows, encryption }) {
  const { files, bytes, settings } = made;
  return [
    `${counted(files)} files, ${(bytes / 1e6).toFixed(0)} MB, ${(settings / 1e6).toFixed(2)} million settings, made of real files with what differs from device to device.`,
    "",
    "| | seconds | of the processor | MB | × xmllint | aim |",
    "| --- | --- | --- | --- | --- | --- |",
    ...rows.map(
      (row) =>
        `| ${row.name} | ${number(row.seconds, 2)} | ${number(row.processor, 2)} | ${number(row.memory, 0)} | ${number(row.ratio)} | ${metOf(row)} |`,
    ),
    "",
    ...encryptionTable(encryption),
  ];
}

/** Ours beside openssl, by the clock and by the processor. */
function encryptionTable({ megabytes, start, encrypt, decrypt, openssl, opensslProved, opensslBack }) {
  const part = (ours, theirs, what) => (ours?.[what] && theirs?.[what] ? number(theirs[what] / ours[what], 2) : "–");
  const row = (name, ours, theirs, isAim) => {
    const reached = ours && theirs ? theirs.seconds / ours.seconds : undefined;
    const met = !isAim
      ? ""
      : `≥ 0.7: ${reached === undefined ? "not measured" : reached >= 0.7 ? "met" : "**missed**"}`;
    const cells = [ours, theirs].flatMap((run) => [number(run?.seconds, 2), number(run?.processor, 2)]);
    return `| ${name} | ${cells.join(" | ")} | ${part(ours, theirs, "seconds")} | ${part(ours, theirs, "processor")} | ${met} |`;
  };
  return [
    `A file of ${megabytes} MB with aes-256-cbc beside the program openssl, each result flushed: the run in the middle of five, in turn.`,
    `Of ours, ${number(start?.seconds, 2)} s (${number(start?.processor, 2)} of the processor) are the start of the process; at most ${number(Math.max(encrypt.memory ?? 0, decrypt.memory ?? 0), 0)} MB.`,
    "",
    "| | seconds | of the processor | openssl | of the processor | its speed | by the processor | aim |",
    "| --- | --- | --- | --- | --- | --- | --- | --- |",
    row("encrypt, proved; openssl proves too (`openssl -d`, `cmp`)", encrypt, opensslProved, false),
    row("encrypt, proved; openssl does not", encrypt, openssl, true),
    row("decrypt", decrypt, opensslBack, true),
  ];
}
