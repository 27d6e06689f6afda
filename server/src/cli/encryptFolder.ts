import { statSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { nodeDisk } from "../node/atomicWrite";
import { shownPath } from "../node/filePath";
import { syncDisk } from "../node/syncDisk";
import { refuseSame } from "./byteFiles";
import { type DeviceKey, deviceKeys } from "./deviceKeys";
import { plainText } from "./encoding";
import { encryptFile, type FileEncryption, isEncrypted } from "./encryptFile";
import { namedFault } from "./fileFault";
import { filesBelow } from "./inputs";
import { printable } from "./printable";
import { Progress } from "./progress";
import { readAside } from "./readInput";
import { exit, UsageError } from "./verb";

/** Files in work at a time; more wait for the disk only. */
const atOnce = 16;
/** Files up to this size are read and written at a stroke. */
const small = 1 << 20;

interface Job {
  readonly from: string;
  readonly to: string;
  readonly key: Uint8Array;
}

/** Encrypts each file of `folder` with its device's key; a second run does what the first has left. */
export async function encryptFolder(
  folder: string,
  out: string,
  table: string,
  options: FileEncryption,
): Promise<number> {
  if (out === "-") throw new UsageError("Specify a folder with --out.");
  await refuseSame(folder, out);
  const text = plainText(await readAside(table));
  const { jobs, faults } = await jobsOf(deviceKeys(text, table), folder, out, table);
  const progress = new Progress(process.stderr, jobs.length, () => performance.now());
  let started = 0;
  let done = 0;
  let kept = 0;
  let written = 0;
  const folders = new Set<string>();
  const work = async () => {
    for (let job = jobs[started++]; job; job = jobs[started++]) {
      try {
        const disk = statSync(job.from).size > small ? nodeDisk : syncDisk;
        if (await isEncrypted(job.from, job.to, job.key, options, disk)) kept++;
        else {
          const folder = path.dirname(job.to);
          if (!folders.has(folder)) await mkdir(folder, { recursive: true });
          folders.add(folder);
          await encryptFile(job.from, job.to, job.key, options, { disk, read: disk.read });
          written++;
        }
      } catch (error) {
        const named = namedFault(error, job.from);
        if (!(named instanceof UsageError)) throw error;
        faults.push(named.message);
      }
      progress.at(++done);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  for (const folder of folders) await nodeDisk.syncFolder(folder).catch(() => undefined);
  progress.clear();
  for (const fault of faults) console.error(printable(fault));
  console.error(`${written} encrypted, ${kept} unchanged, ${faults.length} failed`);
  return faults.length > 0 ? exit.failed : exit.clean;
}

async function jobsOf(
  keys: readonly DeviceKey[],
  folder: string,
  out: string,
  table: string,
): Promise<{ readonly jobs: readonly Job[]; readonly faults: string[] }> {
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
  const jobs: Job[] = [];
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
      jobs.push({ from: path.join(folder, file), to: path.join(out, file), key: Buffer.from(key) });
    }
  }
  const without = files.filter((file) => !keyed.has(file));
  if (without.length > 0)
    console.error(
      printable(
        `Not encrypted, because there is no key: ${without.slice(0, 5).join(", ")}${without.length > 5 ? ` and ${without.length - 5} more` : ""}`,
      ),
    );
  return { jobs, faults };
}

/** Whatever in a name may be an address: the letters before it could begin one. */
function addressesIn(name: string): Set<string> {
  const addresses = new Set<string>();
  for (const [digits] of name.replace(/[:-]/g, "").matchAll(/[0-9a-f]{12,}/gi))
    for (let at = 0; at + 12 <= digits.length; at++) addresses.add(digits.slice(at, at + 12).toLowerCase());
  return addresses;
}
