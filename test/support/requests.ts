import type { OpenFile } from "../../server/src/features/feature";
import type { FileMethod, FileRequestFeature, RequestFeature, Server } from "../../server/src/features/requestFeature";
import type { Method, ParamsOf, ResultOf } from "../../server/src/protocol";
import { noToken, textDocument } from "./fixture";
import { pools } from "./problems";

/** A server that has one file open, or none. */
export const serverWith = (file?: OpenFile): Server => ({
  services: pools,
  file: async () => file,
  read: async () => undefined,
  saved: async () => undefined,
  history: undefined,
  decode: (bytes) => new TextDecoder().decode(bytes),
  pause: async () => undefined,
  remark: () => undefined,
  rendered: async () => null,
  report: () => undefined,
  async *openFiles() {
    if (file) yield file;
  },
  async *workspaceFiles() {
    if (file) yield file;
  },
  site: async () => undefined,
});

/** The answer of a feature about `file`. */
export function answerFor<M extends FileMethod>(
  feature: FileRequestFeature<M>,
  file: OpenFile,
  params?: Omit<ParamsOf<M>, "textDocument">,
): ResultOf<M> {
  return feature.run(file, { textDocument, ...params } as ParamsOf<M>, serverWith(file));
}

/** The answer of a feature that is not about one file. */
export function answerTo<M extends Method>(feature: RequestFeature<M>, params: ParamsOf<M>, file?: OpenFile) {
  return feature.run(params, serverWith(file), noToken);
}
