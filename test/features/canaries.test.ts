import assert from "node:assert/strict";
import test from "node:test";
import type { CodeAction, CompletionItem } from "vscode-languageserver-protocol";
import type { Device } from "../../server/src/devices/device";
import { readDeviceFile, secretNamesOf } from "../../server/src/devices/deviceFile";
import { sampleDevices } from "../../server/src/dialects/cisco-flat-profile/devices/sampleDevices";
import { provisioningRuleType } from "../../server/src/dialects/cisco-flat-profile/rules/provisioningRuleType";
import { addDevice } from "../../server/src/features/addDevice";
import { resolveName } from "../../server/src/features/completion";
import { device } from "../../server/src/features/device";
import { deviceList } from "../../server/src/features/deviceList";
import { diagnosticsOf } from "../../server/src/features/diagnostics";
import { hover } from "../../server/src/features/hover";
import { importDevices } from "../../server/src/features/importDevices";
import { features } from "../../server/src/features/index";
import { inlayHints } from "../../server/src/features/inlayHints";
import { learned } from "../../server/src/features/learned";
import { parameters } from "../../server/src/features/parameters";
import { parameterTree } from "../../server/src/features/parameterTree";
import { ruleKeys } from "../../server/src/features/ruleKeys";
import { workspaceSymbols } from "../../server/src/features/workspaceSymbols";
import { faultPlace } from "../../server/src/text/fault";
import { Canaries, devicesOfSecrets, fileOfSecrets } from "../support/canaries";
import { catalogue } from "../support/catalogue";
import { fixture, noToken, textDocument } from "../support/fixture";
import { evaluated, expandedFile } from "../support/preview";
import { answerFor, answerTo } from "../support/requests";
import { uri, withSession } from "../support/session";

// No answer of the core or the server may contain a secret. What a person typed comes back only where it is put into
// the file again: edits of code actions, renaming and formatting.

const canaries = new Canaries();
const text = fileOfSecrets(canaries);
const deviceFiles = devicesOfSecrets(canaries);
const { file } = fixture(text);
const whole = { start: file.lines.positionAt(0), end: file.lines.positionAt(text.length) };
const diagnostics = diagnosticsOf(file);

/** The answer of the feature that has the method, for every question that differs by its place. */
function answerOf(method: string, params: object): unknown {
  const feature = features.find(({ request }) => request.method === `textDocument/${method}`);
  assert.ok(feature, method);
  return feature.run(file, { textDocument, ...params }, noToken);
}

test("the file contains secrets of every kind, and faults around them", () => {
  assert.ok(diagnostics.length > 20, String(diagnostics.length));
  assert.throws(() => canaries.checkHidden("the file", text), /secret of --key/);
});

test("diagnostics contain no secret", () => canaries.checkHidden("a diagnostic", diagnostics));

test("answers about the whole file contain no secret", async () => {
  const range = whole;
  for (const method of ["documentSymbol", "foldingRange", "codeLens", "documentLink", "semanticTokens/full"])
    canaries.checkHidden(method, answerOf(method, {}));
  canaries.checkHidden("inlayHint", answerOf("inlayHint", { range }));
  canaries.checkHidden("contents", answerFor(parameterTree, file));
  canaries.checkHidden("parameters", answerFor(parameters, file));
  canaries.checkHidden("device", answerFor(device, file));
  canaries.checkHidden("ruleKeys", answerFor(ruleKeys, file));
  canaries.checkHidden("workspaceSymbols", workspaceSymbols([file], ""));
  canaries.checkHidden("learn", answerFor(learned, file));
  canaries.checkHidden("addDevice", await answerTo(addDevice, { textDocument }, file));
});

test("titles of code actions contain no secret", () => {
  const actions = answerOf("codeAction", { range: whole, context: { diagnostics } }) as CodeAction[];
  assert.ok(actions.length > 0);
  for (const { edit: _, ...shown } of actions) canaries.checkHidden("a code action", shown);
});

test("no answer about any place contains a secret", () => {
  for (let offset = 0; offset <= text.length; offset++) {
    const position = file.lines.positionAt(offset);
    const where = `at ${position.line + 1}:${position.character + 1}`;
    canaries.checkHidden(`hover ${where}`, answerOf("hover", { position }));
    canaries.checkHidden(`signatureHelp ${where}`, answerOf("signatureHelp", { position }));
    if (offset % 7 !== 0) continue;
    const range = { start: position, end: position };
    const actions = answerOf("codeAction", { range, context: { diagnostics: [] } }) as CodeAction[] | null;
    for (const { edit: _, ...shown } of actions ?? []) canaries.checkHidden(`a code action ${where}`, shown);
    for (const method of ["definition", "documentHighlight", "prepareRename", "linkedEditingRange"])
      canaries.checkHidden(`${method} ${where}`, answerOf(method, { position }));
    canaries.checkHidden(`references ${where}`, answerOf("references", { position, context: {} }));
    canaries.checkHidden(`selectionRange ${where}`, answerOf("selectionRange", { positions: [position] }));
  }
});

