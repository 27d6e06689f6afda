/** What encryption needs of its host: the Web's own interfaces, which Node, browsers and workers share. */
export interface Platform {
  readonly crypto: {
    readonly subtle: Subtle;
    getRandomValues(bytes: Uint8Array): unknown;
  };
  readonly CompressionStream: new (format: "gzip") => ByteTransform;
  readonly DecompressionStream: new (format: "gzip") => ByteTransform;
  /** AES-256-CBC of whole blocks over any number of calls, where the host has it. */
  readonly cbc?: (how: "encrypt" | "decrypt", key: Uint8Array, iv: Uint8Array) => Blocks;
}

export interface Blocks {
  update(blocks: Uint8Array): Uint8Array;
}

/** The part of WebCrypto that is used. */
interface Subtle {
  importKey(
    format: "raw",
    bytes: Uint8Array,
    algorithm: string,
    extractable: boolean,
    usages: readonly string[],
  ): Promise<unknown>;
  encrypt(algorithm: object, key: unknown, data: Uint8Array): Promise<ArrayBuffer>;
  decrypt(algorithm: object, key: unknown, data: Uint8Array): Promise<ArrayBuffer>;
  deriveBits(algorithm: object, key: unknown, length: number): Promise<ArrayBuffer>;
}

interface ByteTransform {
  readonly writable: { getWriter(): ByteWriter };
  readonly readable: { getReader(): ByteReader };
}

interface ByteWriter {
  readonly ready: Promise<unknown>;
  write(chunk: Uint8Array): Promise<unknown>;
  close(): Promise<unknown>;
  abort(reason: unknown): Promise<unknown>;
}

interface ByteReader {
  read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>;
  cancel(): Promise<unknown>;
}

/** Bytes that come piece by piece; what a ReadableStream of Node is, too. */
export type ByteSource = AsyncIterable<Uint8Array>;

/** `source` through a transform stream; the source is read no faster than the result is taken. */
export async function* through({ writable, readable }: ByteTransform, source: ByteSource): AsyncGenerator<Uint8Array> {
  const writer = writable.getWriter();
  const reader = readable.getReader();
  let failure: { readonly error: unknown } | undefined;
  const feeding = (async () => {
    try {
      for await (const chunk of source) {
        await writer.ready;
        await writer.write(chunk);
      }
      await writer.close();
    } catch (error) {
      failure ??= { error };
      await writer.abort(error).catch(() => undefined);
    }
  })();
  let isDone = false;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (value) yield value;
      if (done) break;
    }
    isDone = true;
    await feeding;
  } catch (error) {
    throw failure ? failure.error : error;
  } finally {
    if (!isDone) await reader.cancel().catch(() => undefined);
  }
}
