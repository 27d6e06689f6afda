import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  type InitializeParams,
  type Message,
} from "vscode-languageserver/browser";
import { Gate } from "../lsp/gate";
import type { Line } from "../lsp/greet";
import { codeUri } from "../lsp/initialize";
import { writtenIn } from "../lsp/writtenMember";

declare const self: DedicatedWorkerGlobalScope;

/** Messages between workers are objects. */
class ObjectWriter extends BrowserMessageWriter {
  override write(message: Message): Promise<void> {
    const written = writtenIn(message);
    if (written === undefined) return super.write(message);
    const { member, parts } = written;
    return super.write({ ...message, [member]: JSON.parse(parts.join("")) } as Message);
  }
}

/** Speaks in messages of the worker this is. */
export function connect(): Line {
  const writer = new ObjectWriter(self);
  const gate = new Gate(new BrowserMessageReader(self), writer);
  return { connection: createConnection(gate, writer), gate, writer };
}

/** Runs another part of the server, a file beside this one; a copy of the code has another address than the code. */
export function load(file: string, params: InitializeParams): void {
  importScripts(new URL(file, codeUri(params) ?? self.location.href).href);
}
