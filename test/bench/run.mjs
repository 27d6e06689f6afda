// npm run bench: measures the built server, command line and core; writes docs/performance.md.
//   --sizes 100,3000,100000   documents
//   --files 10000             files for the command line
//   --vs                      also the floor and the JSON and YAML language servers, in the same run, with what is aimed at
//   --servers                 only the servers, printed
//   --lemminx JAR             and LemMinX
//   --print                   prints only, leaves docs/performance.md alone
//   --scripts                 only large files of statements, printed
//   --many                    only thousands of files beside xmllint (apt: libxml2-utils) and openssl: its section of docs/performance.md
//     --large 3000, --small 10000, --fleet 1000000, --keyed 10000, --megabytes 100
//   --deployment              only what resolve, plan, drift and fleet take, printed
//     --devices 100000, --dumps 10000, --rows 2000000, --only plan
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { buildTests, root } from "../build.mjs";
import { aimTable } from "./aims.mjs";
import { measureCommandLine, measureCorpus, measureFleet, measureFolder } from "./commandLine.mjs";
import { withCompiledCode } from "./compiled.mjs";
import { measureDeployment } from "./deployment.mjs";
import { writeDocuments } from "./documents.mjs";
import { manyFilesTable, measureManyFiles } from "./manyFiles.mjs";
import { measureDocument, measureSecond, measureStart } from "./measure.mjs";
import { floorServer, peers } from "./peers.mjs";
import { report, scriptTable } from "./report.mjs";
import { measureScripts } from "./scripts.mjs";

const { values: options } = parseArgs({
  options: {
    sizes: { type: "string", default: "100,3000,100000" },
    files: { type: "string", default: "10000" },
    vs: { type: "boolean", default: false },
    servers: { type: "boolean", default: false },
    lemminx: { type: "string" },
    print: { type: "boolean", default: false },
    scripts: { type: "boolean", default: false },
    many: { type: "boolean", default: false },
    large: { type: "string", default: "3000" },
    small: { type: "string", default: "10000" },
    fleet: { type: "string", default: "1000000" },
    keyed: { type: "string", default: "10000" },
    megabytes: { type: "string", default: "100" },
    deployment: { type: "boolean", default: false },
    devices: { type: "string", default: "100000" },
    dumps: { type: "string", default: "10000" },
    rows: { type: "string", default: "2000000" },
    only: { type: "string" },
  },
});

const sizes = options.sizes.split(",").map(Number);
const say = (text) => process.stderr.write(`${text}\n`);
await import("../../server/build/build.mjs");
const about = {
  date: new Date().toISOString().slice(0, 10),
  machine: `${os.cpus()[0]?.model ?? "?"}, ${os.cpus().length} cores, ${Math.round(os.totalmem() / 2 ** 30)} GB, ${os.platform()}`,
  node: process.version,
};
const resultFile = path.join(root, "docs/performance.json");
const stored = existsSync(resultFile) ? JSON.parse(readFileSync(resultFile, "utf8")) : {};
if (options.many) {
  const { large, small, fleet: devices, keyed, megabytes } = options;
  const counts = Object.entries({ large, small, devices, keyed, megabytes }).map(([name, word]) => [
    name,
    Number(word),
  ]);
  const many = { ...about, ...(await measureManyFiles(root, Object.fromEntries(counts), say)) };
  process.stdout.write(`${manyFilesTable(many).join("\n")}\n`);
  if (stored.now && !options.print) write({ ...stored, now: { ...stored.now, many } });
  process.exit();
}
if (options.deployment) {
  const { devices, dumps, rows, only } = options;
  const counts = { devices: Number(devices), dumps: Number(dumps), rows: Number(rows) };
  await measureDeployment(root, { ...counts, ...(only !== undefined && { only }) });
  process.exit();
}
const [processFile] = await buildTests(["client/src/node/serverProcess.ts"], path.join(root, "out/bench-client"));
const { v8Flags } = await import(pathToFileURL(processFile).href);
const own = {
  command: process.execPath,
  args: [...v8Flags, path.join(root, "server/dist/server.js"), "--stdio"], // as the extension starts it
  initializationOptions: { languages: ["flat-profile"] }, // and what it says of the files that are open
};
if (options.scripts) {
  const scripts = await measureScripts(root, own);
  if (scripts) process.stdout.write(`${scriptTable(scripts).join("\n")}\n`);
  process.exit();
}
const { documents, schemaUri } = writeDocuments(root, sizes);
const middle = sizes.find((size) => size >= 300) ?? sizes[0];
const ready = await withCompiledCode(root, own, [
  { ...documents[`xml-${middle}`], languageId: "flat-profile", wrong: "<Unknown_Name>1</Unknown_Name>\n" },
]);
const { version } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));

const servers = [
  {
    name: `Flat Profile ${version}`,
    format: "xml",
    languageId: "flat-profile",
    ...ready,
  },
  ...(options.vs ? [floorServer(root, own.args)] : []),
  ...(options.vs || options.lemminx ? peers(root, schemaUri, options.lemminx) : []),
];

const results = [];
for (const server of servers) {
  say(`${server.name}: start`);
  const { name, isFloor } = server;
  const result = { name, ...(isFloor && { isFloor }), ...(await measureStart(server, 7)), documents: {} };
  for (const size of sizes) {
    say(`${server.name}: ${size} elements`);
    const keystrokes = size > 50_000 && server !== servers[0] && !isFloor ? 10 : 100;
    const document = documents[`${server.format}-${size}`];
    result.documents[size] = await measureDocument(server, document, keystrokes);
    if (size <= 5_000) result.documents[size].second = await measureSecond(server, document);
  }
  results.push(result);
}

if (options.vs) process.stdout.write(`${aimTable(results).join("\n")}\n`);
if (options.servers) process.exit();

say("large scripts");
const scripts = await measureScripts(root, own);

say("command line");
const commandLine = await measureCommandLine(root, Number(options.files), documents[`xml-${middle}`].text);
const corpus = await measureCorpus(root);
const fleet = await measureFleet(root, 100_000);
const folder = await measureFolder(root, 10_000);

say("core");
const [coreFile] = await buildTests(["test/bench/core.ts"], path.join(root, "out/bench-core"));
const { work, timed } = await import(pathToFileURL(coreFile).href);
const core = Object.fromEntries(Object.entries(work).map(([name, run]) => [name, timed(run, () => performance.now())]));

const run = {
  ...about,
  sizes,
  results,
  commandLine,
  corpus,
  fleet,
  folder,
  core,
  ...(scripts && { scripts }),
  ...(stored.now?.many && { many: stored.now.many }),
};
process.stdout.write(report(run, stored.now));
if (!options.print) write({ now: run, previous: stored.now });

function write(result) {
  writeFileSync(resultFile, `${JSON.stringify(result, undefined, 1)}\n`);
  writeFileSync(path.join(root, "docs/performance.md"), report(result.now, result.previous));
}
