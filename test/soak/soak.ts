import assert from "node:assert/strict";
import { TextDocument } from "vscode-languageserver-textdocument";
import { Random } from "../fuzz/random";

/** A connection to a server under test. */
export interface Client {
  /** The answer; undefined when it was cancelled, which `cancel` asks for at once. */
  ask(method: string, params: object, cancel?: boolean): Promise<unknown>;
  notify(method: string, params: object): Promise<void>;
  /** New settings; the client answers with them when it is asked. */
  configure(settings: object): Promise<void>;
}

interface SoakOptions {
  readonly edits: number;
  /** Edits that are summed up together. */
  readonly stretch: number;
  readonly seed: number;
  /** What the files contain in the beginning. */
  readonly texts: readonly string[];
  /** Milliseconds. */
  clock(): number;
  /** Megabytes that the server has. */
  memory(): number | undefined;
  /** Megabytes of what it still needs, after everything else was collected. */
  live?(): Promise<number>;
  /** Called at the end of each stretch. */
  done?(stretch: Stretch): void;
}

/** What was measured over some edits. */
interface Stretch {
  readonly edits: number;
  /** Milliseconds from an edit to its diagnostics. */
  readonly p50: number;
  readonly p95: number;
  readonly live: number | undefined;
  /** Megabytes that the process has after that collection: in between it depends on when the engine collected last. */
  readonly memory: number | undefined;
}

interface File {
  readonly uri: string;
  readonly start: string;
  document: TextDocument;
  version: number;
  readonly undo: { readonly at: number; readonly end: number; readonly text: string }[];
}

const words = [
  "x",
  "5",
  " ",
  "\n",
  "\r\n",
  "<",
  ">",
  "</",
  "/>",
  "&",
  "&amp;",
  '"',
  "<!--",
  "-->",
  "|",
  "(",
  ")",
  "$MA",
  "$(GPP_A)",
  "\u201c",
  "\ud83d\ude00",
  "<GPP_A>1</GPP_A>\n",
  '<Resync_Periodic ua="na">3600</Resync_Periodic>\n',
  "<Dial_Plan_1_>(9,x.|[2-7]xxx|*xx.)</Dial_Plan_1_>\n",
  "<Profile_Rule>[--key $A]https://a.example/$MA.xml</Profile_Rule>\n",
  "<Unheard_Of>1</Unheard_Of>\n",
  "<!-- flat-profile-disable-next-line -->\n",
  "<flat-profile>",
  "</flat-profile>",
];
/** One of so many bursts edits places all over the file, as a replacement does; the others stay within a few lines. */
const scattered = 20;
const fewLines = 300;

const settingsInTurn: readonly object[] = [
  {},
  { family: "mpp88xx", model: "8841", firmware: "12.0.3" },
  { severity: { "parameter/unknown": "off" }, problems: { limit: 5 } },
  { family: "spa5xx", inlayHints: { enabled: false } },
];

/** Edits the files at random, asks everything of them, and compares now and then with files opened afresh. */
export async function soak(client: Client, options: SoakOptions): Promise<readonly Stretch[]> {
  const random = new Random(options.seed);
  const files = options.texts.map((text, i): File => fileOf(`file:///soak/${i}.xml`, text));
  for (const file of files) await open(client, file);
  const stretches: Stretch[] = [];
  let times: number[] = [];
  for (let edits = 0; edits < options.edits; ) {
    const file = nextFile(files, random);
    const burst = 1 + random.below(10);
    const around = random.below(scattered) === 0 ? undefined : random.below(file.document.getText().length + 1);
    const before = options.clock();
    for (let i = 0; i < burst; i++) await change(client, file, random, around);
    await diagnose(client, file);
    times.push(options.clock() - before);
    const last = edits;
    edits += burst;
    await askAnything(client, file, random);
    if (random.below(400) === 0) await reopen(client, file, random);
    // Often enough that the first stretch has seen all of them.
    if (random.below(300) === 0) await client.configure(random.pick(settingsInTurn));
    if (Math.floor(edits / options.stretch) === Math.floor(last / options.stretch) && edits < options.edits) continue;
    for (const one of files) await compare(client, one);
    // Memory is compared for the same texts and settings: broken ones have more problems. The answer also says that the
    // files that were opened to compare with are closed.
    await client.configure({});
    for (const one of files) {
      await reset(client, one);
      await diagnose(client, one);
    }
    const stretch = {
      edits,
      p50: quantile(times, 0.5),
      p95: quantile(times, 0.95),
      live: await options.live?.(),
      memory: options.memory(),
    };
    stretches.push(stretch);
    options.done?.(stretch);
    times = [];
  }
  for (const { uri } of files) await client.notify("textDocument/didClose", { textDocument: { uri } });
  return stretches;
}

/** A file that is much larger than the one before it is edited a tenth as often. */
function nextFile(files: readonly File[], random: Random): File {
  const file = random.pick(files);
  const smaller = files[files.indexOf(file) - 1];
  const isLarge = smaller !== undefined && file.start.length > largeFile;
  return isLarge && random.below(10) !== 0 ? smaller : file;
}

