import type { InitializeParams } from "vscode-languageserver";
import { features, requests, workspaceFeatures } from "../features/index";
import type { ServerFeature } from "../features/requestFeature";
import { abilitiesOf, initializeResult } from "./capabilities";
import { syncChoices } from "./clientChoices";
import { Diagnostics } from "./diagnostics";
import { syncDocuments } from "./documentSync";
import { featureCapabilities } from "./featureCapabilities";
import { codeUri, folderUris, openLanguages } from "./initialize";
import { useLanguageOf } from "./language";
import type { Host } from "./runtime";
import { logFault, serve, serveRequest } from "./serve";
import { Session } from "./session";
import { readCatalogues, warmUp } from "./warmUp";
import { syncWorkspace, watchWorkspace } from "./workspaceSync";

/** Milliseconds after the start before the server gets ready for a file unasked. */
export const idleMs = 50;

/** Serves one client until the connection ends. */
export function startServer(host: Host): void {
  host.connection.onInitialize((params) => {
    serveClient(host, params);
    return initializeResult(featureCapabilities(), params.capabilities);
  });
  host.connection.listen();
}

/** Serves a client that has said who it is; no other message of it was handled yet. */
export function serveClient({ connection, runtime }: Host, params: InitializeParams): void {
  const { capabilities, initializationOptions } = params;
  const session = new Session(connection, runtime);
  const diagnostics = new Diagnostics(session);
  session.capabilities = capabilities;
  session.client = abilitiesOf(capabilities);
  session.services.language = params.locale ?? "en";
  session.folders = folderUris(params);
  session.clientSettings.pulls = capabilities.workspace?.configuration === true;
  session.codeUri = codeUri(params);
  session.openLanguages = openLanguages(params);
  useLanguageOf(initializationOptions, (name) => session.packedFile(name));
  session.clientSettings.useInitial(initializationOptions);

  connection.onInitialized(() => {
    // the client needs a moment before it sends the files
    runtime.delay(0, () =>
      readCatalogues(session).catch((error) => logFault(session, "reading a catalogue", "", error)),
    );
    watchWorkspace(session, diagnostics);
    diagnostics.refreshIf(session.loadExtension(), "the parameters of the workspace");
    session.loadConfigs().catch((error) => logFault(session, "the configurations of the workspace", "", error));
    runtime.delay(idleMs, () => {
      if (session.documents.count === 0) warmUp(session).catch((error) => logFault(session, "warming up", "", error));
    });
  });

  syncDocuments(session, diagnostics);
  syncWorkspace(session, diagnostics);
  syncChoices(session);
  diagnostics.listen();
  for (const feature of features) serve(session, feature);
  for (const feature of workspaceFeatures) serveRequest(session, feature.request.method, feature);
  for (const [method, feature] of Object.entries(requests))
    serveRequest(session, method, feature as ServerFeature<unknown, unknown>);
}
