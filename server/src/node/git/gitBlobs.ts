import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { quietly, safe } from "./git";

/** Contents by their ids, from one process. */
export class GitBlobs {
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
    const child = spawn("git", [...safe, "cat-file", "--batch"], { cwd: this.folder, env: quietly() });
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
