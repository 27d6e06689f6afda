import assert from "node:assert/strict";
import { maskedText, secretSpans } from "../../server/src/analysis/secretSpans";
import { defaultUserSettings } from "../../server/src/analysis/settings";
import { defaultSettings, Snapshot } from "../../server/src/analysis/snapshot";
import type { OpenFile } from "../../server/src/features/feature";
import { formatEdits } from "../../server/src/features/formatting";
import { features } from "../../server/src/features/index";
import type { ProfileDocument } from "../../server/src/profile/profileDocument";
import { learn } from "../../server/src/schema/learn";
import { applyEdits } from "../../server/src/text/edits";
import { LineIndex } from "../../server/src/text/lineIndex";
import type { TextChange } from "../../server/src/text/textChange";
import { leavesOf } from "../../server/src/xml/leaves";
import type { DialectCase } from "../support/dialectCases";
import { serviceOf } from "../support/problems";
import { flat } from "../support/read";
import { checkEachFix, checkLayout, checkRepair, checkSame } from "./laws";
import { Random } from "./random";

// Whole files of a dialect: read, asked about, repaired, laid out and edited.

/** Something that takes text from outside. */
export interface Target {
  readonly name: string;
  readonly seeds: readonly string[];
  /** Words of its grammar. */
  readonly words: readonly string[];
  readonly longest?: number;
  /** Milliseconds that it may take, where that is not 1,000: some ask for many things in one run. */
  readonly slowest?: number;
  run(text: string): void;
}

/** The answer of each feature at a random place. */
const everyFeature = (snapshot: Snapshot, random: Random): ReadonlyMap<string, unknown> => {
  const { text } = snapshot;
  const lines = new LineIndex(text);
  const file: OpenFile = {
    uri: "file:///x.xml",
    version: 1,
    snapshot,
    lines,
    settings: defaultUserSettings,
    client: {
      snippets: true,
      labelDetails: true,
      markdown: true,
      hierarchicalSymbols: true,
      editRangeDefault: true,
      pictures: "dark",
    },
  };
  const position = lines.positionAt(random.below(text.length + 1));
  const [from, to] = [random.below(text.length + 1), random.below(text.length + 1)];
  const range = { start: lines.positionAt(Math.min(from, to)), end: lines.positionAt(Math.max(from, to)) };
  const params = {
    textDocument: { uri: file.uri },
    position,
    positions: [position],
    range,
    context: { diagnostics: [], includeDeclaration: true, triggerKind: 1 },
    options: { tabSize: 2, insertSpaces: true, insertFinalNewline: true, trimFinalNewlines: true },
    ch: random.below(2) === 0 ? ">" : "\n",
    newName: "GPP_B",
    previousResultId: "1",
  };
  const token = { isCancellationRequested: false, onCancellationRequested: () => ({ dispose() {} }) };
  const answers = new Map<string, unknown>();
  for (const feature of features) {
    const { method } = feature.request;
    try {
      answers.set(method, feature.run(file, params as never, token));
    } catch (error) {
      // A refusal in words is an answer.
      if ((error as { code?: unknown }).code === undefined) throw error;
      answers.set(method, String(error));
    }
  }
  return answers;
};

interface Texts {
  readonly seeds: readonly string[];
  /** Words of the syntax. */
  readonly words: readonly string[];
  /** Names, and words of values. */
  readonly more: readonly string[];
}

/** What takes files of a dialect. */
export function fileTargets({ dialect }: DialectCase, prefix: string, { seeds, words, more }: Texts): Target[] {
  const service = serviceOf(dialect);
  const { catalogue } = service;
  const read = (text: string, previous?: ProfileDocument, change?: TextChange) =>
    dialect.read(text, catalogue, previous, change);
  const snapshotOf = (text: string, document: ProfileDocument) =>
    new Snapshot(text, document, service, defaultSettings);
  const valuesOf = (document: ProfileDocument) =>
    document.segments.flatMap(({ settings }) => settings.map(({ name, text }) => [name, text]));

  /** Fails where a file over edits has another answer than the same text read afresh. */
  function checkAnswers(edited: Snapshot, seed: number): void {
    const fresh = snapshotOf(edited.text, read(edited.text));
    checkSame(edited.problems(), fresh.problems(), "problems");
    const wanted = everyFeature(fresh, new Random(seed));
    for (const [method, answer] of everyFeature(edited, new Random(seed)))
      if (!method.includes("semanticTokens/full")) checkSame(answer, wanted.get(method), method);
  }

  return [
    {
      name: `${prefix}profile`,
      seeds,
      words: [...words, ...more],
      longest: 30_000,
      slowest: 3_000,
      run(text) {
        const random = new Random(text.length * 31 + 7);
        const document = read(text);
        const snapshot = snapshotOf(text, document);
        for (const { span, fixes } of snapshot.problems())
          for (const at of [span, ...(fixes ?? []).flatMap((fix) => fix.edits.map((edit) => edit.span))])
            assert.ok(at.start >= 0 && at.start <= at.end && at.end <= text.length, "a span lies outside");
        everyFeature(snapshot, random);
        const edits = formatEdits(snapshot, { indent: "  ", blankLines: 1 });
        checkSame(valuesOf(read(applyEdits(text, edits))), valuesOf(document), "layout");
        maskedText(text, { start: 0, end: Math.min(200, text.length) }, secretSpans(snapshot));
        if (dialect.dumpFacts) learn(dialect.dumpFacts(document), catalogue);
        leavesOf(text);
      },
    },
    {
      name: `${prefix}fixes`,
      seeds,
      words,
      longest: 9_000,
      slowest: 6_000,
      run(text) {
        checkRepair(text, dialect);
        checkEachFix(text, 6, dialect);
      },
    },
    {
      name: `${prefix}layout`,
      seeds,
      words,
      longest: 20_000,
      slowest: 3_000,
      run: (text) => checkLayout(text, dialect),
    },
    {
      name: `${prefix}edits`,
      seeds,
      words,
      longest: 12_000,
      slowest: 6_000,
      run(text) {
        const random = new Random(text.length * 17 + 3);
        let now = text;
        let document = read(now);
        for (let i = 0; i < 4; i++) {
          const start = random.below(now.length + 1);
          const oldEnd = Math.min(now.length, start + random.below(random.below(3) === 0 ? 3000 : 6));
          const insert = random.pick(words);
          now = now.slice(0, start) + insert + now.slice(oldEnd);
          document = read(now, document, { start, oldEnd, newEnd: start + insert.length });
          checkSame(flat(document), flat(read(now)), "reading");
          checkAnswers(snapshotOf(now, document), random.below(1_000_000));
        }
      },
    },
  ];
}
