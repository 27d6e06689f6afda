import type { Host } from "../lsp/runtime";
import { connect as connectLine } from "./connect";
import { runtimeOf } from "./runtime";

/** The client that the command line names, and this platform. */
export function connect(): Host {
  return { connection: connectLine().connection, runtime: runtimeOf() };
}
