import { type Found, type FoundFile, shownName, type Tree } from "../../server/src/deployment/site/tree";

/** Files by their names in the folder of the configuration; they may change. */
export class MemoryTree implements Tree {
  constructor(readonly files: Readonly<Record<string, string>>) {}

  find(folder: string, file: string): Found {
    const name = shownName(folder, file);
    const text = this.files[name];
    return text === undefined ? { kind: "missing", name } : { kind: "file", name, id: `${name}\n${text}` };
  }

  read({ name }: FoundFile): Uint8Array {
    return new TextEncoder().encode(this.files[name]);
  }
}
