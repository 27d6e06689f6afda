import { atomicWrite } from "../node/atomicWrite";
import { withFile } from "./fileFault";
import { print } from "./standardOutput";

/** Standard output, or a file that is written at the end. */
export class Sink {
  readonly #pieces: string[] = [];

  /** `mode`: rights of a new file, else those that the system gives to new files. */
  constructor(
    readonly file: string | undefined,
    private readonly mode?: number,
  ) {}

  async write(text: string): Promise<void> {
    if (this.file === undefined) await print(text);
    else this.#pieces.push(text);
  }

  async close(): Promise<void> {
    if (this.file === undefined) return;
    const content = (async function* (pieces: readonly string[]) {
      for (const piece of pieces) yield Buffer.from(piece);
    })(this.#pieces);
    const { file, mode } = this;
    await withFile(file, () => atomicWrite(file, content, mode === undefined ? {} : { mode }));
  }
}
