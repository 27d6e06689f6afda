import * as vscode from "vscode";
import type { BaseLanguageClient, LanguageClientOptions } from "vscode-languageclient";
import { registerCommands } from "./commands/index";
import type { Context } from "./context";
import { showDevice } from "./deviceStatus";
import { languageId, recognizeLanguage } from "./languageId";
import { tellTheme } from "./theme";
import { serveWorkspaceFiles } from "./workspaceFiles";

/** Activation shared by both hosts; `createClient` supplies the way to the server. */
export function start(
  extension: vscode.ExtensionContext,
  createClient: (options: LanguageClientOptions) => BaseLanguageClient,
): BaseLanguageClient {
  const log = vscode.window.createOutputChannel("Flat Profile", { log: true });
  const client = createClient({
    // any scheme: files, unsaved documents, remote and virtual workspaces
    documentSelector: [{ language: languageId }],
    outputChannel: log,
    traceOutputChannel: log,
    diagnosticPullOptions: { onChange: true, onFocus: true },
    markdown: { isTrusted: false, supportHtml: false },
  });
  const context: Context = { extension, log, client, ready: onceReady(client, log) };

  extension.subscriptions.push(
    log,
    serveWorkspaceFiles(client),
    registerCommands(context),
    startWhenNeeded(context),
    showDevice(context),
    tellTheme(context),
    recognizeLanguage(),
  );
  return client;
}

/** Windows without a flat-profile never start a server. */
function startWhenNeeded(context: Context): vscode.Disposable {
  const look = (document: vscode.TextDocument) => {
    if (document.languageId === languageId) context.ready().catch(() => undefined);
  };
  vscode.workspace.textDocuments.forEach(look);
  return vscode.workspace.onDidOpenTextDocument(look);
}

function onceReady(client: BaseLanguageClient, log: vscode.LogOutputChannel): () => Promise<BaseLanguageClient> {
  return async () => {
    try {
      await client.start(); // answers the running start when there is one
      return client;
    } catch (error) {
      log.error("the language server did not start", error instanceof Error ? error : String(error));
      throw error;
    }
  };
}
