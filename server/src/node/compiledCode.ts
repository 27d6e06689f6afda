import { createHash } from "node:crypto";
import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  type Stats,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { cachedDataVersionTag, getHeapCodeStatistics } from "node:v8";
import { Script } from "node:vm";

// Functions are compiled when they are first called, which is most of the time in which a new process opens its first
// file, and much of what a command takes. The engine can write down what it has compiled, and read it in a tenth of that time.
// Node does so by itself since 22, when it is asked to, and when the process ends; our servers are mostly ended by others.

/** Files of this kind in a folder at most: each version of the code, of the engine and of its options has its own, and each verb. */
const maxFiles = 16;
/** Milliseconds between two looks whether nothing is to be done, and how many times. */
const pauseMs = 2_000;
const maxLooks = 100;
/** The share of the pause in which a quiet process does something. */
const quietShare = 0.02;
/** Milliseconds after which is looked again: people have asked for more then than to open a file. */
const laterMs = 60_000;
/** What was compiled is written again when it has grown by this factor: another format was used, or other requests. */
const growth = 1.03;
/** The same for a process that would end later because of it. */
const muchMore = 1.1;

/** Around a bundle, so that it is a function. The build may have written it: a long text is joined slowly. */
const wrapper = "(function (require, __dirname, __filename) {";

/** Bytes of the checksum before what the engine wrote: it trusts what it is given. */
const checksumLength = 32;

/**
 * Runs a bundle of ours as `require` does, with what earlier processes compiled of it; `later` calls what keeps it. What uses
 * another `part` of the bundle is kept in another file.
 */
export function runCompiled(file: string, folder: string | undefined, later = whenQuiet, part = ""): void {
  const code = readFileSync(file);
  // Bundles have ASCII letters only, which the engine keeps as single bytes.
  const text = code.toString("latin1");
  const isWrapped = text.startsWith(wrapper);
  const source = isWrapped ? text : `${wrapper}\n${text}\n})`;
  const kept = folder === undefined ? undefined : keptFile(folder, file, part, code);
  const known = kept === undefined ? undefined : readKept(kept);
  const script = new Script(source, {
    filename: file,
    lineOffset: isWrapped ? 0 : -1,
    ...(known && { cachedData: known }),
  });
  const run = script.runInThisContext() as (require: NodeJS.Require, folder: string, file: string) => void;
  let length = known && !script.cachedDataRejected ? known.length : 0;
  if (kept !== undefined)
    later(() => {
      length = keep(script, kept, length);
    });
  run(createRequire(file), path.dirname(file), file);
}

function keptFile(folder: string, file: string, part: string, code: Buffer): string {
  const id = checksum(code).toString("hex").slice(0, 16);
  const name = path.basename(file, ".js") + (part === "" ? "" : `-${part}`);
  return path.join(folder, `${name}-${id}-${cachedDataVersionTag()}.compiled`);
}

/** Undefined when there is none, or when anything is not as we wrote it. */
function readKept(file: string): Buffer | undefined {
  try {
    const [folder, kept] = [lstatSync(path.dirname(file)), lstatSync(file)];
    if (!folder.isDirectory() || !kept.isFile() || !isOurs(folder) || !isOurs(kept)) return undefined;
    const content = readFileSync(file);
    const data = content.subarray(checksumLength);
    return content.subarray(0, checksumLength).equals(checksum(data)) ? data : undefined;
  } catch {
    return undefined; // the first time, mostly
  }
}

/** What others can write is not run. Windows protects the folders of a user by itself. */
function isOurs({ uid, mode }: Stats): boolean {
  return process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0);
}

/** Does `work` in two moments without work: soon, and when the process was used for a while. */
function whenQuiet(work: () => void): void {
  whenQuietOnce(() => {
    work();
    setTimeout(() => whenQuietOnce(work), laterMs).unref();
  });
}

function whenQuietOnce(work: () => void, looks = maxLooks): void {
  const before = performance.eventLoopUtilization();
  const look = () => {
    if (performance.eventLoopUtilization(before).utilization < quietShare) work();
    else if (looks > 1) whenQuietOnce(work, looks - 1);
  };
  setTimeout(look, pauseMs).unref();
}

/** For a process that ends by itself: only what is much more than before is worth a few hundredths of a second. */
export function atEnd(work: () => void): void {
  const before = compiledBytes();
  process.once("exit", () => {
    if (compiledBytes() > before * muchMore) work();
  });
}

const compiledBytes = () => getHeapCodeStatistics().bytecode_and_metadata_size;

/** Answers the length of what is kept then. Where it cannot be written, the next start takes as long as this one. */
function keep(script: Script, file: string, knownLength: number): number {
  try {
    const data = script.createCachedData();
    if (data.length < knownLength * growth) return knownLength;
    const folder = path.dirname(file);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, Buffer.concat([checksum(data), data]), { flag: "wx", mode: 0o600 });
    renameSync(draft, file);
    removeOldest(folder);
    return data.length;
  } catch {
    return knownLength; // as on a disk that is full
  }
}

function removeOldest(folder: string): void {
  const files = readdirSync(folder)
    .filter((name) => /\.compiled(?:\.\d+)?$/.test(name))
    .map((name) => ({ name, time: lstatSync(path.join(folder, name)).mtimeMs }))
    .sort((a, b) => b.time - a.time);
  for (const { name } of files.slice(maxFiles)) rmSync(path.join(folder, name), { force: true });
}

function checksum(bytes: Uint8Array): Buffer {
  return createHash("sha256").update(bytes).digest();
}
