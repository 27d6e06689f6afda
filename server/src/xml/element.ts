import type { SectionTag, Setting, SettingParts } from "../profile/setting";
import type { Span } from "../text/span";
import { isBlank } from "./entities";
import type { Attribute } from "./tagEnd";
import { nameEnd } from "./tagName";

// A setting that is written as an XML element.

/** How an element contains its value. */
export type ElementForm =
  /** `<X>value</X>` */
  | "text"
  /** `<X></X>`, possibly with spaces */
  | "empty"
  /** `<X/>` */
  | "self-closing"
  /** `<X value="…"/>` */
  | "attribute";

export interface ElementParts extends SettingParts {
  readonly form: ElementForm;
  /** After the start tag. */
  readonly openEnd: number;
  readonly attributes: readonly Attribute[];
}

/** The same parts, but for some. */
export function withParts(parts: ElementParts, others: Partial<ElementParts>): ElementParts {
  const { name, path, form, templated, attributes } = parts;
  const { start, end, nameStart, nameEnd, openEnd, valueStart, valueEnd, endNameStart, endNameEnd } = parts;
  return {
    ...{ name, path, form, start, end, nameStart, nameEnd, openEnd, valueStart, valueEnd, endNameStart, endNameEnd },
    ...{ attributes, templated },
    ...others,
  };
}

/** Where an element begins or ends that contains others. */
export interface ContainerTag extends SectionTag {
  /** Path of the settings inside. */
  readonly inside: string;
}

/** Every setting that the XML reader makes has these parts. */
export function elementOf(setting: Setting): ElementParts {
  return setting.parts as ElementParts;
}

export function attributeOf(setting: Setting, name: string): Attribute | undefined {
  return elementOf(setting).attributes.find((attribute) => attribute.name === name);
}

/** The name in the start tag, which need not be the setting's. */
export function tagNameSpan(setting: Setting): Span {
  const { text } = setting.segment;
  let start = setting.parts.start + 1;
  while (isBlank(text.charCodeAt(start))) start++;
  return start === setting.parts.nameStart ? setting.nameSpan : { start, end: nameEnd(text, start).end };
}

/** Two elements are written alike: in one form, with the same attributes. */
export function isSameForm(a: Setting, b: Setting): boolean {
  const one = elementOf(a);
  const other = elementOf(b);
  return (
    one.form === other.form &&
    one.attributes.length === other.attributes.length &&
    one.attributes.every(({ name, value }, i) => {
      const same = other.attributes[i];
      return name === same?.name && value === same.value;
    })
  );
}

/** Stretches of an element that a person selects step by step, outermost first. */
export function innerSpans(setting: Setting): readonly Span[] {
  const { start, openEnd, attributes } = elementOf(setting);
  return [
    ...(openEnd > start ? [{ start, end: openEnd }] : []),
    ...attributes.flatMap((attribute) => [attribute.span, attribute.valueSpan]),
  ];
}
