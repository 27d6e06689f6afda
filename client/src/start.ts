import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import type { LanguageClientOptions } from "vscode-languageclient";
import type { Context } from "./commands/context";
import { registerCommands } from "./commands/index";
import { showDevice } from "./deviceStatus";
import { isProfile, openLanguages, profiles, recognizeLanguage, setContextKeys } from "./dialectLanguages";
import { DialTests } from "./dialTests";
import { DriftPanel } from "./drift/driftPanel";
import { EffectivePanel } from "./effective/effectivePanel";
import { encryptedScheme } from "./encryption/encryptedScheme";
import { createEncryption } from "./encryption/encryption";
import { encryptOnSaving } from "./encryption/encryptOnSaving";
import { watchUnsavedEncrypted } from "./encryption/unsavedEncrypted";
import { FleetPanel } from "./fleet/fleetPanel";
import { GatePanel } from "./gate/gatePanel";
import type { Host } from "./host";
import { showImpactLens } from "./impact/impactLens";
import { ImpactPanel } from "./impact/impactPanel";
import { ImpactRuns } from "./impact/impactRuns";
import { KeyMapPanel } from "./keyMap/keyMapPanel";
import { MatrixPanel } from "./matrix/matrixPanel";
import { offerPlainPaste } from "./plainPaste";
import type { Platform } from "./platform";
import { completePolicies, isConfiguration } from "./policyCompletion";
import { showPreviewDevice } from "./preview/deviceItem";
import { DeviceStore } from "./preview/deviceStore";
import { ExpandedProfiles } from "./preview/expandedProfiles";
import { expandedScheme } from "./preview/expandedUri";
import { offerPreview } from "./preview/lens";
import { PreviewPanel } from "./preview/previewPanel";
import { sendDevices } from "./preview/sendDevices";
import { ReferencePages, referenceCommand, referenceScheme } from "./reference/referencePages";
import { ReplacementPanel } from "./replacement/replacementPanel";
import { RolloutPanel } from "./rollout/rolloutPanel";
import { offerScripts, panelCommands } from "./scriptLens";
import { Server } from "./server";
import { TablePanel } from "./table/tablePanel";
import { RenderedTemplates } from "./templates/renderedTemplates";
import { renderedScheme } from "./templates/renderedUri";
import { translatedTo } from "./texts";
import { sendTheme } from "./theme";
import { UpdatesPanel } from "./updates/updatesPanel";
import { DeviceView } from "./views/deviceView";
import { ProfileView } from "./views/profileView";
import { serveWorkspaceFiles } from "./workspaceFiles";

/** Activation, the same in all hosts. */
export function start(extension: vscode.ExtensionContext, { createClient, saveBytes }: Platform): Server {
  // Modules shared with the server ask this package for their texts, wherever they run.
  if (vscode.l10n.bundle) l10n.config({ contents: vscode.l10n.bundle });
  const log = vscode.window.createOutputChannel("Flat Profile", { log: true });
  const options: LanguageClientOptions = {
    // any scheme: files, unsaved documents, remote and virtual workspaces
    documentSelector: [...profiles],
    outputChannel: log,
    traceOutputChannel: log,
    diagnosticPullOptions: { onChange: true, onFocus: true },
    middleware: {
      // its problems are reported in the profile itself
      provideDiagnostics: (document, previous, token, next) =>
        [expandedScheme, renderedScheme].includes(("uri" in document ? document.uri : document).scheme)
          ? null
          : next(document, previous, token),
    },
    // links in hovers may open our panels and pages, and run nothing else
    markdown: { isTrusted: { enabledCommands: [...panelCommands, referenceCommand] }, supportHtml: false },
  };
  setContextKeys();
  const server = new Server(log, async () => {
    const initializationOptions = { l10n: translatedTo(), languages: openLanguages() };
    const client = await createClient(extension, { ...options, initializationOptions });
    extension.subscriptions.push(serveWorkspaceFiles(client));
    return client;
  });
  const host: Host = { extension, log, server, save: saveBytes, ready: () => server.ready() };
  const begin = () => void server.ready().catch(() => undefined); // it logs that it did not start
  const devices = new DeviceStore(host);
  const panel = new PreviewPanel(host, devices);
  const effective = new EffectivePanel(host, devices);
  const profileView = new ProfileView(host);
  const deviceView = new DeviceView(devices);
  const encryption = createEncryption(extension, saveBytes);
  const runs = new ImpactRuns(host, devices);
  const impact = { runs, panel: new ImpactPanel(host, runs) };
  const drift = new DriftPanel(host, devices);
  const matrix = new MatrixPanel(host, devices);
  const rollout = new RolloutPanel(host);
  const fleet = new FleetPanel(host, devices, panel);
  const gate = new GatePanel(host);
  const keyMap = new KeyMapPanel(host);
  const table = new TablePanel(host);
  const updates = new UpdatesPanel(host, devices);
  const replacement = new ReplacementPanel(host);
  const templates = new RenderedTemplates(host);
  const context: Context = {
    ...host,
    encryption,
    preview: { devices, panel },
    effective,
    profileView,
    deviceView,
    impact,
    drift,
    matrix,
    rollout,
    fleet,
    gate,
    keyMap,
    table,
    updates,
    replacement,
    templates,
  };

  extension.subscriptions.push(
    log,
    server,
    registerCommands(context),
    vscode.workspace.registerFileSystemProvider(encryptedScheme, encryption.files, { isCaseSensitive: true }),
    vscode.workspace.registerFileSystemProvider(referenceScheme, new ReferencePages(host), {
      isCaseSensitive: true,
      isReadonly: true,
    }),
    encryptOnSaving(host, encryption),
    watchUnsavedEncrypted(encryption.files, log),
    startWhenNeeded(begin),
    showDevice(host),
    devices,
    panel,
    effective,
    new ExpandedProfiles(host, devices),
    showPreviewDevice(devices),
    offerPreview(host, devices),
    sendDevices(host, devices),
    profileView,
    deviceView,
    offerScripts(host),
    runs,
    impact.panel,
    showImpactLens(runs),
    drift,
    matrix,
    rollout,
    fleet,
    gate,
    keyMap,
    table,
    updates,
    replacement,
    templates,
    new DialTests(host),
    completePolicies(host),
    offerPlainPaste(host),
    sendTheme(host),
    recognizeLanguage(begin), // the server gets ready while the editor changes the language
  );
  return server;
}

/** Windows without a flat-profile and without a configuration never start a server. */
function startWhenNeeded(begin: () => void): vscode.Disposable {
  const look = (document: vscode.TextDocument) => {
    if (isProfile(document) || isConfiguration(document)) begin();
  };
  vscode.workspace.textDocuments.forEach(look);
  return vscode.workspace.onDidOpenTextDocument(look);
}
