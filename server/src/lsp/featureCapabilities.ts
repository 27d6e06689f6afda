import type { ServerCapabilities } from "vscode-languageserver";
import { features, workspaceFeatures } from "../features/index";

/** What all features say to a client that they can. */
export function featureCapabilities(): ServerCapabilities {
  return Object.assign({}, ...[...features, ...workspaceFeatures].map(({ capability }) => capability));
}
