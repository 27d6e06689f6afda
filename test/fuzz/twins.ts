import assert from "node:assert/strict";
import { TextDocument } from "vscode-languageserver-textdocument";
import { differenceOf } from "./laws";
import { mutated } from "./mutate";
import type { Random } from "./random";

// Two servers get the same file: one over many edits, the other opened anew after each. Whatever they are asked,
// they must answer alike.

/** A connection to a server under test. */
export interface Server {
  /** Rejects with the error of the answer. */
  ask(method: string, params: object): Promise<unknown>;
  notify(method: string, params: object): Promise<void>;
}

interface Change {
  readonly range?: { readonly start: object; readonly end: object };
  readonly text: string;
}

/** Everything that led to an answer, to be had again. */
export interface History {
  readonly start: string;
  /** Content changes; those in one list are sent in one message. */
  readonly edits: readonly (readonly Change[])[];
  readonly device: object | undefined;
  /** The numbers of the edits after which everything was asked. */
  readonly asked: readonly number[];
}

export interface Question {
  readonly method: string;
  readonly params: object;
}

export interface TwinFinding {
  readonly kind: "difference" | "error";
  readonly method: string;
  readonly words: string;
  readonly history: History;
  readonly question: Question;
}

export interface TwinOptions {
  readonly edited: Server;
  readonly fresh: Server;
  readonly seeds: readonly string[];
  readonly words: readonly string[];
  readonly random: Random;
  readonly longest: number;
  readonly edits: number;
  /** Each finding ends the file. */
  found(finding: TwinFinding): void;
  /** Called before everything is asked after an edit. */
  compared?(history: History): void;
  stop?(): boolean;
}

const uri = "file:///fuzz/phone.xml";
const devices: readonly (object | undefined)[] = [
  undefined,
  { id: "a", model: "8851", mac: "0004F2AABBCC", firmware: "12.0.3", settings: { GPP_A: "x" }, users: { 1: "5001" } },
  {
    id: "b",
    model: "SPA504G",
    mac: "000E08112233",
    settings: { GPP_B: "https://b.example/$MA" },
    secrets: { SA: "k" },
  },
];

/** Edits one file at random and compares all answers. */
export async function editFile(options: TwinOptions): Promise<void> {
  const { edited, random, seeds, words, longest } = options;
  const start = mutated(seeds, words, random, longest);
  const device = random.pick(devices);
  const edits: Change[][] = [];
  const asked: number[] = [];
  let document = TextDocument.create(uri, "flat-profile", 1, start);
  for (const server of [edited, options.fresh])
    await server.notify("flatProfile/previewDevices", { files: device ? [{ uri, device }] : [] });
  await open(edited, document);
  const tokens: Tokens = {};
  for (let i = 0; i <= options.edits && !options.stop?.(); i++) {
    if (i > 0) {
      const changes = changesOf(document, words, random);
      edits.push(changes);
      document = TextDocument.update(document, changes as never, i + 1);
      await edited.notify("textDocument/didChange", { textDocument: { uri, version: i + 1 }, contentChanges: changes });
    }
    // Now and then several edits come before anything is asked.
    if (random.below(4) === 0 && i < options.edits) continue;
    asked.push(i);
    const history: History = { start, edits: [...edits], device, asked: [...asked] };
    const questions = questionsAt(document, random);
    options.compared?.(history);
    if (!(await compare(options, document, history, questions, tokens))) break;
  }
  await edited.notify("textDocument/didClose", { textDocument: { uri } });
}

function changesOf(document: TextDocument, words: readonly string[], random: Random): Change[] {
  const changes: Change[] = [];
  let now = document;
  for (let i = random.below(5) === 0 ? 1 + random.below(3) : 1; i > 0; i--) {
    const text = now.getText();
    let change: Change;
    if (random.below(60) === 0) change = { text: mutated([text], words, random, text.length + 400) };
    else {
      const from = random.below(text.length + 1);
      const to = Math.min(text.length, from + (random.below(3) === 0 ? random.below(random.below(8) ? 20 : 5000) : 0));
      const insert = [
        () => random.pick(words),
        () => "",
        () => text.slice(random.below(text.length), random.below(text.length)).slice(0, 300),
        () => random.pick(["\n", "\r\n", "\r", " ", "x", "1", "_", ">", "\ud83d", "\u00e9"]),
      ];
      const range = { start: now.positionAt(from), end: now.positionAt(to) };
      change = { range, text: random.pick(insert)() };
    }
    changes.push(change);
    now = TextDocument.update(TextDocument.create(uri, "", 0, text), [change as never], 0);
  }
  return changes;
}

function open(server: Server, document: TextDocument): Promise<void> {
  const { version } = document;
  const textDocument = { uri, languageId: "flat-profile", version, text: document.getText() };
  return server.notify("textDocument/didOpen", { textDocument });
}

