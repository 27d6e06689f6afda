import { statSync } from "node:fs";
import path from "node:path";
import { nodeDisk } from "../node/atomicWrite";
import { shownPath } from "../node/filePath";
import { refuseSame } from "./byteFiles";
import { type DeviceKey, deviceKeys } from "./deviceKeys";
import { plainText } from "./encoding";
import type { FileEncryption } from "./encryptFile";
import { type EncryptInput, encryptWork } from "./encryptWork";
import { areMany, blocksOf } from "./fileBlocks";
import { filesBelow } from "./inputs";
import { printable } from "./printable";
import { Progress } from "./progress";
import { readAside } from "./readInput";
import { inOrder, threadsFor } from "./threads";
import { exit, UsageError } from "./verb";

/** Less than that is done before another thread is warm, which takes 0.3 s: a small file takes 0.7 ms, 100 MB 0.15 s. */
const worthThreads = { files: 1000, bytes: 200_000_000 };

/** Encrypts each file of `folder` with its device's key; a second run does what the first has left. */
export async function encryptFolder(
  folder: string,
  out: string,
  table: string,
  options: FileEncryption & { readonly threads?: number },
): Promise<number> {
  if (out === "-") throw new UsageError("Specify a folder with --out.");
  await refuseSame(folder, out);
  const text = plainText(await readAside(table));
  const { found, faults } = await filesToEncrypt(deviceKeys(text, table), folder, out, table);
  const { jobs, keys } = withKeys(found);
  try {
    const { format, digest, gzip, recordSize, keyId, ikm, force } = options;
    const input: EncryptInput = {
      ...{ jobs, keys, blocks: blocksOf(jobs) },
      ...{ format, digest, recordSize },
      ...(gzip !== undefined && { gzip }),
      ...(keyId !== undefined && { keyId }),
      ...(ikm && { ikm }),
      ...(force !== undefined && { force }),
    };
    const progress = new Progress(process.stderr, jobs.length, () => performance.now());
    const folders = new Set<string>();
    let kept = 0;
    let written = 0;
    let done = 0;
    const threads = threadsFor(options.threads, () => areMany(jobs, worthThreads));
    for await (const block of inOrder("encrypt", encryptWork, input, threads)) {
      faults.push(...block.faults);
      kept += block.kept;
      written += block.written;
      for (const each of block.folders) folders.add(each);
      done += block.kept + block.written + block.faults.length;
      progress.at(done);
    }
    for (const folder of folders) await nodeDisk.syncFolder(folder).catch(() => undefined);
    progress.clear();
    for (const fault of faults) console.error(printable(fault));
    console.error(`${written} encrypted, ${kept} unchanged, ${faults.length} failed`);
    return faults.length > 0 ? exit.failed : exit.clean;
  } finally {
    new Uint8Array(keys).fill(0);
  }
}

/** The keys of all jobs lie in memory that threads share, so that no thread has a copy of its own. */
function withKeys(files: readonly KeyedFile[]): Pick<EncryptInput, "jobs" | "keys"> {
  const length = files.reduce((sum, { key }) => sum + Buffer.byteLength(key), 0);
  const keys = new SharedArrayBuffer(length);
  const bytes = Buffer.from(keys);
  let end = 0;
  const jobs = files.map(({ from, to, size, key }) => {
    const start = end;
    end += bytes.write(key, start);
    return { from, to, size, key: [start, end] as const };
  });
  return { jobs, keys };
}

interface KeyedFile {
  readonly from: string;
  readonly to: string;
  readonly size: number;
  readonly key: string;
}

async function filesToEncrypt(
  keys: readonly DeviceKey[],
  folder: string,
  out: string,
  table: string,
): Promise<{ readonly found: readonly KeyedFile[]; readonly faults: string[] }> {
  const faults: string[] = [];
  const files: string[] = [];
  for (const { path: file } of filesBelow(folder, (fault) => faults.push(fault))) {
    if (typeof file === "string") files.push(path.relative(folder, file));
    else faults.push(`${shownPath(file)}: The file name is not UTF-8. Rename the file first.`);
  }
  const byAddress = new Map<string, string[]>();
  for (const file of files) {
    for (const address of addressesIn(path.basename(file)))
      byAddress.set(address, [...(byAddress.get(address) ?? []), file]);
  }
  const toEncrypt: KeyedFile[] = [];
  const keyed = new Set<string>();
  for (const { name, isAddress, key, line } of keys) {
    const inFolder = path.normalize(name);
    if (!isAddress && (path.isAbsolute(inFolder) || inFolder.split(path.sep)[0] === "..")) {
      faults.push(`${table}:${line}: ${name} is outside the folder.`);
      continue;
    }
    const found = isAddress ? (byAddress.get(name) ?? []) : [inFolder];
    if (found.length === 0) faults.push(`${table}:${line}: No file in ${folder} has ${name} in its name.`);
    for (const file of found) {
      if (keyed.has(file)) {
        faults.push(`${table}:${line}: ${file} already has a key.`);
        continue;
      }
      keyed.add(file);
      const from = path.join(folder, file);
      toEncrypt.push({ from, to: path.join(out, file), size: sizeOf(from), key });
    }
  }
  const without = files.filter((file) => !keyed.has(file));
  if (without.length > 0)
    console.error(
      printable(
        `Not encrypted, because there is no key: ${without.slice(0, 5).join(", ")}${without.length > 5 ? ` and ${without.length - 5} more` : ""}`,
      ),
    );
  return { found: toEncrypt, faults };
}

/** 0 for what cannot be asked; encrypting it says why. */
const sizeOf = (file: string) => statSync(file, { throwIfNoEntry: false })?.size ?? 0;

/** Whatever in a name may be an address: the letters before it could begin one. */
function addressesIn(name: string): Set<string> {
  const addresses = new Set<string>();
  for (const [digits] of name.replace(/[:-]/g, "").matchAll(/[0-9a-f]{12,}/gi))
    for (let at = 0; at + 12 <= digits.length; at++) addresses.add(digits.slice(at, at + 12).toLowerCase());
  return addresses;
}
