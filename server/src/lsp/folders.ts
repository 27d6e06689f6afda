import type { DialectService } from "../analysis/dialectService";
import type { Dialect } from "../dialects/dialect";
import { mayBeOurs } from "../dialects/recognize";
import type { Neighbors } from "../profile/neighbors";
import type { ProfileDocument } from "../profile/profileDocument";
import { percentDecoded } from "../text/percent";
import type { Runtime } from "./runtime";

/** Files of one folder that are read, and characters of all of them. */
const maxFiles = 200;
const maxCharacters = 20_000_000;
/** Milliseconds after which a file is checked without its folder. */
const maxWaitMs = 1_000;

type Folder = ReadonlyMap<string, string>;

/** A file that was read, so that the same text is read once. */
interface ReadFile {
  readonly text: string;
  readonly document: ProfileDocument;
}

/** The folders of files whose format lets one file name others, as they were when first asked for. */
export class Folders {
  readonly #known = new Map<string, Promise<Folder | undefined>>();
  /** One object for each file, so that what was worked out with it stays. */
  readonly #neighbors = new Map<string, Neighbors>();
  /** Files as they are saved, by folder and name. */
  readonly #saved = new Map<string, Map<string, ReadFile>>();

  constructor(readonly runtime: Runtime) {}

  /** The files of the workspace may have changed. */
  forget(): void {
    this.#known.clear();
    this.#neighbors.clear();
    this.#saved.clear();
  }

  /** Undefined where the folder cannot be read, or not in time. `textOf` gives the text of files that are open. */
  async of(
    uri: string,
    service: DialectService,
    textOf: (uri: string) => string | undefined,
  ): Promise<Neighbors | undefined> {
    const before = this.#neighbors.get(uri);
    if (before) return before;
    const { base, own } = splitAddress(uri);
    if (service.dialect.isAlone) return this.#keep(uri, { own, names: [own], read: () => undefined });
    let found = this.#known.get(base);
    if (!found) {
      found = this.#read(base, service.dialect);
      this.#known.set(base, found);
    }
    const files = await this.#inTime(found);
    if (!files) return undefined;
    const typed = (name: string) => textOf(`${base}${encodeURIComponent(name)}`);
    return this.#keep(uri, neighborsIn(files, own, service, new Map(), typed));
  }

  #keep(uri: string, neighbors: Neighbors): Neighbors {
    this.#neighbors.set(uri, neighbors);
    return neighbors;
  }

  /** The folder of a file as it is saved now, whatever is typed; undefined where it cannot be read, or not in time. */
  async saved(uri: string, service: DialectService): Promise<Neighbors | undefined> {
    const { base, own } = splitAddress(uri);
    const files = await this.#inTime(this.#read(base, service.dialect));
    const known = this.#saved.get(base) ?? new Map<string, ReadFile>();
    this.#saved.set(base, known);
    return files && neighborsIn(files, own, service, known);
  }

  #inTime(found: Promise<Folder | undefined>): Promise<Folder | undefined> {
    const late = new Promise<undefined>((resolve) => this.runtime.delay(maxWaitMs, () => resolve(undefined)));
    return Promise.race([found, late]);
  }

  async #read(base: string, dialect: Dialect): Promise<Folder | undefined> {
    const isWanted = (name: string) => mayBeOurs([dialect], name);
    const { listFiles, readFile } = this.runtime;
    if (!listFiles || !readFile) return undefined;
    const files = new Map<string, string>();
    let left = maxCharacters;
    for (const uri of await listFiles.call(this.runtime, [base], isWanted)) {
      if (!uri.startsWith(base) || uri.slice(base.length).includes("/") || files.size === maxFiles) continue;
      const text = await readFile.call(this.runtime, uri);
      if (text === undefined || text.length > left) continue;
      left -= text.length;
      files.set(percentDecoded(uri.slice(base.length)), text);
    }
    return files;
  }
}

function splitAddress(uri: string): { readonly base: string; readonly own: string } {
  const end = uri.lastIndexOf("/") + 1;
  return { base: uri.slice(0, end), own: percentDecoded(uri.slice(end)) };
}

function neighborsIn(
  files: Folder,
  own: string,
  { dialect, catalogue }: DialectService,
  known: Map<string, ReadFile>,
  typed: (name: string) => string | undefined = () => undefined,
): Neighbors {
  return {
    own,
    names: [...files.keys()],
    read(name) {
      const text = typed(name) ?? files.get(name);
      if (text === undefined) return undefined;
      const last = known.get(name);
      if (last?.text === text) return last.document;
      const document = dialect.read(text, catalogue);
      known.set(name, { text, document });
      return document;
    },
  };
}
