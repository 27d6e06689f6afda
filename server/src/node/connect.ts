import { homedir } from "node:os";
import path from "node:path";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { Gate } from "../lsp/gate";
import type { Line } from "../lsp/greet";
import { runCompiled } from "./compiledCode";
import { compiledFolder } from "./compiledFolder";
import { transportOf } from "./transport";

/** Speaks as the command line says, until the client ends, goes away or sends something other than a message. */
export function connect(): Line {
  const { reader, writer } = transportOf(process.argv.slice(2), (reason) => {
    process.stderr.write(`flat-profile: ${reason}\n`, () => process.exit(1));
  });
  const gate = new Gate(reader, writer);
  reader.onClose(() => process.exit(gate.isShutDown ? 0 : 1));
  return { connection: createConnection(ProposedFeatures.all, gate, writer), gate, writer };
}

/** Runs another part of the server, a file beside this one. */
export function load(file: string): void {
  runCompiled(path.join(__dirname, file), compiledFolder(process.env, process.platform, homedir()));
}