test("no completion contains a secret", () => {
  for (let offset = 0; offset <= text.length; offset += 5) {
    const position = file.lines.positionAt(offset);
    const answer = answerOf("completion", { position }) as { readonly items: readonly CompletionItem[] } | null;
    canaries.checkHidden(`completion at ${position.line + 1}:${position.character + 1}`, answer);
    const [first] = answer?.items ?? [];
    if (first) canaries.checkHidden("a resolved completion", resolveName(first, file));
  }
});

test("a list of phones is imported without its secrets", async () => {
  const secret = canaries.at("list");
  const list = `mac,model,GPP_SA,mpwd,Password_1_,GPP_A\n00005e005301,8841,${secret},${secret},${secret},x\n`;
  const answer = await answerTo(importDevices, { list });
  assert.ok(answer);
  assert.ok(answer.ids.includes("00005e005301"));
  const { secrets: _, ...shown } = answer;
  canaries.checkHidden("the import", shown);
});

const devices: readonly Device[] = deviceFiles.flatMap((file) =>
  readDeviceFile(file, () => secretNamesOf(catalogue)).entries.map(({ device }) => device),
);

test("what a device does is shown without the secrets of file and device", () => {
  assert.ok(devices.length >= 3);
  for (const device of [undefined, ...devices, ...sampleDevices(catalogue)])
    canaries.checkHidden(`the report of ${device?.id}`, evaluated(file, device));
});

test("an expanded profile, and what is reported for a chosen device, contain no secret", () => {
  for (const device of [undefined, ...devices]) {
    canaries.checkHidden(`the profile for ${device?.id}`, expandedFile(file, device));
    if (!device) continue;
    const chosen = { ...file, previewDevice: device };
    canaries.checkHidden("inlay hints", inlayHints.run(chosen, { textDocument, range: whole }, noToken));
    for (let offset = 0; offset <= text.length; offset++) {
      const position = file.lines.positionAt(offset);
      canaries.checkHidden(`a hover at ${offset}`, hover.run(chosen, { textDocument, position }, noToken));
    }
  }
});

test("problems of a device file contain no secret", async () => {
  for (const text of deviceFiles) canaries.checkHidden("a problem", (await answerTo(deviceList, { text })).problems);
});

test("a fault is reported by its place, without the value that it quotes", () => {
  const secret = canaries.at("a fault");
  const changed = new TypeError("first");
  changed.message = secret;
  const faults = [
    new Error(`bad ${secret}`),
    new Error(`${secret}\n    at ${secret} (file.ts:1:1)`),
    changed,
    Object.assign(new Error(secret), { name: secret }),
    new Error("outer", { cause: new Error(secret) }),
    secret,
    { message: secret },
  ];
  for (const fault of faults) canaries.checkHidden("a fault", faultPlace(fault));
  assert.match(faultPlace(changed), /^TypeError\n {4}at .*canaries\.test/);
  assert.equal(faultPlace(Object.assign(new Error("EIO: no"), { syscall: "read" })), "Error: EIO: no");
});

test("what the server sends and logs contains no secret, whatever fails in it", () =>
  withSession({ files: { "closed.xml": text } }, async (session) => {
    const sent: unknown[] = [];
    session.client.onNotification("window/logMessage", (params: unknown) => {
      sent.push(params);
    });
    const reported = () => sent.filter((each) => /failed/.test(JSON.stringify(each))).length;
    const kept = { run: hover.run, check: provisioningRuleType.check };
    const fail = (value: unknown): never => {
      throw new Error(`cannot read ${typeof value === "string" ? value : text}`);
    };
    try {
      Object.assign(hover, { run: fail });
      Object.assign(provisioningRuleType, { check: fail });
      await session.open(text);
      sent.push(await session.ask("textDocument/hover", { position: { line: 1, character: 3 } }));
      await assert.rejects(session.client.sendRequest("flatProfile/devices", { text: 7 }), /`text` is missing or/);
      sent.push(await session.ask("textDocument/documentSymbol"), await session.ask("flatProfile/evaluate"));
      sent.push(await session.client.sendRequest("workspace/symbol", { query: "" }));
      for (let tries = 0; tries < 400 && reported() < 2; tries++)
        await new Promise((resolve) => setTimeout(resolve, 5));
    } finally {
      Object.assign(hover, { run: kept.run });
      Object.assign(provisioningRuleType, { check: kept.check });
    }
    await session.nextPublished(() => true);
    assert.ok(reported() >= 2, JSON.stringify(sent).slice(0, 2000));
    assert.ok(JSON.stringify(sent).includes(`failed on ${uri}`));
    for (const each of [...sent, ...session.published]) canaries.checkHidden("the server", each);
  }));
