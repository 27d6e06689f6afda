import type { Writer } from "../../checks/check";
import type { Edit } from "../../text/span";
import { elementOf } from "../../xml/element";
import { encodeAttribute, encodeText } from "../../xml/entities";

/** Writes flat-profile elements. */
export const write: Writer = {
  encode(value, setting) {
    return elementOf(setting).form === "attribute" ? encodeAttribute(value) : encodeText(value);
  },

  element(name, value) {
    return value === "" ? `<${name}/>` : `<${name}>${encodeText(value)}</${name}>`;
  },

  setValue(setting, value) {
    if (elementOf(setting).form === "self-closing") {
      const { openEnd, nameStart, nameEnd } = elementOf(setting);
      const name = setting.segment.text.slice(nameStart, nameEnd);
      return [{ span: { start: openEnd - 2, end: openEnd }, text: `>${encodeText(value)}</${name}>` }];
    }
    return [{ span: setting.valueSpan, text: write.encode(value, setting) }];
  },

  rename(setting, name) {
    const edits: Edit[] = [{ span: setting.nameSpan, text: name }];
    const close = setting.endNameSpan;
    if (close) edits.push({ span: close, text: name });
    return edits;
  },

  remove(setting) {
    return [{ span: setting.span, text: "", line: setting.span }];
  },

  insertAfter(setting, name, value) {
    const { end } = elementOf(setting);
    return [{ span: { start: end, end }, text: write.element(name, value), line: setting.span }];
  },
};
