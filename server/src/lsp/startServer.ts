import {
  type ClientCapabilities,
  type CompletionItem,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type GenericRequestHandler,
  type InitializeResult,
  type ServerCapabilities,
  TextDocumentSyncKind,
  type WorkspaceSymbolParams,
} from "vscode-languageserver";
import { dialects } from "../dialects/index";
import { fileGlobs } from "../dialects/recognize";
import { addDeviceAnswer } from "../features/addDevice";
import { codeEntries } from "../features/codePages";
import { resolveName } from "../features/completion";
import { deviceAnswer } from "../features/device";
import { devicesAnswer } from "../features/deviceList";
import { dialTestsAnswer } from "../features/dialTests";
import { evaluationAnswer } from "../features/evaluation";
import { expandedAnswer } from "../features/expandedProfile";
import type { ClientAbilities } from "../features/feature";
import { importDevicesAnswer } from "../features/importDevices";
import { features } from "../features/index";
import { learnAnswer } from "../features/learned";
import { parameterEntries } from "../features/parameters";
import { parameterTree } from "../features/parameterTree";
import { ruleKeysAnswer } from "../features/ruleKeys";
import { scriptAnswer, scriptEdits, scriptPlaces } from "../features/scriptPanels";
import { settingsFaults } from "../features/settingsFaults";
import { workspaceSymbols } from "../features/workspaceSymbols";
import {
  type AddDeviceParams,
  addDeviceMethod,
  codesMethod,
  contentsMethod,
  type DevicesParams,
  deviceMethod,
  devicesMethod,
  dialTestsMethod,
  type EvaluateParams,
  evaluateMethod,
  expandMethod,
  type ImportDevicesParams,
  importDevicesMethod,
  type LearnParams,
  learnMethod,
  type ParametersParams,
  type PreviewDevicesParams,
  parametersMethod,
  previewDevicesMethod,
  ruleKeysMethod,
  type ScriptEditsParams,
  type ScriptParams,
  scriptEditsMethod,
  scriptMethod,
  scriptsMethod,
  type ThemeParams,
  themeMethod,
} from "../protocol";
import { codeUri, folderUris } from "./initialize";
import { useLanguageOf } from "./language";
import { changesOf, isDocumentNamed, isObject } from "./params";
import { PullDiagnostics } from "./pullDiagnostics";
import { PushDiagnostics } from "./pushDiagnostics";
import type { Host } from "./runtime";
import { guarded, logFault, serve } from "./serve";
import { extensionFile, Session } from "./session";
import { warmUp } from "./warmUp";

/** Faults of settings that are shown at a time. */
const maxFaults = 5;

/** Milliseconds after the start before the server gets ready for a file unasked. */
const idleMs = 50;

