import { isCount, isDocument } from "./paramShapes";
import type { RequestFeature } from "./requestFeature";

/** What a template makes of a row, as it is typed. */
export const rendered: RequestFeature<"flatProfile/rendered"> = {
  params: { textDocument: isDocument, row: isCount },
  run: ({ textDocument: { uri }, row }, server) => server.rendered(uri, row),
};
