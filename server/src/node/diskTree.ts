import { readdir, realpath, stat } from "node:fs/promises";
import path from "node:path";
import { type Found, type FoundFile, maxSiteFileBytes, shownName, type Tree } from "../deployment/site/tree";
import { readOrdinary } from "./ordinaryFile";
import { inTime } from "./slowDisk";

/** Signs that Windows reads in a way of its own. */
const strange = process.platform === "win32" ? /[:*?"<>|]|[. ]$/ : /\0/;

/** The files of a site as they are on the disk at the moment, for a program that must go on answering. */
export class DiskTree implements Tree {
  #root: string | undefined;
  readonly #paths = new WeakMap<FoundFile, string>();
  readonly #listings = new Map<string, { readonly changed: number; readonly names: ReadonlyMap<string, string> }>();

  /** `root` is the folder of the configuration. */
  constructor(readonly root: string) {}

  async find(folder: string, file: string): Promise<Found> {
    const name = shownName(folder, file);
    const parts = file.split("/").filter((part) => part !== "" && part !== ".");
    if (parts.includes("..")) return { kind: "escapes", name };
    this.#root ??= await realOf(this.root);
    const root = this.#root;
    const start = folder === "" ? root : await realOf(path.resolve(this.root, folder));
    if (root === undefined || start === undefined || parts.some((part) => strange.test(part)))
      return { kind: "missing", name };
    if (!isBelow(start, root)) return { kind: "escapes", name };
    const wanted = path.join(start, ...parts);
    const real = await realOf(wanted);
    if (real === undefined) return this.#missing(start, parts, folder, name);
    if (!isBelow(real, start)) return { kind: "escapes", name };
    if (real !== wanted && real.toLowerCase() === wanted.toLowerCase())
      return { kind: "other case", name, real: shownName(folder, relativeTo(start, real)) };
    const facts = await inTime(() => stat(real));
    if (!facts?.isFile()) return { kind: "missing", name };
    const found: FoundFile = { kind: "file", name, id: `${real} ${facts.mtimeMs} ${facts.size} ${facts.ino}` };
    this.#paths.set(found, real);
    return found;
  }

  async read(found: FoundFile): Promise<Uint8Array> {
    const real = this.#paths.get(found);
    const bytes = real === undefined ? undefined : await inTime(() => readOrdinary(real, { limit: maxSiteFileBytes }));
    if (!bytes) throw new Error("The file cannot be read.");
    return bytes;
  }

  /** Perhaps a file of the same name in other letters is there. */
  async #missing(start: string, parts: readonly string[], folder: string, name: string): Promise<Found> {
    let at = start;
    for (const part of parts) {
      const names = await this.#list(at);
      const real = names?.get(part.toLowerCase());
      if (real === undefined) return { kind: "missing", name };
      at = path.join(at, real);
    }
    // A link that leads nowhere is called as it was asked for.
    const isSame = at === path.join(start, ...parts);
    return isSame
      ? { kind: "missing", name }
      : { kind: "other case", name, real: shownName(folder, relativeTo(start, at)) };
  }

  /** The names in a folder, by their small letters. */
  async #list(folder: string): Promise<ReadonlyMap<string, string> | undefined> {
    const facts = await inTime(() => stat(folder));
    if (!facts?.isDirectory()) return undefined;
    const known = this.#listings.get(folder);
    if (known?.changed === facts.mtimeMs) return known.names;
    const found = await inTime(() => readdir(folder));
    const names = new Map(found?.map((name) => [name.toLowerCase(), name]));
    this.#listings.set(folder, { changed: facts.mtimeMs, names });
    return names;
  }
}

function realOf(file: string): Promise<string | undefined> {
  return inTime(() => realpath(file));
}

function relativeTo(folder: string, file: string): string {
  return path.relative(folder, file).split(path.sep).join("/");
}

function isBelow(file: string, folder: string): boolean {
  return file === folder || file.startsWith(folder.endsWith(path.sep) ? folder : folder + path.sep);
}
