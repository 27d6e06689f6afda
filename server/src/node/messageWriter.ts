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
    return new Promise((resolve, reject) => {
      this.stream.write(framed(partsOf(message)), (error) => (error ? reject(error) : resolve()));
    });
  }

  end(): void {
    this.stream.end();
  }
}

/** The JSON of a message. What is written already is not read for that. */
function partsOf(message: Message): readonly string[] {
  const written = writtenIn(message);
  if (written === undefined) return [JSON.stringify(message)];
  const { member, parts } = written;
  const others = JSON.stringify({ ...message, [member]: undefined });
  return [`${others.slice(0, -1)},"${member}":`, ...parts, "}"];
}

/** Header and body in one piece, as two of them would be two chunks for the stream. */
function framed(parts: readonly string[]): Buffer {
  let length = 0;
  for (const part of parts) length += Buffer.byteLength(part);
  const header = `Content-Length: ${length}\r\n\r\n`;
  const bytes = Buffer.allocUnsafe(header.length + length);
  let at = bytes.write(header, "latin1");
  for (const part of parts) at += bytes.write(part, at);
  return bytes;
}
