// What the benchmark measures of one server on one document.
import { Session } from "./session.mjs";

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

export function summary(samples) {
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  return { p50: at(0.5), p95: at(0.95), n: sorted.length };
}

async function repeated(times, action) {
  const samples = [];
  await action(0);
  const until = performance.now() + 15_000;
  for (let i = 1; i <= times && performance.now() < until; i++) {
    const began = performance.now();
    await action(i);
    samples.push(performance.now() - began);
  }
  return summary(samples);
}

export async function measureStart(server, times) {
  const samples = [];
  let memory;
  for (let i = 0; i < times; i++) {
    const session = await Session.start(server);
    samples.push(session.initMs);
    memory = session.memory;
    await session.stop();
  }
  return { start: summary(samples), memoryIdle: memory };
}

/** A place in the middle whose good value can be made wrong by one letter: `Yes` in every format. */
function place(text, diagnostics) {
  const taken = new Set(diagnostics.map(({ range }) => range.start.line));
  const lines = text.split("\n");
  for (let line = lines.length >> 1; line < lines.length; line++) {
    if (taken.has(line)) continue;
    const at = lines[line].search(/(?<=[>" ])Yes(?=[<"]|$)/);
    if (at >= 0) return { line, character: at + 3 };
  }
  throw new Error("no value to edit");
}

export async function measureDocument(server, document, keystrokes) {
  const session = await Session.start(server);
  try {
    await pause(300);
    const result = {};
    const { first, all, items: found } = await session.untilAllDiagnostics(() => session.open(document));
    result.firstScreen = first;
    result.open = all;
    if (session.pulls) result.arrival = await measureArrival(server, document);
    const onLine = (items) => items.some(({ range }) => range.start.line === at.line);
    result.diagnostics = found.length;
    const at = place(document.text, found);
    result.memory = session.memory;
    const samples = [];
    const edit = (wrong) =>
      wrong
        ? session.change({ start: at, end: at }, "z")
        : session.change({ start: at, end: { ...at, character: at.character + 1 } }, "");
    for (let i = 0; i < keystrokes; i++) {
      const wrong = i % 2 === 0;
      samples.push(
        await session.untilDiagnostics(
          () => edit(wrong),
          (items) => onLine(items) === wrong,
        ),
      );
      await pause(15);
    }
    result.keystroke = summary(samples);
    const bursts = [];
    for (let burst = 0; burst < 5; burst++) {
      for (let i = 0; i < 9; i++) {
        await edit(i % 2 === 0);
        await pause(30);
      }
      bursts.push(
        await session.untilDiagnostics(
          () => edit(false),
          (items) => !onLine(items),
        ),
      );
    }
    result.burst = summary(bursts);
    const lines = document.text.split("\n").length;
    const spread = (i) => ({ line: 2 + ((i * 37) % Math.max(1, lines - 6)), character: 4 });
    const provides = (name) => session.capabilities[name] !== undefined && session.capabilities[name] !== false;
    const requests = [
      ["completion", "completionProvider", 40, (i) => session.ask("textDocument/completion", { position: spread(i) })],
      ["hover", "hoverProvider", 100, (i) => session.ask("textDocument/hover", { position: spread(i) })],
      ["symbols", "documentSymbolProvider", 15, () => session.ask("textDocument/documentSymbol", {})],
      ["folding", "foldingRangeProvider", 15, () => session.ask("textDocument/foldingRange", {})],
      ["tokens", "semanticTokensProvider", 15, () => session.ask("textDocument/semanticTokens/full", {})],
      [
        "hints",
        "inlayHintProvider",
        30,
        (i) => {
          const { line } = spread(i);
          const range = { start: { line, character: 0 }, end: { line: line + 60, character: 0 } };
          return session.ask("textDocument/inlayHint", { range });
        },
      ],
      ["lenses", "codeLensProvider", 15, () => session.ask("textDocument/codeLens", {})],
    ];
    for (const [name, capability, times, ask] of requests)
      if (provides(capability)) result[name] = await repeated(times, ask).catch(() => undefined); // a server that fails
    if (provides("documentSymbolProvider")) {
      const cancel = (i) => session.untilCanceled("textDocument/documentSymbol", {}, 2 + (i % 20));
      result.canceled = await repeated(15, cancel);
    }
    await pause(300);
    result.memoryEnd = session.memory;
    result.memoryPeak = session.memoryPeak;
    return result;
  } finally {
    await session.stop();
  }
}

/** Milliseconds until the text of a file, of which the server finds nothing, has arrived and a request after it is answered. */
async function measureArrival(server, { uri, text }) {
  const session = await Session.start({ ...server, languageId: "plaintext" });
  try {
    await pause(300);
    const began = performance.now();
    await session.open({ uri: `${uri}.txt`, text: text.replaceAll("<", "(") });
    await session.ask("textDocument/hover", { position: { line: 0, character: 0 } });
    return performance.now() - began;
  } finally {
    await session.stop();
  }
}

/** Milliseconds to the problems of a file that is opened while another one is. */
export async function measureSecond(server, document) {
  const session = await Session.start(server);
  const isJudged = (items) => items.length > 0;
  try {
    await pause(300);
    await session.untilDiagnostics(() => session.open(document), isJudged);
    await pause(1000);
    const other = {
      uri: document.uri.replace(/(?=\.\w+$)/, "-second"),
      text: document.text.replaceAll("text", "words"),
    };
    return await session.untilDiagnostics(() => session.open(other), isJudged);
  } finally {
    await session.stop();
  }
}
