import type { Writable } from "node:stream";
import { AbstractMessageWriter, type Message, type MessageWriter } from "vscode-languageserver/node";
import { jsonOf } from "../text/jsonText";

/**
 * Writes each message at once, its header and its body together. The library's waits for a turn of the event loop, and
 * wakes the client with a header alone.
 */
export class WholeWriter extends AbstractMessageWriter implements MessageWriter {
  constructor(readonly stream: Writable) {
    super();
    stream.on("error", (error) => this.fireError(error));
    stream.on("close", () => this.fireClose());
  }

  write(message: Message): Promise<void> {
    const { stream } = this;
    return new Promise((resolve, reject) => {
      const body = Buffer.from(bodyOf(message));
      stream.cork();
      stream.write(`Content-Length: ${body.length}\r\n\r\n`, "latin1");
      stream.write(body, (error) => (error ? reject(error) : resolve()));
      stream.uncork();
    });
  }

  end(): void {
    this.stream.end();
  }
}

/** An answer that is written already is not read for that. */
function bodyOf(message: Message & { readonly result?: unknown }): string {
  const result = jsonOf(message.result);
  if (result === undefined) return JSON.stringify(message);
  return `${JSON.stringify({ ...message, result: undefined }).slice(0, -1)},"result":${result}}`;
}
