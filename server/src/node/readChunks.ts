import type { FilePath } from "./filePath";
import { openOrdinary } from "./ordinaryFile";

const maxBytes = 1 << 20;
const minBytes = 1 << 12;

/** A file's bytes in large pieces, or in one of its own size; the next is read while one is worked on. */
export async function* readChunks(file: FilePath, mayBePipe = false): AsyncGenerator<Uint8Array> {
  const { handle, size } = await openOrdinary(file, mayBePipe);
  const length = Math.min(maxBytes, Math.max(size + 1, minBytes));
  const read = async () => {
    const buffer = Buffer.allocUnsafeSlow(length);
    const { bytesRead } = await handle.read(buffer, 0, length, null);
    return buffer.subarray(0, bytesRead);
  };
  let next = read();
  try {
    for (;;) {
      const chunk = await next;
      if (chunk.length === 0) return;
      next = read();
      next.catch(() => undefined); // reported when its turn comes, if it still does
      yield chunk;
    }
  } finally {
    await next.catch(() => undefined);
    await handle.close();
  }
}