/** Serves one client until the connection ends. */
export function startServer({ connection, runtime }: Host): void {
  const session = new Session(connection, runtime);
  const push = new PushDiagnostics(session);
  const pull = new PullDiagnostics(session);
  let pulls = false;
  let capabilities: ClientCapabilities = {};

  connection.onInitialize((params): InitializeResult => {
    capabilities = params.capabilities;
    session.client = abilitiesOf(capabilities);
    session.folders = folderUris(params);
    session.clientSettings.pulls = capabilities.workspace?.configuration === true;
    useLanguageOf(params.initializationOptions);
    session.codeUri = codeUri(params);
    session.clientSettings.useInitial(params.initializationOptions);
    pulls = capabilities.textDocument?.diagnostic !== undefined;
    return { capabilities: serverCapabilities(pulls), serverInfo: { name: "flat-profile" } };
  });

  connection.onInitialized(() => {
    if (capabilities.workspace?.didChangeConfiguration?.dynamicRegistration) {
      passedOver(connection.client.register(DidChangeConfigurationNotification.type, { section: "flatProfile" }));
    }
    if (capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration) {
      const watchers = [
        { globPattern: `**/${extensionFile}` },
        ...fileGlobs(dialects).map((globPattern) => ({ globPattern })),
      ];
      const registered = connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
      passedOver(registered.then(() => (pull.watches = true)));
    }
    refreshIf("the parameters of the workspace", session.loadExtension());
    runtime.delay(idleMs, () => {
      if (session.documents.count === 0)
        void warmUp(session).catch((error) => logFault(session, "warming up", "", error));
    });
  });

  session.clientSettings.onLate = refresh;
  const shown = new Set<string>();
  session.clientSettings.onRead = ({ analysis }) => {
    if (analysis.device.family === undefined && Object.keys(analysis.severities).length === 0) return;
    for (const fault of settingsFaults(analysis, session.pools).slice(0, maxFaults)) {
      if (!shown.has(fault)) connection.window.showWarningMessage(`Flat Profile: ${fault}`);
      shown.add(fault);
    }
  };

  connection.onDidOpenTextDocument((params) => {
    if (!isDocumentNamed(params)) return;
    const { uri, version, text } = params.textDocument;
    if (typeof text !== "string") return;
    const { languageId } = params.textDocument;
    const language = typeof languageId === "string" ? languageId : "";
    session.documents.open(uri, typeof version === "number" ? version : 0, text, language);
    if (!pulls) push.opened(uri);
  });
  connection.onDidChangeTextDocument((params) => {
    if (!isDocumentNamed(params)) return;
    const { uri, version } = params.textDocument;
    session.documents.change(uri, typeof version === "number" ? version : 0, changesOf(params.contentChanges));
    if (!pulls) push.changed(uri);
  });
  connection.onDidCloseTextDocument((params) => {
    if (!isDocumentNamed(params)) return;
    const { uri } = params.textDocument;
    session.documents.close(uri);
    session.clientSettings.forget(uri);
    pull.workspaceChanged();
    if (!pulls) push.closed(uri);
  });
  connection.onDidChangeConfiguration((params) => {
    pull.workspaceChanged();
    if (session.clientSettings.pulls) return refreshIf("settings", session.settingsChanged()); // some clients send them at the start
    const settings: unknown = params?.settings;
    session.clientSettings.useInitial(isObject(settings) ? settings.flatProfile : undefined);
    refresh();
  });
  connection.onDidChangeWatchedFiles((params) => {
    pull.workspaceChanged();
    const changes: readonly unknown[] = Array.isArray(params?.changes) ? params.changes : [];
    if (changes.some((change) => isObject(change) && String(change.uri).endsWith(`/${extensionFile}`)))
      refreshIf("the parameters of the workspace", session.loadExtension());
  });

  /** A refresh stops what is being answered and asks for all of it again: only for what changed indeed. */
  function refreshIf(what: string, changed: Promise<boolean>): void {
    changed.then((isChanged) => isChanged && refresh()).catch((error) => logFault(session, what, "", error));
  }

  function refresh(): void {
    pull.workspaceChanged();
    if (!pulls) push.all();
    else if (capabilities.workspace?.diagnostics?.refreshSupport)
      passedOver(connection.languages.diagnostics.refresh());
  }

  connection.onNotification(themeMethod, (params: ThemeParams | undefined) => {
    if (params?.kind) session.client = { ...session.client, pictures: params.kind };
  });

  connection.onNotification(previewDevicesMethod, (params: PreviewDevicesParams | undefined) => {
    const files = Array.isArray(params?.files) ? params.files : [];
    session.previewDevices.clear();
    for (const { uri, device } of files) session.previewDevices.set(uri, device);
    if (capabilities.workspace?.inlayHint?.refreshSupport) passedOver(connection.languages.inlayHint.refresh());
  });

  for (const feature of features) serve(session, feature);
  const answer = <P, R>(method: string, run: (params: P) => R | Promise<R>) =>
    connection.onRequest(method, guarded(session, method, run) as GenericRequestHandler<R, void>);
  const resolve = async (item: CompletionItem) => resolveName(item, await anyFile(session));
  connection.onCompletionResolve(guarded(session, "completionItem/resolve", resolve));
  const findSymbols = async ({ query }: WorkspaceSymbolParams) => {
    const files = await Promise.all([...session.documents.uris()].map((uri) => session.file(uri)));
    return workspaceSymbols(
      files.filter((file) => file !== undefined),
      query,
    );
  };
  connection.onWorkspaceSymbol(guarded(session, "workspace/symbol", findSymbols));
  answer(parametersMethod, async ({ textDocument }: ParametersParams) => {
    const file = await session.file(textDocument.uri);
    return file ? parameterEntries(file) : [];
  });
  answer(contentsMethod, async ({ textDocument }: ParametersParams) => {
    const file = await session.file(textDocument.uri);
    return file ? parameterTree(file) : null;
  });
  answer(deviceMethod, async ({ textDocument }: ParametersParams) => {
    const file = await session.file(textDocument.uri);
    return file ? deviceAnswer(file) : null;
  });
  answer(evaluateMethod, async ({ textDocument, device }: EvaluateParams) => {
    const file = await session.file(textDocument.uri);
    return file ? evaluationAnswer(file, device) : null;
  });
  answer(expandMethod, async ({ textDocument, device }: EvaluateParams) => {
    const file = await session.file(textDocument.uri);
    return file ? expandedAnswer(file, device) : null;
  });
  answer(ruleKeysMethod, async ({ textDocument }: ParametersParams) => {
    const file = await session.file(textDocument.uri);
    return file ? ruleKeysAnswer(file) : null;
  });
  answer(scriptMethod, async ({ textDocument, ...asked }: ScriptParams) => {
    const file = await session.file(textDocument.uri);
    return file ? scriptAnswer(file, asked) : null;
  });
  answer(scriptEditsMethod, async ({ textDocument, ...asked }: ScriptEditsParams) => {
    const file = await session.file(textDocument.uri);
    return file ? scriptEdits(file, asked) : null;
  });
  answer(devicesMethod, ({ text }: DevicesParams) => devicesAnswer(session.pools, text));
  answer(scriptsMethod, async ({ textDocument }: ParametersParams) => {
    const file = await session.file(textDocument.uri);
    return file ? scriptPlaces(file) : null;
  });
  answer(dialTestsMethod, async ({ textDocument }: ParametersParams) => {
    const file = await session.file(textDocument.uri);
    return file ? dialTestsAnswer(file) : null;
  });
  answer(addDeviceMethod, async (params: AddDeviceParams) => {
    const { textDocument } = params;
    const file = textDocument && (await session.file(textDocument.uri));
    return addDeviceAnswer(params, file, session.pools);
  });
  answer(importDevicesMethod, (params: ImportDevicesParams) => importDevicesAnswer(params, session.pools));
  answer(learnMethod, async ({ textDocument, existing }: LearnParams) => {
    const file = await session.file(textDocument.uri);
    return file ? learnAnswer(file, session.pools.builtIn(file.snapshot.dialect), existing) : null;
  });
  answer(codesMethod, codeEntries);
  pull.listen();
  connection.listen();
}

