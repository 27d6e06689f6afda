import { atomicWrite } from "../node/atomicWrite";
import { withFile } from "./fileFault";
import { print } from "./standardOutput";

/** Standard output, or a file that is written at the end. */
export class Sink {
  readonly #pieces: string[] = [];

  constructor(readonly file: string | undefined) {}

  async write(text: string): Promise<void> {
    if (this.file === undefined) await print(text);
    else this.#pieces.push(text);
  }

  async close(): Promise<void> {
    if (this.file === undefined) return;
    const content = (async function* (pieces: readonly string[]) {
      for (const piece of pieces) yield Buffer.from(piece);
    })(this.#pieces);
    const { file } = this;
    await withFile(file, () => atomicWrite(file, content, { mode: 0o600 }));
  }
}
