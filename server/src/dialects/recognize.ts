import type { Dialect } from "./dialect";

/** Characters of a file that are enough to recognize its dialect. */
export const headLength = 20_000;

/** The dialect of a file by its name and first lines; undefined for a file of none. */
export function recognize(dialects: readonly Dialect[], fileName: string, head: string): Dialect | undefined {
  let best: Dialect | undefined;
  let certainty = 0;
  for (const dialect of dialects) {
    const found = dialect.files.recognize(baseName(fileName), head.slice(0, headLength));
    if (found > certainty) {
      best = dialect;
      certainty = found;
    }
  }
  return best;
}

/** Whether a file of a folder may be of a dialect, by its name alone: only such files are opened unasked. */
export function mayBeOurs(dialects: readonly Dialect[], fileName: string): boolean {
  const name = baseName(fileName);
  return dialects.some(({ files }) => files.names.test(name));
}

function baseName(fileName: string): string {
  return fileName.slice(Math.max(fileName.lastIndexOf("/"), fileName.lastIndexOf("\\")) + 1);
}
