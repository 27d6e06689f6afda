import type { ByteSource } from "./platform";

export function concat(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Bytes of ASCII text. */
export function ascii(text: string): Uint8Array {
  return Uint8Array.from(text, (c) => c.charCodeAt(0));
}

export function startsWith(bytes: Uint8Array, start: Uint8Array): boolean {
  return bytes.length >= start.length && start.every((byte, i) => bytes[i] === byte);
}

/** Text of bytes that are ASCII; undefined when one is not. */
export function asciiText(bytes: Uint8Array): string | undefined {
  return bytes.every((byte) => byte < 0x80) ? String.fromCharCode(...bytes) : undefined;
}

/** Reads a source in pieces of wanted size; what is peeked at is not lost. */
export class ByteReader {
  readonly #chunks: AsyncIterator<Uint8Array>;
  #buffered: Uint8Array[] = [];
  #bufferedLength = 0;
  #ended = false;

  constructor(source: ByteSource) {
    this.#chunks = source[Symbol.asyncIterator]();
  }

  /** The next `length` bytes, fewer at the end only; they stay. */
  async peek(length: number): Promise<Uint8Array> {
    while (this.#bufferedLength < length && !this.#ended) {
      const { done, value } = await this.#chunks.next();
      if (done) this.#ended = true;
      else if (value.length > 0) {
        this.#buffered.push(value);
        this.#bufferedLength += value.length;
      }
    }
    if (this.#buffered.length > 1) this.#buffered = [concat(...this.#buffered)];
    return (this.#buffered[0] ?? new Uint8Array()).subarray(0, length);
  }

  async take(length: number): Promise<Uint8Array> {
    const taken = await this.peek(length);
    const rest = this.#buffered[0]?.subarray(taken.length);
    this.#buffered = rest && rest.length > 0 ? [rest] : [];
    this.#bufferedLength -= taken.length;
    return taken;
  }

  /** What was read already, `most` bytes at most and a multiple of `unit` but at the end; as it came, not copied. */
  async takeUnits(unit: number, most: number): Promise<Uint8Array> {
    await this.peek(unit);
    const ready = Math.min(this.#bufferedLength, most);
    return this.take(ready < unit ? ready : ready - (ready % unit));
  }

  /** Everything that is left, in pieces of `size` at most. */
  async *rest(size: number): AsyncGenerator<Uint8Array> {
    try {
      for (;;) {
        const piece = await this.takeUnits(1, size);
        if (piece.length === 0) return;
        yield piece;
      }
    } finally {
      await this.close();
    }
  }

  /** Ends the source, so that it can close a file. */
  async close(): Promise<void> {
    if (!this.#ended) await this.#chunks.return?.();
    this.#ended = true;
  }
}

/** `bytes` as a source. */
export async function* sourceOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  if (bytes.length > 0) yield bytes;
}

/** All bytes of a source; refuses more than `limit`. */
export async function collect(source: ByteSource, limit = Number.POSITIVE_INFINITY): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of source) {
    length += chunk.length;
    if (length > limit) throw new RangeError("more bytes than expected");
    chunks.push(chunk);
  }
  return concat(...chunks);
}
