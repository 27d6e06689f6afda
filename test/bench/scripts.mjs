// Large files of lines, each with a server of its own: the three largest real ones of statements that we have, and a
// settings file of a gateway with tables.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { withCompiledCode } from "./compiled.mjs";
import { summary } from "./measure.mjs";
import { Session } from "./session.mjs";

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
/** Rows of the report: title and key; `cpu` is the processor time of all threads of the server. */
export const scriptRows = [
  ["open to diagnostics", "open"],
  ["the same, processor time", "openCpu"],
  ["keystroke to diagnostics", "keystroke"],
  ["the same, processor time", "keystrokeCpu"],
  ["all models and settings", "matrix"],
  ["the same, processor time", "matrixCpu"],
];

export async function measureScripts(root, own) {
  const results = [];
  const server = await withCompiledCode(root, own, [
    {
      languageId: "avaya-settings",
      uri: "file:///46xxsettings.txt",
      text: "SET L2QVLAN 100\n",
      wrong: "SET L2QVLAN 5000\n",
    },
    {
      languageId: "audiocodes-ini",
      uri: "file:///mp118.ini",
      text: gatewayText(root),
      wrong: "AutoUpdateFrequency = 70000\n",
    },
  ]);
  const statements = { languageId: "avaya-settings", own: "46xxsettings.txt", wrongLine: "SET L2QVLAN 5000\n" };
  for (const text of statementTexts(root)) results.push(await measureScript(root, server, { ...statements, text }));
  const text = gatewayText(root);
  const gateway = { languageId: "audiocodes-ini", own: "mp118.ini", text, hasMatrix: false };
  const lines = text.split("\n");
  const table = /^(\w+) \d/.exec(lines[4000])[1];
  for (const [line, wrongLine] of [
    [700, "AutoUpdateFrequency = 70000\n"],
    [4000, `${table} 9999 = 1;\n`],
  ])
    results.push(await measureScript(root, server, { ...gateway, line, wrongLine }));
  return results;
}

function statementTexts(root) {
  const folder = path.resolve(root, "../shared/corpus/vendors/avaya");
  let names;
  try {
    names = readdirSync(folder).filter((name) => /settings\.txt$/.test(name));
  } catch {
    process.stderr.write(`${folder} is not there: large scripts are not measured\n`);
    return [];
  }
  return names
    .map((name) => new TextDecoder("windows-1252").decode(readFileSync(path.join(folder, name))))
    .sort((a, b) => b.length - a.length)
    .slice(0, 3);
}

/** 5,000 lines: settings with the first value that they may have, then tables of 600 rows. */
export function gatewayText(root) {
  const folder = path.join(root, "schemas/audiocodes/parameters");
  const lines = ["; 5,000 lines"];
  const tables = new Map();
  for (const file of readdirSync(folder))
    for (const { parameters } of JSON.parse(readFileSync(path.join(folder, file), "utf8")).sections)
      for (const { name, path: table, type, options, range, ...rest } of parameters) {
        if (!/^\w+$/.test(name)) continue;
        const value = rest.default ?? options?.[0] ?? String(range?.min ?? (type === "Str" ? "text" : 1));
        if (table === undefined && ["Enum", "Whole", "Flag01", "Str"].includes(type)) lines.push(`${name} = ${value}`);
        else if (/^\w+$/.test(table ?? "")) tables.set(table, [...(tables.get(table) ?? []), { name, value }]);
      }
  for (const [table, columns] of tables) {
    if (columns.length < 5) continue;
    const shown = columns.slice(0, 6);
    lines.push(`[ ${table} ]`, `FORMAT ${table}_Index = ${shown.map(({ name }) => name).join(", ")};`);
    for (let i = 0; i < 600 && lines.length < 4999; i++)
      lines.push(`${table} ${i} = ${shown.map(({ value }) => value).join(", ")};`);
    lines.push(`[ \\${table} ]`);
    if (lines.length >= 5000) break;
  }
  return `${lines.join("\n")}\n`;
}

/** `wrongLine`, inserted at `line`, is reported. */
async function measureScript(
  root,
  server,
  { languageId, own, text, line = text.split(/\r\n|\r|\n/).length >> 1, wrongLine, hasMatrix = true },
) {
  const folder = path.join(root, "out/bench/scripts");
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, own);
  writeFileSync(file, text);
  // as the extension says of files that are open
  const session = await Session.start({ ...server, languageId, initializationOptions: { languages: [languageId] } });
  try {
    await pause(300);
    const lines = text.split(/\r\n|\r|\n/).length;
    const isWrong = (items) => items.some(({ range }) => range.start.line === line);
    const cpuOf = async (work) => {
      const before = processorTime(session);
      const result = await work();
      return [result, processorTime(session) - before];
    };
    const [open, openCpu] = await cpuOf(() =>
      session.untilDiagnostics(
        () => session.open({ uri: pathToFileURL(file).href, text }),
        () => true,
      ),
    );
    await pause(500);
    const edit = (wrong) => {
      const start = { line, character: 0 };
      return wrong
        ? session.change({ start, end: start }, wrongLine)
        : session.change({ start, end: { line: line + 1, character: 0 } }, "");
    };
    const keystrokes = 200; // of 40 the 95th percentile would be the second slowest
    const [keystroke, keystrokeCpu] = await cpuOf(async () => {
      const samples = [];
      for (let i = 0; i < keystrokes; i++) {
        const wrong = i % 2 === 0;
        samples.push(
          await session.untilDiagnostics(
            () => edit(wrong),
            (items) => isWrong(items) === wrong,
          ),
        );
        await pause(15);
      }
      return summary(samples);
    });
    return {
      ...{ languageId, bytes: text.length, lines, open, openCpu, keystroke },
      keystrokeCpu: divided(keystrokeCpu, keystrokes),
      ...(hasMatrix && (await measureMatrix(session, cpuOf))),
    };
  } finally {
    await session.stop();
  }
}

/** What every model gets. */
async function measureMatrix(session, cpuOf) {
  const times = 10;
  const first = performance.now();
  const { matrix } = await session.ask("flatProfile/matrix", {});
  const cold = performance.now() - first;
  const [warm, matrixCpu] = await cpuOf(async () => {
    const samples = [];
    for (let i = 0; i < times; i++) {
      const began = performance.now();
      await session.ask("flatProfile/matrix", {});
      samples.push(performance.now() - began);
    }
    return summary(samples);
  });
  return {
    ...{ models: matrix.devices.length, settings: matrix.rows.length },
    ...{ matrixFirst: cold, matrix: warm, matrixCpu: divided(matrixCpu, times) },
  };
}

function divided(value, by) {
  return value === undefined || Number.isNaN(value) ? undefined : value / by;
}

/** Milliseconds of all threads of a server so far, in steps of 10; NaN where the system does not report it. */
function processorTime({ child }) {
  try {
    const fields = readFileSync(`/proc/${child.pid}/stat`, "utf8").split(") ")[1].split(" ");
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return Number.NaN;
  }
}