interface Tokens {
  last?: { readonly resultId: string; readonly data: readonly number[] };
}

/** Questions that are asked together. */
const batch = 20;

/** Asks both servers; false when there was a finding. */
async function compare(
  { edited, fresh, found }: Pick<TwinOptions, "edited" | "fresh" | "found">,
  document: TextDocument,
  history: History,
  questions: readonly Question[],
  tokens: Tokens,
): Promise<boolean> {
  await open(fresh, document);
  const both = (method: string, params: object) =>
    Promise.all([answerOf(edited, method, params), answerOf(fresh, method, params)]);
  try {
    for (let from = 0; from < questions.length; from += batch) {
      const asked = questions.slice(from, from + batch);
      const isTokens = ({ method }: Question) => method === "textDocument/semanticTokens/full";
      const byDelta = asked.some(isTokens) ? await tokensByDelta(edited, tokens) : undefined;
      const answers = await Promise.all(asked.map(({ method, params }) => both(method, params)));
      for (const [i, question] of asked.entries()) {
        const [is, wanted] = answers[i] as [unknown, unknown];
        let problem = problemBetween(is, wanted);
        if (!problem && isTokens(question)) problem = newTokens(is, byDelta, tokens);
        if (!problem && question.method === "textDocument/completion") {
          const { items = [] } = (is ?? {}) as { items?: readonly object[] };
          const item = items[history.edits.length % Math.max(1, items.length)];
          if (item) problem = problemBetween(...(await both("completionItem/resolve", item)));
        }
        if (!problem) continue;
        found({ ...problem, method: question.method, history, question });
        return false;
      }
    }
    return true;
  } finally {
    await fresh.notify("textDocument/didClose", { textDocument: { uri } });
  }
}

function problemBetween(is: unknown, wanted: unknown): Pick<TwinFinding, "kind" | "words"> | undefined {
  for (const one of [is, wanted]) if (isFault(one)) return { kind: "error", words: JSON.stringify(one) };
  const [a, b] = [is, wanted].map((answer) => JSON.stringify(comparable(answer)) ?? "undefined") as [string, string];
  return a === b ? undefined : { kind: "difference", words: differenceOf(a, b) };
}

/** Keeps the answer; what changed since the last one must have led to the same. */
function newTokens(answer: unknown, byDelta: readonly number[] | undefined, tokens: Tokens) {
  const { resultId, data } = answer as { resultId?: string; data: readonly number[] };
  if (resultId === undefined) delete tokens.last;
  else tokens.last = { resultId, data };
  if (!byDelta || JSON.stringify(byDelta) === JSON.stringify(data)) return undefined;
  return { kind: "difference", words: "tokens after a delta are others" } as const;
}

async function answerOf(server: Server, method: string, params: object): Promise<unknown> {
  try {
    return await server.ask(method, params);
  } catch (error) {
    const { code, message } = error as { code?: number; message?: string };
    if (code === undefined) throw error;
    return { refused: code, message };
  }
}

/** A refusal in words is an answer; an internal error is not. */
function isFault(answer: unknown): boolean {
  const { refused } = (answer ?? {}) as { refused?: number };
  return refused === -32603 || refused === -32601 || refused === -32602;
}

/** Without the marks of one server. */
function comparable(answer: unknown): unknown {
  return answer && typeof answer === "object" && "resultId" in answer ? { ...answer, resultId: "" } : answer;
}

/** The tokens as they come from the last answer and what changed since; undefined without a last answer. */
async function tokensByDelta(server: Server, { last }: Tokens): Promise<readonly number[] | undefined> {
  if (!last) return undefined;
  const params = { textDocument: { uri }, previousResultId: last.resultId };
  const answer = (await server.ask("textDocument/semanticTokens/full/delta", params)) as {
    data?: readonly number[];
    edits?: readonly { start: number; deleteCount: number; data?: readonly number[] }[];
  } | null;
  let data = [...(answer?.data ?? last.data)];
  for (const edit of [...(answer?.edits ?? [])].reverse())
    data = [...data.slice(0, edit.start), ...(edit.data ?? []), ...data.slice(edit.start + edit.deleteCount)];
  return data;
}

