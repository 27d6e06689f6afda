import path from "node:path";
import { type Found, type FoundFile, shownName, type Tree } from "../../deployment/site/tree";
import { FileTable, type PackedFiles, packFiles } from "./fileTable";
import { git, resolveRevision } from "./git";
import { GitBlobs } from "./gitBlobs";
import { WorkFiles } from "./workFiles";

// The files of one revision, without a checkout.

/** What a revision has, as plain data: threads share it. */
export interface RevisionFiles {
  readonly folder: string;
  /** The root of the working tree. */
  readonly root: string;
  /** The folder of the configuration, relative to the root of the repository. */
  readonly prefix: string;
  /** By path from the root of the repository. */
  readonly files: PackedFiles;
  /** Where links lead, as they are written, by their own path. */
  readonly links: ReadonlyMap<string, string>;
}

interface FolderPlace {
  readonly shown: string;
  /** From the root of the repository, and with links followed; undefined where that leads out of the folder of the configuration. */
  readonly base: string;
  readonly limit: string | undefined;
}

/** Has a part that is empty, `.` or `..`. */
const unusualPath = /(?:^|\/)\.{0,2}(?:\/|$)/;

const joined = (folder: string, file: string) => (folder === "" ? file : `${folder}/${file}`);

export class GitTree implements Tree {
  readonly prefix: string;
  readonly files: FileTable;
  readonly blobs: GitBlobs;
  readonly links: ReadonlyMap<string, string>;
  readonly workFiles: WorkFiles;
  /** Those that the site map names. */
  readonly #places = new Map<string, FolderPlace>();

  constructor({ folder, root, prefix, files, links }: RevisionFiles) {
    this.prefix = prefix;
    this.files = new FileTable(files);
    this.blobs = new GitBlobs(folder);
    this.links = links;
    this.workFiles = new WorkFiles(root);
  }

  /** Throws a GitFault for a folder without a repository or a revision that does not exist. */
  static async open(folder: string, revision: string): Promise<GitTree> {
    return new GitTree(await filesOf(folder, await resolveRevision(folder, revision)));
  }

  find(folder: string, file: string): Found {
    const { shown, base, limit } = this.#place(folder);
    const isPlain = !unusualPath.test(file);
    const name = isPlain ? joined(shown, file) : shownName(folder, file);
    if (limit === undefined || file.split("/").includes("..")) return { kind: "escapes", name };
    const real =
      isPlain && this.links.size === 0
        ? joined(limit, file)
        : this.#followed(path.posix.normalize(path.posix.join(base, file)).slice(base.length), limit, limit);
    if (real === undefined) return { kind: "escapes", name };
    const found = this.files.find(real);
    if (found >= 0) return { kind: "file", name, id: this.files.id(found), at: real };
    const other = this.files.otherCase(real);
    return other === undefined
      ? { kind: "missing", name }
      : { kind: "other case", name, real: path.posix.relative(this.prefix, other) };
  }

  #place(folder: string): FolderPlace {
    let place = this.#places.get(folder);
    if (!place) {
      const all = path.posix.normalize(path.posix.join(this.prefix, folder.split(path.sep).join("/")));
      const base = all === "." ? "" : all.replace(/\/$/, "");
      const followed = folder === "" ? this.prefix : this.#followed(base, this.prefix);
      const limit = leadsOut(base, this.prefix) ? undefined : followed;
      place = { shown: shownName(folder, ""), base, limit };
      this.#places.set(folder, place);
    }
    return place;
  }

  /** The path without the links in `file`; undefined where one leads out of `limit`. */
  #followed(file: string, limit: string, from = ""): string | undefined {
    let at = from;
    let waiting = file.split("/").filter((part) => part !== "");
    for (let hops = 0; ; ) {
      const part = waiting.shift();
      if (part === undefined) return at;
      at = path.posix.join(at, part);
      const target = this.links.get(at);
      if (target === undefined) continue;
      if (target.startsWith("/") || ++hops > maxLinks) return undefined;
      at = path.posix.normalize(path.posix.join(path.posix.dirname(at), target)).replace(/\/$/, "");
      if (at === ".") at = "";
      if (leadsOut(at, limit)) return undefined;
      // What the link leads to may be a link, or lie below one.
      waiting = [...at.split("/"), ...waiting];
      at = "";
    }
  }

  read({ id, at }: FoundFile): Uint8Array | Promise<Uint8Array> {
    return (at !== undefined && this.workFiles.read(at, id)) || this.blobs.read(id);
  }

  contentId({ id }: FoundFile): string {
    return id;
  }

  close(): void {
    this.blobs.close();
  }
}

/** Links that are followed one after another; more of them lead round in a circle. */
const maxLinks = 40;

function leadsOut(base: string, prefix: string): boolean {
  return base.startsWith("..") || (prefix !== "" && base !== prefix && !base.startsWith(`${prefix}/`));
}

/** Every file of a commit below the root of the repository. */
export async function filesOf(folder: string, commit: string): Promise<RevisionFiles> {
  const [places, listing] = await Promise.all([
    git(folder, ["rev-parse", "--show-cdup", "--show-prefix"]),
    git(folder, ["ls-tree", "-r", "-z", "--full-tree", commit]),
  ]);
  const [up = "", prefix = ""] = places.toString().split("\n");
  const files = packFiles(listing, (head) => {
    const [mode, type, id = ""] = head.split(" ");
    return type === "blob" ? { kind: mode === "120000" ? "link" : "file", id } : undefined;
  });
  return {
    folder,
    root: path.resolve(folder, up),
    prefix: prefix.replace(/\/$/, ""),
    files,
    links: await linksOf(folder, new FileTable(files)),
  };
}

async function linksOf(folder: string, files: FileTable): Promise<ReadonlyMap<string, string>> {
  const blobs = new GitBlobs(folder);
  const links = new Map<string, string>();
  for (let file = 0; file < files.count; file++)
    if (files.kind(file) === "link")
      links.set(files.name(file), Buffer.from(await blobs.read(files.id(file))).toString());
  blobs.close();
  return links;
}