function fileOf(uri: string, text: string): File {
  return { uri, start: text, document: TextDocument.create(uri, "", 0, text), version: 1, undo: [] };
}

function open(client: Client, { uri, version, document }: File): Promise<void> {
  const textDocument = { uri, languageId: "flat-profile", version, text: document.getText() };
  return client.notify("textDocument/didOpen", { textDocument });
}

async function reopen(client: Client, file: File, random: Random): Promise<void> {
  await client.notify("textDocument/didClose", { textDocument: { uri: file.uri } });
  // what is asked of a closed file has an empty answer
  await askAnything(client, file, random);
  await open(client, file);
}

async function change(client: Client, file: File, random: Random, around: number | undefined): Promise<void> {
  const { document, undo } = file;
  const text = document.getText();
  const undone = random.below(2) === 0 ? undo.pop() : undefined;
  if (undo.length > 40 || random.below(3000) === 0) return reset(client, file);
  if (undone) return send(client, file, [{ range: rangeOf(document, undone.at, undone.end), text: undone.text }]);
  const place = around === undefined ? random.below(text.length + 1) : around + random.below(fewLines);
  const from = Math.min(place, text.length);
  const range = rangeOf(document, from, from + (random.below(3) === 0 ? random.below(30) : 0));
  const [at, to] = [document.offsetAt(range.start), document.offsetAt(range.end)];
  const insert = random.pick(words);
  undo.push({ at, end: at + insert.length, text: text.slice(at, to) });
  return send(client, file, [{ range, text: insert }]);
}

function reset(client: Client, file: File): Promise<void> {
  file.undo.length = 0;
  return send(client, file, [{ text: file.start }]);
}

function send(client: Client, file: File, changes: readonly { range?: object; text: string }[]): Promise<void> {
  file.version++;
  file.document = TextDocument.update(
    file.document,
    changes as Parameters<typeof TextDocument.update>[1],
    file.version,
  );
  const textDocument = { uri: file.uri, version: file.version };
  return client.notify("textDocument/didChange", { textDocument, contentChanges: changes });
}

function rangeOf(document: TextDocument, from: number, to: number) {
  return { start: document.positionAt(from), end: document.positionAt(to) };
}

async function diagnose(client: Client, { uri }: Pick<File, "uri">): Promise<unknown> {
  const report = await client.ask("textDocument/diagnostic", { textDocument: { uri } });
  return (report as { items?: unknown }).items;
}

/** A file over many edits has the problems of the same text opened now. */
async function compare(client: Client, file: File): Promise<void> {
  const fresh = { ...file, uri: `${file.uri}.fresh` };
  await open(client, fresh);
  const expected = JSON.stringify(await diagnose(client, fresh)).replaceAll(fresh.uri, file.uri);
  assert.equal(JSON.stringify(await diagnose(client, file)), expected, file.uri);
  await client.notify("textDocument/didClose", { textDocument: { uri: fresh.uri } });
}

/** Characters from which on an answer about the whole file takes long. */
const largeFile = 1_000_000;

const options = { tabSize: 2, insertSpaces: true };
const methods = [
  "textDocument/completion",
  "textDocument/completion",
  "textDocument/hover",
  "textDocument/signatureHelp",
  "textDocument/codeAction",
  "textDocument/documentSymbol",
  "textDocument/foldingRange",
  "textDocument/selectionRange",
  "textDocument/linkedEditingRange",
  "textDocument/documentLink",
  "textDocument/inlayHint",
  "textDocument/codeLens",
  "textDocument/definition",
  "textDocument/references",
  "textDocument/documentHighlight",
  "textDocument/prepareRename",
  "textDocument/rename",
  "textDocument/formatting",
  "textDocument/rangeFormatting",
  "textDocument/onTypeFormatting",
  "textDocument/semanticTokens/full",
  "textDocument/semanticTokens/full/delta",
  "textDocument/semanticTokens/range",
  "workspace/symbol",
  "flatProfile/device",
  "flatProfile/parameters",
];

/** Those whose answer is about a place. */
const methodsOfPlaces = [
  "textDocument/completion",
  "textDocument/hover",
  "textDocument/signatureHelp",
  "textDocument/codeAction",
  "textDocument/selectionRange",
  "textDocument/inlayHint",
  "textDocument/semanticTokens/range",
];

async function askAnything(client: Client, { uri, document }: File, random: Random): Promise<void> {
  const at = random.below(document.getText().length + 1);
  const range = rangeOf(document, at, at + random.below(2000));
  const position = range.start;
  const isCheap = document.getText().length > largeFile && random.below(50) !== 0;
  const method = random.pick(isCheap ? methodsOfPlaces : methods);
  const params = {
    textDocument: { uri },
    position,
    positions: [position],
    range,
    options,
    ch: ">",
    newName: "Renamed",
    query: "proxy",
    previousResultId: "1",
    context: { diagnostics: [], includeDeclaration: true, triggerKind: 1 },
  };
  const answer = await client.ask(method, params, random.below(10) === 0);
  if (method !== "textDocument/completion" || !answer) return;
  const { items = [] } = answer as { items?: readonly object[] };
  if (items.length > 0) await client.ask("completionItem/resolve", random.pick(items));
}

function quantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
