import type { Input } from "./inputs";
import type { Share } from "./threads";

// Files of a run in blocks of about one size, which threads take in turn.

/** Files up to this one, exclusive. */
export type Block = number;

const maxBytes = 1_000_000;
const maxFiles = 128;

/** Less than that is done before another thread is warm. */
const many = { files: 2000, bytes: 12_000_000 };

type Sized = Pick<Input, "size">;

export function areMany(files: readonly Sized[], than = many): boolean {
  if (files.length > than.files) return true;
  let bytes = 0;
  for (const { size } of files) bytes += size;
  return bytes > than.bytes;
}

export function blocksOf(files: readonly Sized[]): Block[] {
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
export function ownFiles(files: readonly Input[], blocks: readonly Block[], share: Share): OwnFile[] {
  return ownBlocks(blocks, share).flatMap(([start, end]) =>
    files
      .slice(start, end)
      .map((file, i) => ({ input: asSent(file), at: start + i, endsBlock: start + i + 1 === end })),
  );
}

/** Where the blocks of one thread begin and end. */
export function ownBlocks(blocks: readonly Block[], { rest, of }: Share): (readonly [start: number, end: number])[] {
  const own: (readonly [number, number])[] = [];
  for (let block = rest; block < blocks.length; block += of)
    own.push([blocks[block - 1] ?? 0, blocks[block] as number]);
  return own;
}

/** Another thread gets the bytes of a name, and not the object. */
function asSent(input: Input): Input {
  const { path } = input;
  return typeof path === "string" || Buffer.isBuffer(path) ? input : { ...input, path: Buffer.from(path) };
}
