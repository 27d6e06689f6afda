import type { Connection, InitializeParams, MessageWriter, ServerCapabilities } from "vscode-languageserver";
import { initializeResult } from "./capabilities";
import type { Gate } from "./gate";

/** The way to one client. */
export interface Line {
  readonly connection: Connection;
  readonly gate: Gate;
  readonly writer: MessageWriter;
}

/**
 * Answers `initialize`, and has `begin` make the rest of the server as soon as the answer is written, at the latest before
 * another message is handled: the client goes on while it is made.
 */
export function greet(
  { connection, gate, writer }: Line,
  ofFeatures: ServerCapabilities,
  begin: (params: InitializeParams) => void,
): void {
  let params: InitializeParams | undefined;
  let isAwaited = false;
  let hasBegun = false;
  const beginOnce = () => {
    isAwaited = true;
    if (hasBegun || !params) return;
    hasBegun = true;
    begin(params);
  };
  gate.beforeWork = beginOnce;
  connection.onInitialize((given) => {
    params = given;
    if (isAwaited) beginOnce();
    else afterNextMessage(writer, beginOnce);
    return initializeResult(ofFeatures, given.capabilities);
  });
  connection.listen();
}

function afterNextMessage(writer: MessageWriter, done: () => void): void {
  const { write } = writer;
  writer.write = (message) => {
    writer.write = write;
    const written = write.call(writer, message);
    // a client that went away needs nothing more; a part that cannot be read ends the process
    void written.then(done, done);
    return written;
  };
}