/** Resolving a name needs a catalogue and a phone; the file asked last has both. */
async function anyFile(session: Session) {
  for (const uri of session.documents.uris()) return session.file(uri);
  return undefined;
}

function serverCapabilities(pulls: boolean): ServerCapabilities {
  const base: ServerCapabilities = {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    workspaceSymbolProvider: true,
    workspace: { workspaceFolders: { supported: true } },
    ...(pulls && {
      diagnosticProvider: { identifier: "flat-profile", interFileDependencies: false, workspaceDiagnostics: true },
    }),
  };
  return Object.assign(base, ...features.map((feature) => feature.capability));
}

function abilitiesOf({ textDocument }: ClientCapabilities): ClientAbilities {
  const item = textDocument?.completion?.completionItem;
  return {
    snippets: item?.snippetSupport === true,
    labelDetails: item?.labelDetailsSupport === true,
    markdown: listed(textDocument?.hover?.contentFormat)?.includes("markdown") ?? true,
    hierarchicalSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    editRangeDefault: listed(textDocument?.completion?.completionList?.itemDefaults)?.includes("editRange") === true,
  };
}

/** What a client refuses to do it does without. */
function passedOver(asked: Promise<unknown>): void {
  asked.catch(() => undefined);
}

const listed = (raw: unknown): readonly unknown[] | undefined => (Array.isArray(raw) ? raw : undefined);
