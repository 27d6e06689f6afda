import { realpath, stat } from "node:fs/promises";
import { atomicWrite } from "../node/atomicWrite";
import { asPath, type FilePath, shownPath } from "../node/filePath";
import { withFile } from "./fileFault";
import type { Input } from "./inputs";
import { UsageError } from "./verb";

/** Replaces the text of an input, under all names that the run has for it. Throws a UsageError when it cannot. */
export async function writeBack({ name, path, names }: Input, bytes: Uint8Array): Promise<void> {
  await withFile(name, async () => {
    if (!(await stat(path)).isFile()) throw new UsageError(`${name}: Not changed. It is not a regular file.`);
    const target = await realOf(path);
    const others = new Map<string, FilePath>();
    for (const each of names) {
      const other = await realOf(each);
      if (shownPath(other) !== shownPath(target)) others.set(shownPath(other), other);
    }
    await atomicWrite(target, once(bytes), { otherNames: [...others.values()] });
  });
}

/** Writes a file that a verb makes or changes, where a name may be a link to it. */
export async function writeResult(file: string, content: string | Uint8Array): Promise<void> {
  await withFile(file, () => atomicWrite(file, once(Buffer.from(content)), { followLinks: true }));
}

async function realOf(file: FilePath): Promise<FilePath> {
  return asPath(await realpath(file, "buffer"));
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
