import { type BigIntStats, type Dirent, existsSync, readdirSync, realpathSync, statSync } from "node:fs";
import path from "node:path";
import { glob, isDynamicPattern } from "tinyglobby";
import { dialects } from "../dialects/index";
import { mayBeOurs } from "../dialects/recognize";
import { asPath, baseOf, type FilePath, folderOf, joinPath, shownPath } from "../node/filePath";
import { readReason } from "../node/ordinaryFile";

/** A file to look at. */
export interface Input {
  /** As it is named in reports; `-` for standard input. */
  readonly name: string;
  readonly path: FilePath;
  /** Found below a folder or by a pattern rather than named: other people's files are no surprise there. */
  readonly found: boolean;
  /** A link out of the folder or pattern that it was found by: it is read, and never written. */
  readonly leadsOut: boolean;
  /** All names that the words have for it. */
  readonly names: readonly FilePath[];
  /** In bytes, as the folder says; 0 for what is not an ordinary file. */
  readonly size: number;
}

interface Inputs {
  readonly files: readonly Input[];
  /** What could not be found or looked at, in words. */
  readonly faults: readonly string[];
}

export const notSearched = new Set(["node_modules", "__MACOSX"]);

/**
 * Files that `words` name: a file, a folder (its files with names of a dialect, also below), a pattern, `-`.
 * Each file once, whatever its names, in the order of the words.
 */
export async function inputs(words: readonly string[], isIgnored: (name: string) => boolean): Promise<Inputs> {
  const found = new Found(isIgnored);
  for (const word of words) {
    if (word === "-") found.addStandardInput();
    else {
      const file = whereIs(word);
      const kind = kindOf(file);
      if (kind === "folder") {
        for (const below of filesBelow(file, (fault) => found.faults.push(fault)))
          found.addFound(below.path, below.isLink ? file : undefined);
      } else if (kind === "file") found.addNamed(file);
      else if (isDynamicPattern(word)) {
        const names = await glob(word.replaceAll("\\", "/"), { expandDirectories: false, dot: false });
        if (names.length === 0) found.faults.push(`No file matches ${word}.`);
        const base = folderOfPattern(word);
        for (const name of names.sort()) found.addFound(whereIs(name), base);
      } else found.faults.push(`${word}: ${kind}`);
    }
  }
  return { files: [...found.files.values()], faults: found.faults };
}

interface Draft extends Input {
  found: boolean;
  leadsOut: boolean;
  names: FilePath[];
}

class Found {
  readonly files = new Map<string, Draft>();
  readonly faults: string[] = [];

  constructor(readonly isIgnored: (name: string) => boolean) {}

  addStandardInput(): void {
    if (!this.files.has("-"))
      this.files.set("-", { name: "-", path: "-", found: false, leadsOut: false, names: [], size: 0 });
  }

  addNamed(file: FilePath): void {
    this.#add(file, false, false);
  }

  /** `base` is the folder that the file must lie in, where links may lead out of it. */
  addFound(file: FilePath, base: FilePath | undefined): void {
    if (!this.isIgnored(shownPath(file))) this.#add(file, true, base !== undefined && !isBelow(file, base));
  }

  #add(file: FilePath, found: boolean, leadsOut: boolean): void {
    let kind: BigIntStats;
    try {
      kind = statSync(file, { bigint: true });
    } catch (error) {
      this.faults.push(`${shownPath(file)}: ${readReason(error)}`);
      return;
    }
    const key = kind.ino > 0n ? `${kind.dev}:${kind.ino}` : shownPath(file);
    const known = this.files.get(key);
    if (known) {
      known.found &&= found;
      known.leadsOut &&= leadsOut;
      if (!leadsOut) known.names.push(file);
    } else {
      const names = leadsOut ? [] : [file];
      const size = kind.isFile() ? Number(kind.size) : 0;
      this.files.set(key, { name: shownPath(file), path: file, found, leadsOut, names, size });
    }
  }
}

function isBelow(file: FilePath, folder: FilePath): boolean {
  try {
    const [inner, outer] = [file, folder].map((name) => realpathSync(name, "buffer"));
    return inner !== undefined && outer !== undefined && Buffer.concat([inner, slash]).indexOf(asFolder(outer)) === 0;
  } catch {
    return true; // it cannot be read either, which is reported
  }
}

const slash = Buffer.from(path.sep);
const asFolder = (name: Buffer) => (name.at(-1) === slash[0] ? name : Buffer.concat([name, slash]));

/** The part of a pattern that matches itself only. */
export function folderOfPattern(pattern: string): string {
  const parts = pattern.replaceAll("\\", "/").split("/");
  const first = parts.findIndex((part) => isDynamicPattern(part));
  return parts.slice(0, first).join("/") || (pattern.startsWith("/") ? "/" : ".");
}

/** Files below a folder that may be profiles, by name. What cannot be listed goes to `report`. */
export function* filesBelow(
  folder: FilePath,
  report: (fault: string) => void,
): Generator<{ readonly path: FilePath; readonly isLink: boolean }> {
  let entries: Entry[];
  try {
    entries = entriesOf(folder);
  } catch (error) {
    report(`${shownPath(folder)}: ${readReason(error)}`);
    return;
  }
  const named = entries.map((entry) => ({ entry, name: entry.name.toString() }));
  for (const { entry, name } of named.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const file = joinPath(folder, typeof entry.name === "string" ? entry.name : asPath(entry.name));
    if (entry.isDirectory()) {
      if (!name.startsWith(".") && !notSearched.has(name)) yield* filesBelow(file, report);
    } else if (mayBeOurs(dialects, name) && !name.startsWith(".#"))
      yield { path: file, isLink: entry.isSymbolicLink() };
  }
}

type Entry = Dirent<string> | Dirent<Buffer>;

/** With their names as bytes where a name is not UTF-8. */
function entriesOf(folder: FilePath): Entry[] {
  if (typeof folder === "string") {
    const entries = readdirSync(folder, { withFileTypes: true });
    if (!entries.some(({ name }) => name.includes("\ufffd"))) return entries;
  }
  return readdirSync(folder, { withFileTypes: true, encoding: "buffer" });
}

/** Or why there is neither. */
function kindOf(file: FilePath): string {
  try {
    return statSync(file).isDirectory() ? "folder" : "file";
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === "ENOENT" || code === "ENOTDIR" ? "No such file or folder." : readReason(error);
  }
}

/**
 * Where a name leads to that was turned into a string: bytes that are not UTF-8 became U+FFFD on the way, so that the
 * folder is searched for the one name that looks the same.
 */
function whereIs(name: string): FilePath {
  if (!name.includes("\ufffd") || existsSync(name)) return name;
  const folder = folderOf(name) as string;
  const base = baseOf(name) as string;
  try {
    const place = whereIs(folder);
    const same = readdirSync(place, { encoding: "buffer" }).filter((bytes) => bytes.toString() === base);
    return same.length === 1 && same[0] ? joinPath(place, asPath(same[0])) : name;
  } catch {
    return name;
  }
}
