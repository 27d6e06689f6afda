// The command line over folders of thousands of files, beside xmllint over the same files.
import { spawnSync } from "node:child_process";
import { readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { writeFleetFiles } from "./fleetFiles.mjs";
import { timed } from "./timed.mjs";

/** One table: what is run, its seconds, processor time, memory, and the ratio to xmllint. */
export async function measureManyFiles(root, { large: files, small }) {
  const folder = path.join(root, "out/bench/many");
  const rows = [];
  const measure = async (name, made, runs) => {
    const base = await xmllint(folder);
    for (const [what, args] of runs) {
      const { seconds, processor, memory } = await timed(root, args);
      rows.push({ name: `${name}: ${what}`, seconds, processor, memory, ratio: base && seconds / base });
    }
    rows.push({ name: `${name}: xmllint --noout`, seconds: base });
    return made;
  };
  const check = ["check", folder, "--format", "json"];
  const big = await measure(
    `${files} files`,
    writeFleetFiles(root, folder, { count: files, bytes: (115e6 * files) / 3000 }),
    [
      ["check", check],
      ["check again", check],
      ["check with one thread", [...check, "--threads", "1"]],
      ["format --check", ["format", "--check", folder]],
    ],
  );
  await measure(
    `${files} files that differ everywhere`,
    writeFleetFiles(root, folder, { count: files, bytes: (115e6 * files) / 3000, scattered: true }),
    [["check", check]],
  );
  await measure(`${small} small files`, writeFleetFiles(root, folder, { count: small, bytes: small * 1500 }), [
    ["check", check],
    ["check with one thread", [...check, "--threads", "1"]],
  ]);
  rmSync(folder, { recursive: true, force: true });
  return { made: big, rows };
}

/** Seconds of xmllint over the files; undefined where it is not installed. */
async function xmllint(folder) {
  const names = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".xml"));
  const began = performance.now();
  for (let at = 0; at < names.length; at += 1000) {
    const { error } = spawnSync("xmllint", ["--noout", ...names.slice(at, at + 1000)], {
      cwd: folder,
      stdio: "ignore",
    });
    if (error) return undefined;
  }
  return (performance.now() - began) / 1000;
}

export function manyFilesTable({ made, rows }) {
  const { files, bytes, settings } = made;
  const number = (value, digits) => (value === undefined ? "–" : value.toFixed(digits));
  return [
    `${files} files, ${(bytes / 1e6).toFixed(0)} MB, ${(settings / 1e6).toFixed(2)} million settings`,
    "",
    "| | seconds | of the processor | MB | × xmllint |",
    "|---|---|---|---|---|",
    ...rows.map(
      ({ name, seconds, processor, memory, ratio }) =>
        `| ${name} | ${seconds === undefined ? "not installed" : number(seconds, 1)} | ${number(processor, 1)} | ${number(memory, 0)} | ${number(ratio, 1)} |`,
    ),
  ];
}
