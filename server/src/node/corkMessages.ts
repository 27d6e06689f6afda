/**
 * The library writes the header and the body of a message apart, and each write wakes the client, which can do
 * nothing with a header alone. With this they leave together.
 */
export function writeWholeMessages(stream: NodeJS.WritableStream & { cork(): void; uncork(): void }): void {
  const write = stream.write.bind(stream) as (chunk: string | Uint8Array, ...rest: unknown[]) => boolean;
  let header: string | undefined;
  stream.write = (chunk: string | Uint8Array, ...rest: unknown[]): boolean => {
    if (typeof chunk === "string" && chunk.startsWith("Content-Length: ")) {
      header = chunk;
      const written = rest.at(-1);
      if (typeof written === "function") written();
      return true;
    }
    if (header === undefined) return write(chunk, ...rest);
    stream.cork();
    write(header, "ascii");
    header = undefined;
    const ready = write(chunk, ...rest);
    stream.uncork();
    return ready;
  };
}
