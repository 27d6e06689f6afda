import type { DialectService } from "../analysis/dialectService";
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

/** The folders of files whose format lets one file name others, as they were when first asked for. */
export class Folders {
  readonly #known = new Map<string, Promise<Folder | undefined>>();
  /** One object for each file, so that what was worked out with it stays. */
  readonly #neighbors = new Map<string, Neighbors>();

  constructor(readonly runtime: Runtime) {}

  /** The files of the workspace may have changed. */
  forget(): void {
    this.#known.clear();
    this.#neighbors.clear();
  }

  /** Undefined where the folder cannot be read, or not in time. `textOf` gives the text of files that are open. */
  async of(
    uri: string,
    { dialect, catalogue }: DialectService,
    textOf: (uri: string) => string | undefined,
  ): Promise<Neighbors | undefined> {
    const before = this.#neighbors.get(uri);
    if (before) return before;
    const end = uri.lastIndexOf("/") + 1;
    const base = uri.slice(0, end);
    let found = this.#known.get(base);
    if (!found) {
      found = this.#read(base, (name) => mayBeOurs([dialect], name));
      this.#known.set(base, found);
    }
    const late = new Promise<undefined>((resolve) => this.runtime.delay(maxWaitMs, () => resolve(undefined)));
    const files = await Promise.race([found, late]);
    if (!files) return undefined;
    const known = new Map<string, { readonly text: string; readonly document: ProfileDocument }>();
    const neighbors: Neighbors = {
      own: percentDecoded(uri.slice(end)),
      names: [...files.keys()],
      read(name) {
        const text = textOf(`${base}${encodeURIComponent(name)}`) ?? files.get(name);
        if (text === undefined) return undefined;
        const last = known.get(name);
        if (last?.text === text) return last.document;
        const document = dialect.read(text, catalogue);
        known.set(name, { text, document });
        return document;
      },
    };
    this.#neighbors.set(uri, neighbors);
    return neighbors;
  }

  async #read(base: string, isWanted: (name: string) => boolean): Promise<Folder | undefined> {
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
