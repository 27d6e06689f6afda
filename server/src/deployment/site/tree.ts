import { pathParts } from "../../text/pathParts";
import { percentDecoded } from "../../text/percent";

// The files of a site, wherever they are: in a folder, in a revision, in an editor. Nothing outside the root is ever read.

export interface Tree {
  /** For messages: a name as the site's files are called. */
  find(folder: string, file: string): Found | Promise<Found>;
  /** Whole bytes; of a file that `find` found. Throws or rejects for what cannot be read. */
  read(file: FoundFile): Uint8Array | Promise<Uint8Array>;
  /** Trees that say the same have the same bytes; undefined where that is not known without reading them. */
  contentId?(file: FoundFile): string | undefined;
  /** Ends what reads for it. */
  close?(): void;
}

export interface FoundFile {
  readonly kind: "file";
  /** As it is shown. */
  readonly name: string;
  /** The same for the same content. */
  readonly id: string;
  /** Where the tree itself has it, links followed; for trees that need it to read. */
  readonly at?: string;
}

/** `name` is as it is shown. */
export type Found =
  | FoundFile
  | { readonly kind: "missing"; readonly name: string }
  /** A file of the same name in other letters: a server that minds case has none. */
  | { readonly kind: "other case"; readonly name: string; readonly real: string }
  | { readonly kind: "escapes"; readonly name: string }
  | { readonly kind: "unreadable"; readonly name: string; readonly reason: string };

/** Bytes of one file at most, also when it is unpacked. */
export const maxSiteFileBytes = 8 << 20;

/** `www` and `a.xml` are shown as `www/a.xml`. */
export function shownName(folder: string, file: string): string {
  const shown = pathParts(`${folder.replaceAll("\\", "/")}/${file}`).join("/");
  return /^[/\\]/.test(folder) ? `/${shown}` : shown;
}

/** The address of a file by its shown name; `folder` is the address of the folder that names begin in. */
export function addressIn(folder: string, name: string): string {
  return `${folder.replace(/\/$/, "")}/${name.split("/").map(encodeURIComponent).join("/")}`;
}

/** One spelling for an address that clients write with more or fewer `%XX`. */
export function plainAddress(uri: string): string {
  return percentDecoded(uri).replace(/^file:\/\/\/[A-Z]:/, (drive) => drive.toLowerCase());
}
