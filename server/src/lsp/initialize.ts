import type { ClientCapabilities, InitializeParams, WorkspaceFolder } from "vscode-languageserver";
import { isObject } from "../features/paramShapes";

/** Capabilities lie at most so deep; what lies deeper is none of the protocol. */
const maxDepth = 8;
/** Folders of one workspace at most. */
const maxFolders = 1_000;

/** The parameters of `initialize`; members of a wrong form are treated as absent. */
export function readInitialize(raw: unknown): InitializeParams {
  const given = isObject(raw) ? raw : {};
  const { processId, rootUri, workDoneToken, trace, initializationOptions, locale } = given;
  return {
    // The library ends the server when there is no such process, and fails on other values.
    processId: isProcessId(processId) ? processId : null,
    rootUri: typeof rootUri === "string" ? rootUri : null,
    capabilities: capabilitiesOf(given.capabilities),
    initializationOptions,
    ...(typeof locale === "string" && { locale }),
    workspaceFolders: foldersOf(given.workspaceFolders),
    ...((trace === "off" || trace === "messages" || trace === "verbose") && { trace }),
    ...((typeof workDoneToken === "string" || typeof workDoneToken === "number") && { workDoneToken }),
  };
}

/** Where the files of the workspace are. */
export function folderUris({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
  const uris = workspaceFolders ? workspaceFolders.map(({ uri }) => uri) : rootUri === null ? [] : [rootUri];
  return [...new Set(uris)];
}

/** The address of the server's own code, where the client says it. */
export function codeUri({ initializationOptions }: InitializeParams): string | undefined {
  const uri = isObject(initializationOptions) ? initializationOptions.codeUri : undefined;
  return typeof uri === "string" ? uri : undefined;
}

/** Languages of files that are open, where the client says it: it sends the files in a moment. */
export function openLanguages({ initializationOptions }: InitializeParams): readonly string[] {
  const languages = isObject(initializationOptions) ? initializationOptions.languages : undefined;
  return Array.isArray(languages) ? languages.filter((language) => typeof language === "string") : [];
}

function foldersOf(raw: unknown): WorkspaceFolder[] | null {
  if (!Array.isArray(raw)) return null;
  const folders: WorkspaceFolder[] = [];
  for (const folder of raw.slice(0, maxFolders) as readonly unknown[]) {
    if (isObject(folder) && typeof folder.uri === "string" && folder.uri !== "")
      folders.push({ uri: folder.uri, name: typeof folder.name === "string" ? folder.name : "" });
  }
  return folders;
}

/** The library and we read members of members without asking: what is null is left out. */
function capabilitiesOf(raw: unknown): ClientCapabilities {
  return isObject(raw) ? (withoutNulls(raw, maxDepth) as ClientCapabilities) : {};
}

function withoutNulls(raw: unknown, depth: number): unknown {
  if (Array.isArray(raw)) return raw.filter((item) => typeof item === "string" || typeof item === "number");
  if (!isObject(raw)) return raw;
  if (depth === 0) return undefined;
  const entries = Object.entries(raw).filter(([, value]) => value !== null);
  return Object.fromEntries(entries.map(([key, value]) => [key, withoutNulls(value, depth - 1)]));
}

const isProcessId = (raw: unknown): raw is number => Number.isInteger(raw) && 0 < Number(raw) && Number(raw) < 2 ** 31;
