import { statSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { nodeDisk } from "../node/atomicWrite";
import { syncDisk } from "../node/syncDisk";
import { encryptFile, type FileEncryption, isEncrypted } from "./encryptFile";
import { type Block, ownBlocks } from "./fileBlocks";
import { namedFault } from "./fileFault";
import type { Share } from "./threads";
import { UsageError } from "./verb";

// Files of a folder that are encrypted with keys of their own, block by block.

export interface EncryptInput extends FileEncryption {
  readonly jobs: readonly EncryptJob[];
  readonly blocks: readonly Block[];
  /** The keys of all jobs. */
  readonly keys: SharedArrayBuffer;
}

interface EncryptJob {
  readonly from: string;
  readonly to: string;
  /** In bytes; 0 when it is not known. */
  readonly size: number;
  /** Where its key begins and ends in `keys`. */
  readonly key: readonly [start: number, end: number];
}

export interface EncryptBlock {
  readonly kept: number;
  readonly written: number;
  /** Where files were written; their names become lasting when the folder is flushed. */
  readonly folders: readonly string[];
  readonly faults: readonly string[];
}

/** Files in work at a time; more wait for the disk only. */
const atOnce = 16;
/** Files up to this size are read and written at a stroke. */
const small = 1 << 20;

/** What became of a file. */
type Outcome = { readonly isKept: true } | { readonly folder: string } | { readonly fault: string };

export async function* encryptWork(input: EncryptInput, share: Share): AsyncGenerator<EncryptBlock> {
  const blocks = ownBlocks(input.blocks, share);
  const outcomes = outcomesOf(
    blocks.flatMap(([start, end]) => input.jobs.slice(start, end)),
    input,
  );
  try {
    for (const [start, end] of blocks) {
      const folders = new Set<string>();
      const faults: string[] = [];
      let [kept, written] = [0, 0];
      for (let at = start; at < end; at++) {
        const outcome = (await outcomes.next()).value as Outcome;
        if ("fault" in outcome) faults.push(outcome.fault);
        else if ("isKept" in outcome) kept++;
        else {
          written++;
          folders.add(outcome.folder);
        }
      }
      yield { kept, written, folders: [...folders], faults };
    }
  } finally {
    await outcomes.return(undefined);
  }
}

/** In the order of the jobs; the next ones are begun. */
async function* outcomesOf(jobs: readonly EncryptJob[], input: EncryptInput): AsyncGenerator<Outcome> {
  const made = new Set<string>();
  const running: Promise<Outcome>[] = [];
  let begun = 0;
  try {
    for (let at = 0; at < jobs.length; at++) {
      for (; begun < Math.min(at + atOnce, jobs.length); begun++) {
        const outcome = outcomeOf(jobs[begun] as EncryptJob, input, made);
        outcome.catch(() => undefined); // reported when its turn comes
        running.push(outcome);
      }
      yield await (running.shift() as Promise<Outcome>);
    }
  } finally {
    await Promise.allSettled(running);
  }
}

async function outcomeOf(
  { from, to, key: [start, end] }: EncryptJob,
  input: EncryptInput,
  made: Set<string>,
): Promise<Outcome> {
  const key = new Uint8Array(input.keys, start, end - start).slice();
  try {
    const disk = statSync(from).size > small ? nodeDisk : syncDisk;
    if (await isEncrypted(from, to, key, input, disk)) return { isKept: true };
    const folder = path.dirname(to);
    if (!made.has(folder)) await mkdir(folder, { recursive: true });
    made.add(folder);
    await encryptFile(from, to, key, input, { disk, read: disk.read });
    return { folder };
  } catch (error) {
    const named = namedFault(error, from);
    if (!(named instanceof UsageError)) throw error;
    return { fault: named.message };
  } finally {
    key.fill(0);
  }
}
