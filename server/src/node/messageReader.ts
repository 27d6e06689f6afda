import type { Readable } from "node:stream";
import { AbstractMessageReader, type DataCallback, type Disposable, type Message } from "vscode-languageserver/node";

/** Bytes of a header at most; ours and those of clients have about thirty. */
const maxHeaderBytes = 4_096;
/** Bytes of a message at most: a text of a quarter of a gigabyte is longer than editors send. */
const maxBodyBytes = 1 << 28;

const [cr, lf] = [13, 10];

/**
 * Messages of a stream in which each header is valid. The first one that is not ends it, as nothing says where the next
 * message begins; `onBroken` then learns why, in words that quote nothing. The reader of the library, which takes some
 * broken headers for others, waits for a turn of the event loop before each message.
 */
export class FramedReader extends AbstractMessageReader {
  #header: number[] = [];
  /** Bytes of the message that are still to come; undefined: its header is. */
  #left: number | undefined;
  #body: Uint8Array[] = [];
  #isOver = false;

  constructor(
    readonly stream: Readable,
    readonly onBroken: (reason: string) => void,
  ) {
    super();
  }

  listen(callback: DataCallback): Disposable {
    const onData = (chunk: Buffer) => this.#take(chunk, callback);
    const onEnd = () => {
      if (!this.#isOver) this.fireClose();
      this.#isOver = true;
    };
    const ends = ["end", "close", "error"] as const;
    for (const end of ends) this.stream.on(end, onEnd);
    this.stream.on("data", onData);
    return {
      dispose: () => {
        this.stream.off("data", onData);
        for (const end of ends) this.stream.off(end, onEnd);
      },
    };
  }

  #take(chunk: Buffer, callback: DataCallback): void {
    for (let at = 0; at < chunk.length && !this.#isOver; ) {
      if (this.#left === undefined) at = this.#readHeader(chunk, at);
      else {
        const taken = chunk.subarray(at, at + this.#left);
        this.#body.push(taken);
        this.#left -= taken.length;
        at += taken.length;
      }
      if (this.#left === 0) this.#pass(callback);
    }
  }

  #pass(callback: DataCallback): void {
    const [first, ...more] = this.#body;
    const bytes =
      first && more.length === 0
        ? Buffer.from(first.buffer, first.byteOffset, first.length)
        : Buffer.concat(this.#body);
    this.#body = [];
    this.#left = undefined;
    try {
      callback(JSON.parse(bytes.toString()) as Message);
    } catch (error) {
      this.fireError(error);
    }
  }

  /** Reads a header as far as `chunk` has it; answers the place after what was read. */
  #readHeader(chunk: Uint8Array, from: number): number {
    const header = this.#header;
    for (let at = from; at < chunk.length; at++) {
      const byte = chunk[at] as number;
      header.push(byte);
      if (byte === lf && header.at(-2) !== cr)
        return this.#break("A line of a message header does not end with CR LF.");
      if (header.length > maxHeaderBytes) return this.#break("A message header is too long.");
      if (byte !== lf || header.at(-3) !== lf) continue;
      this.#left = contentLength(String.fromCharCode(...header));
      if (this.#left === undefined) return this.#break("A message header has no valid Content-Length.");
      this.#header = [];
      return at + 1;
    }
    return chunk.length;
  }

  #break(reason: string): number {
    this.#isOver = true;
    this.onBroken(reason);
    return Number.POSITIVE_INFINITY;
  }
}

/** The length that a header states; undefined when it states none, two, or none that is a length. */
function contentLength(header: string): number | undefined {
  let length: number | undefined;
  for (const line of header.slice(0, -4).split("\r\n")) {
    const colon = line.indexOf(":");
    if (colon < 1) return undefined;
    if (line.slice(0, colon).toLowerCase() !== "content-length") continue;
    const value = line.slice(colon + 1).trim();
    if (length !== undefined || !/^\d{1,10}$/.test(value) || Number(value) > maxBodyBytes) return undefined;
    length = Number(value);
  }
  return length;
}
