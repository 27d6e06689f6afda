import type { CodeAction, CompletionItem, CompletionList } from "vscode-languageserver-protocol";
import type { Device } from "../../server/src/devices/device";
import { codeEntries } from "../../server/src/features/codePages";
import { resolveName } from "../../server/src/features/completion";
import { device } from "../../server/src/features/device";
import { deviceDirective } from "../../server/src/features/deviceDirective";
import { diagnosticsOf } from "../../server/src/features/diagnostics";
import { dialTests } from "../../server/src/features/dialTests";
import { element } from "../../server/src/features/element";
import { evaluation } from "../../server/src/features/evaluation";
import { expandedProfile } from "../../server/src/features/expandedProfile";
import type { OpenFile } from "../../server/src/features/feature";
import { features } from "../../server/src/features/index";
import { keyMap } from "../../server/src/features/keyMap";
import { learned } from "../../server/src/features/learned";
import { matrixFor } from "../../server/src/features/matrix";
import { parameters } from "../../server/src/features/parameters";
import { parameterTree } from "../../server/src/features/parameterTree";
import { ruleKeys } from "../../server/src/features/ruleKeys";
import { script, scripts } from "../../server/src/features/scriptPanels";
import { table } from "../../server/src/features/tables";
import { updates } from "../../server/src/features/updates";
import { workspaceSymbols } from "../../server/src/features/workspaceSymbols";
import type { Method } from "../../server/src/protocol";
import type { Canaries } from "./canaries";
import type { DialectCase } from "./dialectCases";
import { fixture, noToken, textDocument } from "./fixture";
import { answerFor } from "./requests";

// Every feature and request, asked for a file. One that is new fails in test/features/everyPlace until it is asked here.

interface Place {
  readonly offset: number;
  readonly position: { readonly line: number; readonly character: number };
}

type Ask = (params: object) => unknown;

/** What is asked of a whole file, by method. */
export const ofFile: Readonly<Record<string, (ask: Ask, file: OpenFile) => unknown>> = {
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
export const ofPlace: Readonly<Record<string, (ask: Ask, place: Place, file: OpenFile) => unknown>> = {
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
export const editing = [
  "textDocument/rename",
  "textDocument/formatting",
  "textDocument/rangeFormatting",
  "textDocument/onTypeFormatting",
];

/** What is asked of our own requests, by method; undefined: other tests ask them, as they bring edits or need no file. */
const ofOurs: { readonly [M in Method]: ((file: OpenFile, desk: Device) => unknown) | undefined } = {
  "flatProfile/parameters": (file) => answerFor(parameters, file),
  "flatProfile/parameterTree": (file) => answerFor(parameterTree, file),
  "flatProfile/device": (file) => answerFor(device, file),
  "flatProfile/deviceDirective": (file, desk) => answerFor(deviceDirective, file, { family: desk.family ?? "" }),
  "flatProfile/element": (file) => answerFor(element, file, { name: "Admin_Passwd" }),
  "flatProfile/evaluate": (file, desk) => [answerFor(evaluation, file), answerFor(evaluation, file, { device: desk })],
  "flatProfile/expand": (file, desk) => [
    answerFor(expandedProfile, file),
    answerFor(expandedProfile, file, { device: desk }),
  ],
  "flatProfile/keyMap": (file) => answerFor(keyMap, file),
  "flatProfile/matrix": (file, desk) => [matrixFor(file), matrixFor(file, [desk])],
  "flatProfile/ruleKeys": (file) => answerFor(ruleKeys, file),
  "flatProfile/scripts": (file) => answerFor(scripts, file),
  "flatProfile/dialTests": (file) => answerFor(dialTests, file),
  "flatProfile/learn": (file) => answerFor(learned, file),
  "flatProfile/codes": codeEntries,
  // Pages of the manual have nothing of a file.
  "flatProfile/reference": undefined,
  "flatProfile/referencePage": undefined,
  // A script is shown to be edited; no other value is one.
  "flatProfile/script": (file) => answerFor(script, file, { kind: "sound" }),
  "flatProfile/scriptEdits": undefined,
  "flatProfile/table": (file) => answerFor(table, file),
  "flatProfile/tablePlace": undefined,
  "flatProfile/tableEdits": undefined,
  "flatProfile/updates": (file) => answerFor(updates, file, { question: { mac: "00005e005301", firmware: "1.0" } }),
  // It needs a second file.
  "flatProfile/replacement": undefined,
  // They are about the files of a site.
  "flatProfile/effective": undefined,
  "flatProfile/siteDevices": undefined,
  "flatProfile/devices": undefined,
  "flatProfile/importDevices": undefined,
  // They need a site.
  "flatProfile/impact": undefined,
  "flatProfile/drift": undefined,
  // It needs a description, which a file of a dialect never has.
  "flatProfile/rollout": undefined,
  "flatProfile/gate": undefined,
  // They need a list of phones.
  "flatProfile/fleet": undefined,
  "flatProfile/fleetExport": undefined,
  "flatProfile/fleetDevice": undefined,
  "flatProfile/fleetDone": undefined,
  // It is about a configuration.
  "flatProfile/policyWords": undefined,
  // It is about a text on the clipboard.
  "flatProfile/plainText": undefined,
  // It is about all files.
  "flatProfile/findSettings": undefined,
  "flatProfile/names": undefined,
  // It needs data.
  "flatProfile/rendered": undefined,
  // The text is for the person's own list of devices.
  "flatProfile/addDevice": ({ snapshot }) => snapshot.dialect.preview?.deviceFromDump(snapshot.document)?.id,
};

function wholeOf({ lines, snapshot }: OpenFile) {
  return { start: lines.positionAt(0), end: lines.positionAt(snapshot.text.length) };
}

export const asks = new Map(
  features.map((feature) => [
    feature.request.method as string,
    (file: OpenFile): Ask =>
      (params) =>
        feature.run(file, { textDocument, ...params }, noToken),
  ]),
);

/** Lists of the whole catalogue, too long to be asked for once for each place of a secret. */
const wholeLists: readonly string[] = ["flatProfile/parameters", "flatProfile/codes"];

interface Sweep {
  /** Characters from one place that is asked about to the next; 0: no place is. */
  readonly step: number;
  /** Also for lists of the whole catalogue. */
  readonly asksLists?: boolean;
}

/** Asks every feature for a file of a dialect; fails when an answer shows a canary. */
export function checkNothingShown(
  text: string,
  canaries: Canaries,
  { dialect, device: desk }: Pick<DialectCase, "dialect" | "device">,
  { step, asksLists = false }: Sweep,
): void {
  const opened = fixture(text, undefined, dialect).file;
  for (const file of [opened, { ...opened, previewDevice: desk }]) {
    canaries.checkHidden("a diagnostic", diagnosticsOf(file));
    canaries.checkHidden("workspace/symbol", workspaceSymbols([file], ""));
    for (const [method, run] of Object.entries(ofOurs))
      if (run && (asksLists || !wholeLists.includes(method))) canaries.checkHidden(method, run(file, desk));
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
