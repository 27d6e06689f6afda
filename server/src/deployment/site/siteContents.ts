import type { SiteFile } from "../exchange";
import { Latest, setIn } from "../latest";

/** Files that are named after one device. */
const maxOwnFiles = 16;

interface Kept {
  readonly file: SiteFile;
  /** As its tree calls the content, where that decides what the file comes to. */
  readonly id: string | undefined;
}

/** The same object for a file that is the same on both sides of a comparison, so that it is read once. */
export class SiteContents {
  readonly #files = new Map<string, Kept>();
  readonly #own = new Latest<Kept>(maxOwnFiles);

  /** The file of this name, if its content was called so. */
  withId(name: string, id: string): SiteFile | undefined {
    const known = this.#known(name);
    return known?.id === id ? known.file : undefined;
  }

  /** `isOwn`: it is named after the device that gets it. */
  file(
    name: string,
    text: string,
    {
      layers = [],
      id,
      isOwn,
    }: { readonly layers?: readonly string[]; readonly id?: string | undefined; readonly isOwn: boolean },
  ): SiteFile {
    const known = this.#known(name)?.file;
    const isSame = known?.text === text && known.layers.join() === layers.join();
    const file = isSame ? known : { name, text, layers };
    if (isOwn) this.#own.set(name, { file, id });
    else setIn(this.#files, name, { file, id });
    return file;
  }

  #known(name: string): Kept | undefined {
    return this.#own.get(name) ?? this.#files.get(name);
  }
}
