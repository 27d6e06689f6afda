import "./patience";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import type { Host } from "../lsp/runtime";
import { nodeRuntime } from "./runtime";
import { writeWholeMessages } from "./wholeMessages";

writeWholeMessages(process.stdout);

/** Speaks as the command line says: over stdio, a pipe, a socket or the channel to the parent process. */
export const connect = (): Host => ({ connection: createConnection(ProposedFeatures.all), runtime: nodeRuntime });
