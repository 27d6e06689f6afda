// Large files of statements: the three largest real ones that we have, each with a server of its own.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { summary } from "./measure.mjs";
import { Session } from "./session.mjs";

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
/** A value that is out of range. */
const wrongLine = "SET L2QVLAN 5000\n";

/** Rows of the report: title and key; `cpu` is the processor time of all threads of the server. */
export const scriptRows = [
  ["open to diagnostics", "open"],
  ["the same, processor time", "openCpu"],
  ["keystroke to diagnostics", "keystroke"],
  ["the same, processor time", "keystrokeCpu"],
  ["all models and settings", "matrix"],
  ["the same, processor time", "matrixCpu"],
];

/** Undefined where the files are not there. */
export async function measureScripts(root, server) {
  const folder = path.resolve(root, "../shared/corpus/vendors/avaya");
  let names;
  try {
    names = readdirSync(folder).filter((name) => /settings\.txt$/.test(name));
  } catch {
    process.stderr.write(`${folder} is not there: large scripts are not measured\n`);
    return undefined;
  }
  const texts = names.map((name) => ({
    name,
    text: new TextDecoder("windows-1252").decode(readFileSync(path.join(folder, name))),
  }));
  const largest = texts.sort((a, b) => b.text.length - a.text.length).slice(0, 3);
  const results = [];
  for (const [i, { name, text }] of largest.entries())
    results.push({ name, ...(await measureScript(root, server, text, i)) });
  return results;
}

async function measureScript(root, server, text, number) {
  const folder = path.join(root, "out/bench/scripts", String(number));
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, "46xxsettings.txt");
  writeFileSync(file, text);
  const session = await Session.start({ ...server, languageId: "avaya-settings" });
  try {
    await pause(300);
    const lines = text.split(/\r\n|\r|\n/).length;
    const line = lines >> 1;
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
    const keystrokes = 40;
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
      ...{ bytes: text.length, lines, models: matrix.devices.length, settings: matrix.rows.length },
      ...{ open, openCpu, keystroke, keystrokeCpu: divided(keystrokeCpu, keystrokes) },
      ...{ matrixFirst: cold, matrix: warm, matrixCpu: divided(matrixCpu, times) },
    };
  } finally {
    await session.stop();
  }
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
