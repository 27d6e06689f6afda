import { type ChildProcessWithoutNullStreams, execFile, spawn } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { type Found, type FoundFile, shownName, type Tree } from "../../deployment/site/tree";
import { UsageError } from "../verb";

// The files of one revision. Nothing is checked out, no hook and no external program of the repository runs.

const run = promisify(execFile);
const safe = ["-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "--no-optional-locks"];

interface GitEntry {
  readonly id: string;
  readonly isLink: boolean;
}

export class GitTree implements Tree {
  readonly #names = new Map<string, Map<string, string>>();

  private constructor(
    /** The folder of the configuration, relative to the root of the repository. */
    readonly prefix: string,
    /** By path from the root of the repository. */
    readonly entries: ReadonlyMap<string, GitEntry>,
    readonly blobs: GitBlobs,
  ) {
    for (const file of entries.keys()) {
      const parts = file.split("/");
      for (let i = 0; i < parts.length; i++) {
        const folder = parts.slice(0, i).join("/");
        const names = this.#names.get(folder) ?? new Map<string, string>();
        this.#names.set(folder, names);
        const name = parts[i] ?? "";
        names.set(name.toLowerCase(), name);
      }
    }
  }

  /** Throws a UsageError for a folder without a repository or a revision that does not exist. */
  static async open(folder: string, revision: string): Promise<GitTree> {
    const commit = await resolveRevision(folder, revision);
    const top = (await git(folder, ["rev-parse", "--show-prefix"])).toString().replace(/\n$/, "").replace(/\/$/, "");
    const entries = await entriesOf(folder, commit);
    return new GitTree(top, entries, new GitBlobs(folder));
  }

  find(folder: string, file: string): Found {
    const name = shownName(folder, file);
    const base = path.posix.normalize(path.posix.join(this.prefix, folder.split(path.sep).join("/")));
    const full = path.posix.normalize(path.posix.join(base, file));
    if (file.split("/").includes("..") || leadsOut(base, this.prefix)) return { kind: "escapes", name };
    const entry = this.entries.get(full);
    if (entry?.isLink) return { kind: "escapes", name };
    if (entry) return { kind: "file", name, id: entry.id };
    const real = this.#otherCase(full);
    return real === undefined
      ? { kind: "missing", name }
      : { kind: "other case", name, real: path.posix.relative(this.prefix, real) };
  }

  read({ id }: FoundFile): Promise<Uint8Array> {
    return this.blobs.read(id);
  }

  close(): void {
    this.blobs.close();
  }

  #otherCase(full: string): string | undefined {
    let at = "";
    for (const part of full.split("/")) {
      const real = this.#names.get(at)?.get(part.toLowerCase());
      if (real === undefined) return undefined;
      at = at === "" ? real : `${at}/${real}`;
    }
    return this.entries.has(at) ? at : undefined;
  }
}

function leadsOut(base: string, prefix: string): boolean {
  return base.startsWith("..") || (prefix !== "" && base !== prefix && !base.startsWith(`${prefix}/`));
}

/** The full name of a revision that a person typed. */
export async function resolveRevision(folder: string, revision: string): Promise<string> {
  if (revision.startsWith("-") || revision === "") throw new UsageError(`${revision}: This is not a revision.`);
  try {
    const args = ["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`];
    return (await git(folder, args)).toString().trim();
  } catch {
    throw new UsageError(`${revision}: There is no such revision, or the folder is not in a git repository.`);
  }
}

/** Every file of a commit below the root of the repository. */
export async function entriesOf(folder: string, commit: string): Promise<ReadonlyMap<string, GitEntry>> {
  const listing = await git(folder, ["ls-tree", "-r", "-z", "--full-tree", commit]);
  const entries = new Map<string, GitEntry>();
  for (const line of listing.toString("utf8").split("\0")) {
    const [, mode = "", type, id = "", name = ""] = /^(\d+) (\w+) ([0-9a-f]+)\t(.*)$/s.exec(line) ?? [];
    if (type === "blob") entries.set(name, { id, isLink: mode === "120000" });
  }
  return entries;
}

/** Runs git and answers with what it prints; rejects when it fails. */
export async function git(folder: string, args: readonly string[]): Promise<Buffer> {
  const { stdout } = await run("git", [...safe, ...args], {
    cwd: folder,
    encoding: "buffer",
    maxBuffer: 1 << 30,
    env: { ...process.env, GIT_OPTIONAL_LOCKS: "0", GIT_TERMINAL_PROMPT: "0" },
  });
  return stdout;
}

/** Contents by their ids, from one process. */
class GitBlobs {
  #child: ChildProcessWithoutNullStreams | undefined;
  readonly #waiting: { readonly resolve: (bytes: Uint8Array) => void; readonly reject: (error: Error) => void }[] = [];
  #pieces: Buffer[] = [];
  #length = 0;
  /** Bytes of the content that comes now, with the line end after it; undefined while its header is read. */
  #wanted: number | undefined;

  constructor(readonly folder: string) {}

  read(id: string): Promise<Uint8Array> {
    const child = this.#start();
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
      child.stdin.write(`${id}\n`);
    });
  }

  close(): void {
    this.#child?.stdin.end();
    this.#child = undefined;
  }

  #start(): ChildProcessWithoutNullStreams {
    if (this.#child) return this.#child;
    const child = spawn("git", [...safe, "cat-file", "--batch"], { cwd: this.folder });
    child.stdout.on("data", (piece: Buffer) => this.#take(piece));
    child.stdin.on("error", () => undefined);
    const fail = () => {
      for (const { reject } of this.#waiting.splice(0)) reject(new Error("git has ended"));
    };
    child.on("error", fail);
    child.on("close", fail);
    this.#child = child;
    return child;
  }

  #take(piece: Buffer): void {
    this.#pieces.push(piece);
    this.#length += piece.length;
    for (;;) {
      if (this.#wanted === undefined) {
        const all = this.#joined();
        const end = all.indexOf(10);
        if (end < 0) return;
        const header = all.subarray(0, end).toString();
        this.#keep(all.subarray(end + 1));
        const size = /^[0-9a-f]+ blob (\d+)$/.exec(header)?.[1];
        if (size === undefined) {
          this.#waiting.shift()?.reject(new Error("git has no such content"));
          continue;
        }
        this.#wanted = Number(size) + 1;
      }
      if (this.#length < this.#wanted) return;
      const all = this.#joined();
      const content = Buffer.from(all.subarray(0, this.#wanted - 1));
      this.#keep(all.subarray(this.#wanted));
      this.#wanted = undefined;
      this.#waiting.shift()?.resolve(content);
    }
  }

  #joined(): Buffer {
    if (this.#pieces.length !== 1) this.#pieces = [Buffer.concat(this.#pieces)];
    return this.#pieces[0] ?? Buffer.alloc(0);
  }

  #keep(rest: Buffer): void {
    this.#pieces = [rest];
    this.#length = rest.length;
  }
}