/** Everything a client may ask of a file, at random places. */
function questionsAt(document: TextDocument, random: Random): Question[] {
  const text = document.getText();
  const textDocument = { uri };
  const place = () => document.positionAt(random.below(text.length + 1));
  const range = () => {
    const at = random.below(text.length + 1);
    return { start: document.positionAt(at), end: document.positionAt(at + random.below(3000)) };
  };
  const all = { start: { line: 0, character: 0 }, end: document.positionAt(text.length) };
  const options = {
    tabSize: random.pick([2, 4]),
    insertSpaces: random.below(4) > 0,
    insertFinalNewline: random.below(2) === 0,
    trimFinalNewlines: random.below(2) === 0,
  };
  const questions: Question[] = [];
  const ask = (method: string, params: object) => questions.push({ method, params: { textDocument, ...params } });
  const lsp = (method: string, params: object = {}) => ask(`textDocument/${method}`, params);
  const own = (method: string, params: object = {}) => ask(`flatProfile/${method}`, params);
  lsp("diagnostic");
  lsp("formatting", { options });
  lsp("rangeFormatting", { range: range(), options });
  lsp("onTypeFormatting", { position: place(), ch: ">", options });
  lsp("onTypeFormatting", { position: place(), ch: "\n", options });
  lsp("documentSymbol");
  lsp("foldingRange");
  lsp("semanticTokens/full");
  lsp("semanticTokens/range", { range: range() });
  lsp("inlayHint", { range: random.below(2) ? range() : all });
  lsp("documentLink");
  lsp("codeLens");
  lsp("codeAction", { range: range(), context: { diagnostics: [] } });
  lsp("codeAction", { range: all, context: { diagnostics: [], only: ["source.fixAll"] } });
  lsp("selectionRange", { positions: [place(), place()] });
  for (let i = 0; i < 3; i++) {
    const position = place();
    lsp("hover", { position });
    lsp("completion", { position, context: { triggerKind: 1 } });
    lsp("signatureHelp", { position });
    lsp("definition", { position });
    lsp("references", { position, context: { includeDeclaration: random.below(2) === 0 } });
    lsp("documentHighlight", { position });
    lsp("prepareRename", { position });
    lsp("rename", { position, newName: "GPP_B" });
    lsp("linkedEditingRange", { position });
    own("script", { kind: random.pick(["sound", "dial-plan"]), position });
  }
  questions.push({ method: "workspace/symbol", params: { query: random.pick(["proxy", "GPP", "", "rule"]) } });
  for (const method of [
    "parameters",
    "parameterTree",
    "device",
    "evaluate",
    "expand",
    "ruleKeys",
    "scripts",
    "dialTests",
    "learn",
    "addDevice",
  ])
    own(method);
  own("script", { kind: "sound" });
  own("script", { kind: "dial-plan" });
  own("scriptEdits", { kind: "dial-plan", name: "Dial_Plan_1_", text: "(x.)" });
  return questions;
}

/** Sends the same history to both servers and asks the same again. */
export async function repeat(
  servers: Pick<TwinOptions, "edited" | "fresh">,
  { start, edits, device, asked }: History,
  question: Question,
): Promise<TwinFinding | undefined> {
  let found: TwinFinding | undefined;
  let document = TextDocument.create(uri, "flat-profile", 1, start);
  for (const server of [servers.edited, servers.fresh])
    await server.notify("flatProfile/previewDevices", { files: device ? [{ uri, device }] : [] });
  await open(servers.edited, document);
  for (let i = 0; i <= edits.length; i++) {
    const contentChanges = edits[i - 1];
    if (contentChanges) {
      document = TextDocument.update(document, contentChanges as never, i + 1);
      await servers.edited.notify("textDocument/didChange", { textDocument: { uri, version: i + 1 }, contentChanges });
    }
    const isLast = i === edits.length;
    if (!isLast && !asked.includes(i)) continue;
    const options = { ...servers, found: (one: TwinFinding) => (found = one) };
    const history = { start, edits, device, asked };
    await compare(
      options as never,
      document,
      history,
      isLast ? [question] : [{ method: "textDocument/diagnostic", params: { textDocument: { uri } } }],
      {},
    );
  }
  await servers.edited.notify("textDocument/didClose", { textDocument: { uri } });
  return found;
}

/** The same finding from a file and edits that are as small as can be found. */
export async function shortened(
  servers: Pick<TwinOptions, "edited" | "fresh">,
  finding: TwinFinding,
): Promise<TwinFinding> {
  let best = finding;
  // One edit of the text before it is mostly enough.
  for (let k = finding.history.edits.length - 1; k > 0; k--) {
    let document = TextDocument.create(uri, "", 1, finding.history.start);
    for (const changes of finding.history.edits.slice(0, k))
      document = TextDocument.update(document, changes as never, 1);
    const history = {
      ...finding.history,
      start: document.getText(),
      edits: finding.history.edits.slice(k),
      asked: [0],
    };
    const again = await repeat(servers, history, finding.question);
    if (!again) continue;
    best = again;
    break;
  }
  return best;
}

export function assertNone(finding: TwinFinding): never {
  assert.fail(
    `${finding.kind} in ${finding.method}\n${finding.words}\n${JSON.stringify(finding.history).slice(0, 3000)}`,
  );
}
