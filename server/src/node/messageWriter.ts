import type { Writable } from "node:stream";
import { AbstractMessageWriter, type Message, type MessageWriter } from "vscode-languageserver/node";
import { writtenIn } from "../lsp/writtenMember";

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
      const body = bodyOf(message);
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

/** What is written already is not read for that. */
function bodyOf(message: Message): Buffer {
  const written = writtenIn(message);
  if (written === undefined) return Buffer.from(JSON.stringify(message));
  const { member, parts } = written;
  const head = `${JSON.stringify({ ...message, [member]: undefined }).slice(0, -1)},"${member}":`;
  let length = Buffer.byteLength(head) + 1;
  for (const part of parts) length += Buffer.byteLength(part);
  const body = Buffer.allocUnsafe(length);
  let at = body.write(head);
  for (const part of parts) at += body.write(part, at);
  body.write("}", at);
  return body;
}
