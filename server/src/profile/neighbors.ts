import type { ProfileDocument } from "./profileDocument";

/** The files of the folder that a file is in, for formats in which one file names others. */
export interface Neighbors {
  /** The name of the file itself. */
  readonly own: string;
  /** Names of all files of the folder. */
  readonly names: readonly string[];
  /** Undefined when the folder has no such file of the same format. */
  read(name: string): ProfileDocument | undefined;
}
