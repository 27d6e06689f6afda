import { readdir, stat } from "node:fs/promises";
import path from "node:path";
import { glob, isDynamicPattern } from "tinyglobby";
import { UsageError } from "./verb";

/** A file to look at. */
export interface Input {
  /** As it is named in reports; `-` for standard input. */
  readonly name: string;
  /** Found below a folder or by a pattern rather than named: other people's files are no surprise there. */
  readonly found: boolean;
}

const profileFile = /\.(?:xml|cfg)(?:\.(?:tpl|tmpl|j2|jinja2?|erb|php|vm|ejs|mustache|hbs|in|dist|sample))?$/i;
const notSearched = new Set(["node_modules", "__MACOSX"]);

/**
 * Files that `words` name: a file, a folder (its .xml and .cfg files, also below), a pattern, `-`.
 * Each file once, in the order of the words. Throws a UsageError for a word that names nothing.
 */
export async function inputs(words: readonly string[], isIgnored: (name: string) => boolean): Promise<Input[]> {
  const files = new Map<string, Input>();
  const add = (name: string, found: boolean) => {
    if (found && isIgnored(name)) return;
    const key = name === "-" ? name : path.resolve(name);
    if (!files.has(key)) files.set(key, { name, found });
  };
  for (const word of words) {
    if (word === "-") add(word, false);
    else {
      const kind = await stat(word).catch(() => undefined);
      if (kind?.isDirectory()) for await (const name of filesBelow(word)) add(name, true);
      else if (kind) add(word, false);
      else if (isDynamicPattern(word)) {
        const names = await glob(word.replaceAll("\\", "/"), { expandDirectories: false, dot: false });
        if (names.length === 0) throw new UsageError(`no file matches ${word}`);
        for (const name of names.sort()) add(name, true);
      } else throw new UsageError(`${word}: no such file or folder`);
    }
  }
  return [...files.values()];
}

async function* filesBelow(folder: string): AsyncGenerator<string> {
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const name = path.join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!entry.name.startsWith(".") && !notSearched.has(entry.name)) yield* filesBelow(name);
    } else if ((entry.isFile() || entry.isSymbolicLink()) && profileFile.test(entry.name)) yield name;
  }
}
