import { MessageChannel, type MessagePort } from "node:worker_threads";

let nowhere: MessagePort | undefined;

/**
 * Gives the memory of bytes back, which nothing may read any more. It does not wait for the collector, so that the next piece
 * is not in memory that the system has to clear first, which takes several times as long as to decrypt it. Parts of a larger
 * piece of memory are left alone.
 */
export function releaseBytes(bytes: Uint8Array): void {
  const { buffer } = bytes;
  if (bytes.length !== buffer.byteLength || !(buffer instanceof ArrayBuffer)) return;
  if (!nowhere) {
    const { port1, port2 } = new MessageChannel();
    port2.close();
    port1.unref();
    nowhere = port1;
  }
  // What is sent to a closed port takes its memory along.
  nowhere.postMessage(undefined, [buffer]);
}

/** Passes on pieces that are written one after the other, and releases each when the next but one is asked for. */
export async function* releasing(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let written: Uint8Array | undefined;
  for await (const piece of source) {
    yield piece;
    // This one is being written, and the one before is.
    if (written) releaseBytes(written);
    written = piece;
  }
}
