import type { Input } from "./inputs";
import type { Share } from "./threads";

// Files of a run in blocks of about one size, which threads take in turn.

/** Files up to this one, exclusive. */
export type Block = number;

const maxBytes = 1_000_000;
const maxFiles = 128;

/** Less than that is done before another thread is warm. */
const manyBytes = 12_000_000;
const manyFiles = 2000;

export function areMany(files: readonly Input[]): boolean {
  if (files.length > manyFiles) return true;
  let bytes = 0;
  for (const { size } of files) bytes += size;
  return bytes > manyBytes;
}

export function blocksOf(files: readonly Input[]): Block[] {
  const blocks: Block[] = [];
  let start = 0;
  let bytes = 0;
  for (const [i, { size }] of files.entries()) {
    bytes += size;
    if (bytes < maxBytes && i + 1 - start < maxFiles && i + 1 < files.length) continue;
    blocks.push(i + 1);
    start = i + 1;
    bytes = 0;
  }
  return blocks;
}

interface OwnFile {
  readonly input: Input;
  readonly at: number;
  readonly endsBlock: boolean;
}

/** The files of the blocks of one thread. */
export function ownFiles(files: readonly Input[], blocks: readonly Block[], { rest, of }: Share): OwnFile[] {
  const own: OwnFile[] = [];
  for (let block = rest; block < blocks.length; block += of) {
    const end = blocks[block] ?? 0;
    for (let at = blocks[block - 1] ?? 0; at < end; at++)
      own.push({ input: asSent(files[at] as Input), at, endsBlock: at + 1 === end });
  }
  return own;
}

/** Another thread gets the bytes of a name, and not the object. */
function asSent(input: Input): Input {
  const { path } = input;
  return typeof path === "string" || Buffer.isBuffer(path) ? input : { ...input, path: Buffer.from(path) };
}
