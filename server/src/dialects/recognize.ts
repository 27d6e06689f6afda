import type { DialectFiles, Offer } from "./dialectFiles";
import { globsOf, isNamed } from "./fileNames";

/** A dialect, or as much of it as the editor's extension has. */
interface HasFiles {
  readonly files: DialectFiles;
}

/** Characters of a file that are enough to recognize its dialect; there can be a long comment before anything else. */
export const headLength = 32_768;

/** No file is of a dialect with more certainty. */
const most = 1;

/** From this certainty on a file is of a dialect whatever else it may be. */
export const certain = 0.5;

/** The dialect of a file by its name and first lines; undefined for a file of none with at least this certainty. */
export function recognize<T extends HasFiles>(
  dialects: readonly T[],
  fileName: string,
  head: string,
  minCertainty = Number.MIN_VALUE,
): T | undefined {
  let best: T | undefined;
  let certainty = 0;
  for (const dialect of dialects) {
    const found = dialect.files.recognize(baseName(fileName), head.slice(0, headLength));
    if (found > certainty && found >= minCertainty) {
      best = dialect;
      certainty = found;
    }
    if (certainty === most) break;
  }
  return best;
}

/** Whether a file of a folder may be of a dialect, by its name alone: only such files are opened unasked. */
export function mayBeOurs(dialects: readonly HasFiles[], fileName: string): boolean {
  const name = baseName(fileName);
  return dialects.some(({ files }) => isNamed(name, files.names));
}

/** Patterns of the files that `mayBeOurs` accepts, and of a few more. */
export function fileGlobs(dialects: readonly HasFiles[]): string[] {
  return [...new Set(dialects.flatMap(({ files }) => globsOf(files.names)))];
}

/** The dialect whose files have this language in VS Code. */
export function ofLanguage<T extends HasFiles>(dialects: readonly T[], language: string | undefined): T | undefined {
  return dialects.find(({ files }) => language !== undefined && languagesOf(files).includes(language));
}

export function languagesOf({ language, kinds = [], encryption }: DialectFiles): string[] {
  return [language, ...kinds.map((kind) => kind.language), ...(encryption ? [encryption.language] : [])];
}

/** The languages whose files have this part of the editor. */
export function languagesWith(files: DialectFiles, offer: Offer): string[] {
  const offersOf = (language: string) =>
    files.kinds?.find((kind) => kind.language === language)?.offers ?? files.offers;
  return languagesOf(files).filter((language) => offersOf(language).includes(offer));
}

/** The language of a file of this dialect, by its first lines. */
export function languageOf({ language, kinds = [] }: DialectFiles, head: string): string {
  return kinds.find(({ isOne }) => isOne(head))?.language ?? language;
}

function baseName(fileName: string): string {
  return fileName.slice(Math.max(fileName.lastIndexOf("/"), fileName.lastIndexOf("\\")) + 1);
}
