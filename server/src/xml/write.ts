import { plainName } from "../profile/cursorContext";
import type { Setting } from "../profile/setting";
import type { Writer } from "../profile/writer";
import type { Edit } from "../text/span";
import { attributeOf, elementOf, tagNameSpan } from "./element";
import { encodeAttribute, encodeText } from "./entities";
import { bareName, partsOfName, startOf, usesAttribute, written } from "./nameStyle";
import type { XmlPolicy } from "./policy";

/** Writes settings as elements. */
export function elementWriter(policy: XmlPolicy): Writer {
  const { usualAttribute } = policy;
  const isWithAttribute = (setting: Setting) =>
    usualAttribute !== undefined && attributeOf(setting, usualAttribute.name) !== undefined;
  const element = (name: string, value: string, withAttribute: boolean) => {
    const { opening, element: tag } = startOf(policy, name);
    const start = withAttribute && usualAttribute ? `${opening}${written(usualAttribute)}` : opening;
    return value === "" ? `${start}/>` : `${start}>${encodeText(value)}</${tag}>`;
  };
  const write: Writer = {
    encode(value, setting) {
      return elementOf(setting).form === "attribute" ? encodeAttribute(value) : encodeText(value);
    },

    element(name, value, profile) {
      return element(name, value, usesAttribute(policy, profile));
    },

    setValue(setting, value) {
      if (elementOf(setting).form === "self-closing") {
        const { openEnd } = elementOf(setting);
        const { start, end } = tagNameSpan(setting);
        const name = setting.segment.text.slice(start, end);
        return [{ span: { start: openEnd - 2, end: openEnd }, text: `>${encodeText(value)}</${name}>` }];
      }
      return [{ span: setting.valueSpan, text: write.encode(value, setting) }];
    },

    rename(setting, name) {
      const { base, index } = partsOfName(policy.named, name);
      const number = policy.named?.index === undefined ? undefined : attributeOf(setting, policy.named.index);
      const edits: Edit[] = [
        { span: setting.nameSpan, text: number ? base : bareName(policy, false).write(plainName(name), "", false) },
      ];
      if (number && index !== undefined && number.value !== index) edits.push({ span: number.valueSpan, text: index });
      const close = setting.endNameSpan;
      if (close) edits.push({ span: close, text: name });
      return edits;
    },

    remove(setting) {
      return [{ span: setting.span, text: "", line: setting.span }];
    },

    insertAfter(setting, name, value) {
      const { end } = elementOf(setting);
      return [{ span: { start: end, end }, text: element(name, value, isWithAttribute(setting)), line: setting.span }];
    },
  };
  return write;
}
