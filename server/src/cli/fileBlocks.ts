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

/** Which thread takes each file, when all threads work on every block. */
export type Owners = readonly number[];

/** What a file costs beside its bytes, in bytes. */
const ownCost = 20_000;
/** Bytes of files that are shared out evenly: threads wait for each other after so many. */
const windowBytes = 8_000_000;
/** How much more than its part of them a thread may get. */
const maxMore = 1.1;

/**
 * Threads work faster on files that are alike, and files of one kind have about one size: each thread gets the sizes that
 * it had before, as far as that is an even share.
 */
export function sharedOut(files: readonly Sized[], threads: number): Owners {
  const owners: number[] = [];
  const known = new Map<number, number>();
  for (let start = 0; start < files.length; ) {
    let end = start;
    let cost = 0;
    while (end < files.length && cost < windowBytes) cost += ownCost + (files[end++] as Sized).size;
    shareOut(files, start, end, (cost / threads) * maxMore, owners, known, threads);
    start = end;
  }
  return owners;
}

function shareOut(
  files: readonly Sized[],
  start: number,
  end: number,
  limit: number,
  owners: number[],
  known: Map<number, number>,
  threads: number,
): void {
  const costOf = (at: number) => ownCost + (files[at] as Sized).size;
  const costs: number[] = new Array(threads).fill(0);
  const least = () => costs.indexOf(Math.min(...costs));
  const kinds = new Map<number, number[]>();
  for (let at = start; at < end; at++) {
    const kind = kindOf((files[at] as Sized).size);
    const alike = kinds.get(kind);
    if (alike) alike.push(at);
    else kinds.set(kind, [at]);
  }
  // Those that are many first: others fill the rest.
  const most = ([, alike]: [number, number[]]) => costOf(alike[0] as number) * alike.length;
  for (const [kind, alike] of [...kinds].sort((a, b) => most(b) - most(a))) {
    let owner = known.get(kind) ?? known.get(kind - 1) ?? known.get(kind + 1) ?? least();
    known.set(kind, known.get(kind) ?? owner);
    for (const at of alike) {
      const cost = costOf(at);
      if ((costs[owner] as number) + cost > limit) owner = least();
      costs[owner] = (costs[owner] as number) + cost;
      owners[at] = owner;
    }
  }
}

/** Sizes that differ by half a percent or a few characters are one kind. */
const kindOf = (size: number) => Math.round(Math.log(size + 5000) * 200);

interface OwnInput {
  readonly input: Input;
  readonly at: number;
}

/** The files of one thread, block by block. */
export function ownParts(files: readonly Input[], blocks: readonly Block[], owners: Owners, own: number): OwnInput[][] {
  return blocks.map((end, i) => {
    const part: OwnInput[] = [];
    for (let at = blocks[i - 1] ?? 0; at < end; at++)
      if ((owners[at] ?? 0) === own) part.push({ input: asSent(files[at] as Input), at });
    return part;
  });
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
