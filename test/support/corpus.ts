import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

/** The shared corpus beside the clone; undefined where it is absent. */
export const corpusFolder: string | undefined = (() => {
  const folder = path.resolve(process.cwd(), "../shared/corpus");
  return existsSync(folder) ? folder : undefined;
})();

export interface CorpusFile {
  readonly path: string;
  readonly kind: "dump" | "handwritten" | "doc-sample" | "template" | "template-rendered";
  readonly device: string;
  readonly wellFormed: boolean;
  readonly text: string;
}

/** Every file of the corpus, decoded as the command line decodes files. */
export function corpusFiles(): CorpusFile[] {
  if (!corpusFolder) return [];
  const folder = corpusFolder;
  const lines = readFileSync(path.join(folder, "index.jsonl"), "utf8").trim().split("\n");
  return lines.map((line) => {
    const entry = JSON.parse(line) as { path: string; kind: CorpusFile["kind"]; device: string; well_formed: boolean };
    const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(readFileSync(path.join(folder, entry.path)));
    return { path: entry.path, kind: entry.kind, device: entry.device, wellFormed: entry.well_formed, text };
  });
}
