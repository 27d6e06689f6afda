// docs/performance.md: tables of one run, with the run before it in brackets.

import { aimTable } from "./aims.mjs";
import { manyFilesTable } from "./manyFiles.mjs";
import { scriptRows } from "./scripts.mjs";

const rows = [
  ["open to diagnostics", "open"],
  ["keystroke to diagnostics", "keystroke"],
  ["burst of ten keystrokes, last to diagnostics", "burst"],
  ["completion", "completion"],
  ["hover", "hover"],
  ["document symbols", "symbols"],
  ["folding", "folding"],
  ["semantic tokens", "tokens"],
  ["inlay hints, 60 lines", "hints"],
  ["code lenses", "lenses"],
  ["memory with the file open, MB", "memory"],
];

function number(value) {
  if (value === undefined) return "–";
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

function cell(value) {
  if (value === undefined) return "–";
  return typeof value === "number" ? number(value) : `${number(value.p50)} / ${number(value.p95)}`;
}

const middle = (value) => (typeof value === "object" ? value.p50 : value);

export function report(run, previous) {
  const [own, ...others] = run.results;
  const before = previous?.results?.[0];
  const lines = [
    "# Performance",
    "",
    `Written by \`npm run bench\` on ${run.date}: ${run.machine}, Node ${run.node}. Milliseconds, median / 95th percentile, seen by a`,
    "client over a pipe, with the client's own work; in brackets the run before.",
    "",
    `Start to initialize: ${cell(own.start)}${before ? ` (${cell(before.start)})` : ""}; memory then ${number(own.memoryIdle)} MB.`,
    "",
    `| | ${run.sizes.map((size) => `${size.toLocaleString("en")} elements`).join(" | ")} |`,
    `| --- | ${run.sizes.map(() => "--- |").join(" ")}`,
  ];
  for (const [title, key] of rows)
    lines.push(
      `| ${title} | ${run.sizes
        .map((size) => {
          const old = before?.documents?.[size]?.[key];
          return `${cell(own.documents[size][key])}${old === undefined ? "" : ` (${cell(old)})`}`;
        })
        .join(" | ")} |`,
    );
  if (others.some(({ isFloor }) => isFloor))
    lines.push(
      "",
      "## What is aimed at",
      "",
      "The floor is a server that keeps the text and runs one regular expression over it (`test/bench/floor.mjs`), on the same",
      "documents, in the same run. Ratios compare medians: to the floor, ours through its; to ours, theirs through ours.",
      "",
      ...aimTable(run.results),
      "",
      "## The command line and the core",
    );
  const { commandLine, corpus, fleet, folder } = run;
  lines.push(
    "",
    `Command line: ${commandLine.files.toLocaleString("en")} files of 300 parameters in ${number(commandLine.seconds)} s, at most ${number(commandLine.memory)} MB.${corpus ? ` All real files that we have in ${number(corpus.seconds)} s.` : ""}`,
    "",
    `Fleet: ${fleet.devices.toLocaleString("en")} devices and five rules in ${number(fleet.seconds)} s, at most ${number(fleet.memory)} MB. ${folder.files.toLocaleString("en")} small profiles with a key each: ${number(folder.seconds)} s, ${number(folder.files / folder.seconds)} files a second; a second run that finds them done ${number(folder.again)} s.`,
    "",
    "| core | microseconds |",
    "| --- | --- |",
    ...Object.entries(run.core).map(([name, value]) => `| ${name} | ${number(value)} |`),
  );
  if (run.scripts) lines.push("", ...scriptTable(run.scripts));
  if (run.many) lines.push("", "## Thousands of files", "", ...manySection(run.many));
  for (const other of others.filter(({ isFloor }) => !isFloor)) {
    lines.push(
      "",
      `## Beside ${other.name}`,
      "",
      "The same parameters in its format, in the same run; the ratio says how many times longer it takes.",
      "",
      `| | ${run.sizes.map((size) => `${size.toLocaleString("en")} elements | ratio`).join(" | ")} |`,
      `| --- | ${run.sizes.map(() => "--- | --- |").join(" ")}`,
      `| start to initialize | ${run.sizes.map(() => `${cell(other.start)} | ${ratio(other.start, own.start)}`).join(" | ")} |`,
    );
    for (const [title, key] of rows)
      if (run.sizes.some((size) => other.documents[size][key] !== undefined))
        lines.push(
          `| ${title} | ${run.sizes
            .map(
              (size) =>
                `${cell(other.documents[size][key])} | ${ratio(other.documents[size][key], own.documents[size][key])}`,
            )
            .join(" | ")} |`,
        );
  }
  return `${lines.join("\n")}\n`;
}

function manySection({ date, machine, node, ...many }) {
  return [
    `Written by \`npm run bench -- --many\` on ${date}: ${machine}, Node ${node}. Folders, a long list and a large file, with one and two threads.`,
    "",
    ...manyFilesTable(many),
  ];
}

/** Large files of lines. */
export function scriptTable(scripts) {
  const title = ({ languageId, bytes, lines, models, settings }) =>
    `\`${languageId}\`, ${(bytes / 1000).toFixed(0)} kB, ${lines.toLocaleString("en")} lines` +
    (models === undefined ? "" : `, ${models} models, ${settings} settings`);
  return [
    `| Files of lines | ${scripts.map(title).join(" | ")} |`,
    `| --- | ${scripts.map(() => "--- |").join(" ")}`,
    ...scriptRows.map(([name, key]) => `| ${name} | ${scripts.map((each) => cell(each[key])).join(" | ")} |`),
  ];
}

function ratio(other, own) {
  const [a, b] = [middle(other), middle(own)];
  return a === undefined || b === undefined ? "–" : `${number(a / b)}×`;
}
