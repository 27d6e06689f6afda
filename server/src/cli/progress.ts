/** A line on a terminal that says how far a run is; nothing anywhere else. */
export class Progress {
  readonly #stream: NodeJS.WriteStream;
  readonly #isShown: boolean;
  #paintedAt = 0;
  #visible = false;

  constructor(
    stream: NodeJS.WriteStream,
    readonly total: number,
    readonly clock: () => number,
    readonly unit: "files" | "bytes" = "files",
  ) {
    this.#stream = stream;
    this.#isShown = stream.isTTY === true && total > 50;
    this.#paintedAt = clock();
  }

  /** Paints at most ten times a second, and not in the first half second. */
  at(done: number): void {
    if (!this.#isShown || this.clock() - this.#paintedAt < (this.#visible ? 100 : 500)) return;
    this.#paintedAt = this.clock();
    this.#visible = true;
    const share = done / this.total;
    const full = Math.round(share * 30);
    const bar = `${"█".repeat(full)}${"░".repeat(30 - full)}`;
    const count = this.unit === "files" ? `${done} of ${this.total} files ` : "";
    this.#stream.write(`\r${bar} ${count}(${Math.floor(share * 100)} %)\u001b[K`);
  }

  /** Makes room for other output. */
  clear(): void {
    if (!this.#visible) return;
    this.#stream.write("\r\u001b[K");
    this.#visible = false;
  }
}
