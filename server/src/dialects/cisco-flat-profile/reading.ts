import type { ValueReading } from "../../profile/setting";
import type { ElementParts } from "../../xml/element";
import { decodeContent } from "../../xml/entities";

/** Values of flat-profile elements: `""` is the explicit empty text; `group="Info/…"` is the status part of a dump. */
export const reading: ValueReading = {
  decode: decodeContent,
  isEmpty: (text) => text === "" || text === '""',
  isStatus(parts) {
    const { attributes } = parts as ElementParts;
    const group = attributes.length === 0 ? undefined : attributes.find(({ name }) => name === "group")?.value;
    return group !== undefined && /^\s*info(?:\/|\s*$)/i.test(group);
  },
};
