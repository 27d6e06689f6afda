import type { ValueReading } from "../profile/setting";
import { MappedText } from "../text/mappedText";

/** Values may have double quotes around them; nothing is escaped. */
export const quotedValue: ValueReading = {
  decode(text, start, end) {
    const isQuoted = end - start >= 2 && text[start] === '"' && text[end - 1] === '"';
    return isQuoted
      ? MappedText.verbatim(text.slice(start + 1, end - 1), start + 1)
      : MappedText.verbatim(text.slice(start, end), start);
  },
  isEmpty: (text) => text === "",
};
