import "./patience";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { startServer } from "../lsp/startServer";
import { nodeRuntime } from "./runtime";

startServer(createConnection(ProposedFeatures.all), nodeRuntime);
