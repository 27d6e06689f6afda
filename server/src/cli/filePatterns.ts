import path from "node:path";
import { PathPatterns } from "../text/pathPatterns";
import { PatternFault } from "../text/patternFault";
import { UsageError } from "./verb";

/** Files below `folder` that match. Throws a UsageError for patterns that would take too long. */
export class FilePatterns {
  readonly #patterns: PathPatterns;

  constructor(
    patterns: readonly string[],
    readonly folder: string,
  ) {
    const read = PathPatterns.read(patterns);
    if (read instanceof PatternFault) throw new UsageError(read.message);
    this.#patterns = read;
  }

  has(file: string): boolean {
    return this.#patterns.has(partsBelow(this.folder, file));
  }
}

/** The parts of the name of a file in a folder. */
export function partsBelow(folder: string, file: string): readonly string[] {
  return path.relative(folder, path.resolve(file)).split(path.sep);
}
