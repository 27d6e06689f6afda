import { Transform } from "node:stream";

/** Bytes of a header at most; ours and those of clients have about thirty. */
const maxHeaderBytes = 4_096;
/** Bytes of a message at most: a text of a quarter of a gigabyte is longer than editors send. */
const maxBodyBytes = 1 << 28;

const [cr, lf] = [13, 10];

/**
 * A stream of messages in which each header is valid. The first one that is not ends it, as nothing says where the
 * next message begins; `onBroken` then learns why, in words that quote nothing.
 */
export function frames(onBroken: (reason: string) => void): Transform {
  let header: number[] = [];
  let body = 0;
  let reason: string | undefined;

  /** Reads a header as far as `chunk` has it; answers the place after what was read. */
  const readHeader = (chunk: Uint8Array, from: number): number => {
    for (let at = from; at < chunk.length; at++) {
      const byte = chunk[at] as number;
      header.push(byte);
      if (byte === lf && header.at(-2) !== cr) reason = "A line of a message header does not end with CR LF.";
      else if (header.length > maxHeaderBytes) reason = "A message header is too long.";
      if (reason !== undefined) return at;
      if (byte !== lf || header.at(-3) !== lf) continue;
      const length = contentLength(String.fromCharCode(...header));
      if (length === undefined) reason = "A message header has no valid Content-Length.";
      header = [];
      body = length ?? 0;
      return at + 1;
    }
    return chunk.length;
  };

  return new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      if (reason !== undefined) return done();
      for (let at = 0; at < chunk.length && reason === undefined; ) {
        if (body > 0) {
          const taken = Math.min(body, chunk.length - at);
          body -= taken;
          at += taken;
        } else at = readHeader(chunk, at);
      }
      if (reason === undefined) return done(null, chunk);
      onBroken(reason);
      done();
    },
  });
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
