import assert from "node:assert/strict";
import test from "node:test";
import type { CodeAction, CompletionItem, CompletionList } from "vscode-languageserver-protocol";
import { addDeviceAnswer } from "../../server/src/features/addDevice";
import { codeEntries } from "../../server/src/features/codePages";
import { resolveName } from "../../server/src/features/completion";
import { deviceAnswer } from "../../server/src/features/device";
import { diagnosticsOf } from "../../server/src/features/diagnostics";
import { dialTestsAnswer } from "../../server/src/features/dialTests";
import { evaluationAnswer } from "../../server/src/features/evaluation";
import { expandedAnswer } from "../../server/src/features/expandedProfile";
import type { OpenFile } from "../../server/src/features/feature";
import { features } from "../../server/src/features/index";
import { learnAnswer } from "../../server/src/features/learned";
import { parameterEntries } from "../../server/src/features/parameters";
import { parameterTree } from "../../server/src/features/parameterTree";
import { ruleKeysAnswer } from "../../server/src/features/ruleKeys";
import { scriptAnswer, scriptPlaces } from "../../server/src/features/scriptPanels";
import { workspaceSymbols } from "../../server/src/features/workspaceSymbols";
import * as protocol from "../../server/src/protocol";
import { Canaries, type CanaryKind } from "../support/canaries";
import { catalogue } from "../support/catalogue";
import { fixture, noToken, textDocument } from "../support/fixture";
import { pools } from "../support/problems";
import { filesOfCases, secretCases, written } from "../support/secretCases";

// Each place of a secret meets each feature. A feature or request that is new fails here until it is asked, too.

const desk = {
  id: "desk",
  family: "mpp88xx",
  model: "8841",
  mac: "00005e005301",
  firmware: "sip88xx.12-0-1MPP0001-245",
};

interface Place {
  readonly offset: number;
  readonly position: { readonly line: number; readonly character: number };
}

type Ask = (params: object) => unknown;

/** What is asked of a whole file, by method. */
const ofFile: Readonly<Record<string, (ask: Ask, file: OpenFile) => unknown>> = {
  "textDocument/documentSymbol": (ask) => ask({}),
  "textDocument/foldingRange": (ask) => ask({}),
  "textDocument/codeLens": (ask) => ask({}),
  "textDocument/documentLink": (ask) => ask({}),
  "textDocument/semanticTokens/full": (ask) => ask({}),
  "textDocument/semanticTokens/full/delta": (ask) => ask({ previousResultId: "" }),
  "textDocument/semanticTokens/range": (ask, file) => ask({ range: wholeOf(file) }),
  "textDocument/inlayHint": (ask, file) => ask({ range: wholeOf(file) }),
  "textDocument/codeAction": (ask, file) => {
    const actions = ask({ range: wholeOf(file), context: { diagnostics: diagnosticsOf(file) } }) as CodeAction[] | null;
    return actions?.map(({ edit: _, ...shown }) => shown);
  },
};

/** What is asked of a place in a file, by method. */
const ofPlace: Readonly<Record<string, (ask: Ask, place: Place, file: OpenFile) => unknown>> = {
  "textDocument/hover": (ask, { position }) => ask({ position }),
  "textDocument/signatureHelp": (ask, { position }) => ask({ position }),
  "textDocument/definition": (ask, { position }) => ask({ position }),
  "textDocument/references": (ask, { position }) => ask({ position, context: {} }),
  "textDocument/documentHighlight": (ask, { position }) => ask({ position }),
  "textDocument/prepareRename": (ask, { position }) => ask({ position }),
  "textDocument/linkedEditingRange": (ask, { position }) => ask({ position }),
  "textDocument/selectionRange": (ask, { position }) => ask({ positions: [position] }),
  "textDocument/completion": (ask, { position }, file) => {
    const answer = ask({ position }) as CompletionItem[] | CompletionList | null;
    const [first] = Array.isArray(answer) ? answer : (answer?.items ?? []);
    return [answer, first && resolveName(first, file)];
  },
};

/** They put back into the file what a person wrote there. */
const editing = [
  "textDocument/rename",
  "textDocument/formatting",
  "textDocument/rangeFormatting",
  "textDocument/onTypeFormatting",
];

