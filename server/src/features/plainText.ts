import { applyEdits, inOrder } from "../text/edits";
import { findTypography } from "../values/typography";
import { isText } from "./paramShapes";
import type { RequestFeature } from "./requestFeature";

/** Longer texts are left as they are. */
const maxLength = 2_000_000;

/** A text with plain quotes, dashes and spaces, and without invisible characters. */
export const plainText: RequestFeature<"flatProfile/plainText"> = {
  params: { text: isText },
  run({ text }) {
    if (text.length > maxLength) return { text };
    const edits = findTypography(text).flatMap(({ fixes }) => fixes?.[0]?.edits ?? []);
    return { text: applyEdits(text, inOrder(edits)) };
  },
};
