import { DidChangeConfigurationNotification, DidChangeWatchedFilesNotification } from "vscode-languageserver";
import { configFile } from "../deployment/siteMap";
import { dialects } from "../dialects/index";
import { fileGlobs } from "../dialects/recognize";
import { isObject } from "../features/paramShapes";
import { settingsFaults } from "../features/settingsFaults";
import { extensionFile } from "../schema/extension";
import { templateEndings } from "../templates/parts";
import type { Diagnostics } from "./diagnostics";
import type { Session } from "./session";

/** Wrong settings that are shown at a time. */
const maxFaults = 5;

/** Asks the client to report changes of its settings and files. */
export function watchWorkspace(session: Session, diagnostics: Diagnostics): void {
  const { connection, capabilities } = session;
  const { didChangeConfiguration, didChangeWatchedFiles } = capabilities.workspace ?? {};
  if (didChangeConfiguration?.dynamicRegistration)
    session.attempt(connection.client.register(DidChangeConfigurationNotification.type, { section: "flatProfile" }));
  if (didChangeWatchedFiles?.dynamicRegistration) {
    // Lists of devices have the names that the configuration says.
    const globs = [`**/${extensionFile}`, `**/${configFile}`, "**/*.csv", ...fileGlobs(dialects)];
    const watchers = globs.map((globPattern) => ({ globPattern }));
    const registered = connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    session.attempt(registered.then(() => diagnostics.filesAreWatched()));
  }
}

/** Their data and included files have any names, and most workspaces have no templates. */
function watchTemplates({ connection, capabilities, attempt }: Session): void {
  if (!capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration) return;
  const watchers = [`**/*.{json,yaml,yml,${templateEndings.join(",")}}`].map((globPattern) => ({ globPattern }));
  attempt(connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }));
}

/** Follows the settings and the files of the workspace. */
export function syncWorkspace(session: Session, diagnostics: Diagnostics): void {
  const { connection, clientSettings } = session;
  const shown = new Set<string>();
  clientSettings.onLate = () => diagnostics.refresh();
  session.onNews = () => diagnostics.refresh();
  session.onTemplates = () => watchTemplates(session);
  clientSettings.onRead = ({ analysis }) => {
    if (analysis.device.family === undefined && Object.keys(analysis.severities).length === 0) return;
    for (const fault of settingsFaults(analysis, session.services).slice(0, maxFaults)) {
      if (!shown.has(fault)) connection.window.showWarningMessage(`Flat Profile: ${fault}`);
      shown.add(fault);
    }
  };
  connection.onDidChangeConfiguration((params) => {
    diagnostics.workspaceChanged();
    // Some clients send settings at the start.
    if (clientSettings.pulls) return diagnostics.refreshIf(session.settingsChanged(), "settings");
    const settings: unknown = params?.settings;
    clientSettings.useInitial(isObject(settings) ? settings.flatProfile : undefined);
    diagnostics.refresh();
  });
  connection.onDidChangeWatchedFiles((params) => {
    session.neighborhoods.forget();
    diagnostics.workspaceChanged();
    session.siteFilesChanged();
    const changes: readonly unknown[] = Array.isArray(params?.changes) ? params.changes : [];
    const uris = changes.flatMap((change) => (isObject(change) ? [String(change.uri)] : []));
    session.templates.filesChanged(uris);
    const hasParameters = uris.some((uri) => uri.endsWith(`/${extensionFile}`));
    if (hasParameters) diagnostics.refreshIf(session.loadExtension(), "the parameters of the workspace");
    const configs = uris.filter((uri) => uri.endsWith(`/${configFile}`));
    if (configs.length === 0 && !hasParameters) return;
    const loaded = session.loadConfigs(configs.map((uri) => uri.slice(0, uri.lastIndexOf("/"))));
    diagnostics.refreshIf(loaded, "the configurations of the workspace");
    session.attempt(loaded.then(() => session.templates.all()));
  });
}