/** Requests of our own, by method. */
const ofOurs: Readonly<Record<string, (file: OpenFile) => unknown>> = {
  [protocol.parametersMethod]: parameterEntries,
  [protocol.contentsMethod]: parameterTree,
  [protocol.deviceMethod]: deviceAnswer,
  [protocol.evaluateMethod]: (file) => [evaluationAnswer(file, undefined), evaluationAnswer(file, desk)],
  [protocol.expandMethod]: (file) => [expandedAnswer(file, undefined), expandedAnswer(file, desk)],
  [protocol.ruleKeysMethod]: ruleKeysAnswer,
  [protocol.scriptsMethod]: scriptPlaces,
  [protocol.dialTestsMethod]: dialTestsAnswer,
  [protocol.learnMethod]: (file) => learnAnswer(file, catalogue, undefined),
  // The text is for the person's own list of devices.
  [protocol.addDeviceMethod]: (file) => ({
    ...addDeviceAnswer({}, file, pools),
    text: undefined,
  }),
  [protocol.codesMethod]: codeEntries,
  // A script is shown to be edited; no other value is one.
  [protocol.scriptMethod]: (file) => scriptAnswer(file, { kind: "sound" }),
};

/** They bring edits, are answered without the file, or are sent by the client only: other tests ask them. */
const otherMethods: readonly string[] = [
  protocol.scriptEditsMethod,
  protocol.devicesMethod,
  protocol.importDevicesMethod,
  protocol.previewDevicesMethod,
  protocol.themeMethod,
  protocol.listFilesMethod,
  protocol.readFileMethod,
];

function wholeOf({ lines, snapshot }: OpenFile) {
  return { start: lines.positionAt(0), end: lines.positionAt(snapshot.text.length) };
}

const asks = new Map(
  features.map((feature) => [
    feature.request.method as string,
    (file: OpenFile): Ask =>
      (params) =>
        feature.run(file, { textDocument, ...params }, noToken),
  ]),
);

test("every request is asked", () => {
  assert.deepEqual([...asks.keys()].sort(), [...Object.keys(ofFile), ...Object.keys(ofPlace), ...editing].sort());
  const ours = Object.entries(protocol).flatMap(([name, value]) => (name.endsWith("Method") ? [String(value)] : []));
  assert.deepEqual(ours.sort(), [...Object.keys(ofOurs), ...otherMethods].sort());
});

test("the list has many places, and each once", () => {
  const places = secretCases.map(({ place }) => place);
  assert.equal(new Set(places).size, places.length);
  assert.ok(places.length >= 500, String(places.length));
});

/** Lists of the whole catalogue, too long to be asked for once for each place of a secret. */
const wholeLists: readonly string[] = [protocol.parametersMethod, protocol.codesMethod];

/** With `step` 0 no place is asked for. */
function checkFile(text: string, canaries: Canaries, step: number, asksLists = false): void {
  const opened = fixture(text).file;
  for (const file of [opened, { ...opened, previewDevice: desk }]) {
    canaries.checkHidden("a diagnostic", diagnosticsOf(file));
    canaries.checkHidden("workspace/symbol", workspaceSymbols([file], ""));
    for (const [method, run] of Object.entries(ofOurs))
      if (asksLists || !wholeLists.includes(method)) canaries.checkHidden(method, run(file));
    for (const [method, run] of Object.entries(ofFile)) {
      const ask = asks.get(method)?.(file);
      if (ask) canaries.checkHidden(method, run(ask, file));
    }
    for (let offset = 0; step > 0 && offset <= text.length; offset += step) {
      const place = { offset, position: file.lines.positionAt(offset) };
      for (const [method, run] of Object.entries(ofPlace)) {
        const ask = asks.get(method)?.(file);
        if (ask) canaries.checkHidden(`${method} at ${offset}`, run(ask, place, file));
      }
    }
  }
}

function fails(run: () => void): string | undefined {
  try {
    run();
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

function checkCases(words: CanaryKind, step: number): void {
  // In letters or digits alone a user's name is taken for one.
  const cases = words === "mixed" ? secretCases : secretCases.filter(({ place }) => !/https:\/\/%@h/.test(place));
  const failures = cases.flatMap((each) => {
    const canaries = new Canaries(words);
    const text = `<flat-profile>\n${written(each, canaries.at(each.place))}\n</flat-profile>\n`;
    return fails(() => checkFile(text, canaries, step)) ?? [];
  });
  assert.deepEqual(failures, []);
}

test("no feature shows a secret, wherever it is", () => checkCases("mixed", 11));
test("no message shows a secret of small letters", () => checkCases("letters", 0));
test("no message shows a secret of digits", () => checkCases("digits", 0));

test("no feature shows a secret of a file that has all of them", () => {
  const canaries = new Canaries();
  for (const text of filesOfCases((place) => canaries.at(place))) checkFile(text, canaries, 211, true);
});
