import type { Problem } from "../text/span";
import { findAmpersands } from "./ampersands";
import type { ElementForm, ElementParts } from "./element";
import { isOnlyBlank } from "./entities";
import { PlainSetting } from "./plainSetting";
import type { StartTag } from "./tag";
import type { Attribute } from "./tagEnd";
import { EndSearch, type Place, type ValueEnd } from "./valueEnd";

// One element with a value.

interface Leaf {
  readonly parts: ElementParts;
  readonly problems: readonly Problem[];
  /** The furthest place that was looked at. */
  readonly lookedAt: number;
  /** A CDATA section in the value takes the rest of the text. */
  readonly isSwallowed: boolean;
}

const noProblems: readonly Problem[] = [];

export function readLeaf(text: string, start: number, tag: StartTag, place: Place): Leaf {
  const problems: Problem[] = [];
  if (tag.selfClosing) return selfClosing(text, start, tag, place);
  const { name } = place;
  const first = text.indexOf("<", tag.end);
  // The common case: the next tag is the right end tag.
  const closeNameEnd = first + 2 + name.length;
  let found: ValueEnd;
  let lookedAt: number;
  let isSwallowed = false;
  if (
    first >= 0 &&
    text.charCodeAt(first + 1) === 47 &&
    text.charCodeAt(closeNameEnd) === 62 &&
    text.startsWith(name, first + 2)
  ) {
    const plain = plainLeaf(text, start, first, tag, place);
    if (plain) return plain;
    found = { end: first, after: closeNameEnd + 1, closeNameStart: first + 2, closeNameEnd };
    lookedAt = found.after;
  } else {
    const search = new EndSearch(text, tag, place, problems);
    found = search.run(first < 0 ? text.length : first);
    lookedAt = search.lookedAt;
    isSwallowed = search.isSwallowed;
  }
  const raw = text.slice(tag.end, found.end);
  const templated = tag.templated || place.names.grammar.hasPlaceholder(raw);
  if (!templated) findAmpersands(text, tag.end, found.end, raw, problems);
  const parts = elementParts(start, tag, place, {
    form: isOnlyBlank(raw) ? "empty" : "text",
    end: found.after,
    valueStart: tag.end,
    valueEnd: found.end,
    closeNameStart: found.closeNameStart,
    closeNameEnd: found.closeNameEnd,
    templated,
  });
  const attribute = parts.form === "empty" ? valueAttribute(tag, place) : undefined;
  if (!attribute) return { parts, problems, lookedAt, isSwallowed };
  const fromAttribute = {
    ...parts,
    form: "attribute" as const,
    valueStart: attribute.valueSpan.start,
    valueEnd: attribute.valueSpan.end,
  };
  return { parts: fromAttribute, problems, lookedAt, isSwallowed };
}

/** An element as nearly all are, whose right end tag comes next after its start tag. */
function plainLeaf(text: string, start: number, valueEnd: number, tag: StartTag, place: Place): Leaf | undefined {
  const { plainEnd, templated, nameStart, end } = tag;
  const { name, names, open, written } = place;
  if (!plainEnd || templated || nameStart !== start + 1 || name === names.grammar.policy.named?.element)
    return undefined;
  const element = names.written.element(written ?? { name, path: open.path }, plainEnd, text, start, valueEnd);
  if (!element) return undefined;
  let problems = noProblems;
  if (element.hasAmpersand) {
    const found: Problem[] = [];
    findAmpersands(text, end, valueEnd, text.slice(end, valueEnd), found);
    problems = found;
  }
  const parts = new PlainSetting(element, start);
  return { parts, problems, lookedAt: parts.end, isSwallowed: false };
}

function selfClosing(text: string, start: number, tag: StartTag, place: Place): Leaf {
  const attribute = valueAttribute(tag, place);
  const inner = attribute ? attribute.valueSpan : { start: tag.end - 2, end: tag.end - 2 };
  const parts = elementParts(start, tag, place, {
    form: attribute ? "attribute" : "self-closing",
    end: tag.end,
    valueStart: inner.start,
    valueEnd: inner.end,
    closeNameStart: -1,
    closeNameEnd: -1,
    templated:
      tag.templated ||
      (attribute !== undefined && place.names.grammar.hasPlaceholder(text.slice(inner.start, inner.end))),
  });
  return { parts, problems: [], lookedAt: tag.end, isSwallowed: false };
}

function elementParts(
  start: number,
  tag: StartTag,
  place: Place,
  rest: {
    form: ElementForm;
    end: number;
    valueStart: number;
    valueEnd: number;
    closeNameStart: number;
    closeNameEnd: number;
    templated: boolean;
  },
): ElementParts {
  const naming = namingAttribute(tag, place);
  const number = naming && numberOf(tag, place);
  return {
    name: number === undefined ? (naming?.value ?? place.name) : `${naming?.value}[${number}]`,
    path: place.open.path,
    form: rest.form,
    start,
    end: rest.end,
    nameStart: naming ? naming.valueSpan.start : tag.nameStart,
    nameEnd: naming ? naming.valueSpan.end : tag.nameEnd,
    openEnd: tag.end,
    valueStart: rest.valueStart,
    valueEnd: rest.valueEnd,
    endNameStart: naming ? -1 : rest.closeNameStart,
    endNameEnd: naming ? -1 : rest.closeNameEnd,
    attributes: tag.attributes,
    templated: rest.templated,
  };
}

function valueAttribute(tag: StartTag, place: Place): Attribute | undefined {
  const name = place.names.grammar.policy.valueAttribute;
  return name === undefined ? undefined : attributeWithValue(tag, name);
}

/** The attribute that names the setting, where the element does not. */
function namingAttribute(tag: StartTag, place: Place): Attribute | undefined {
  const { named } = place.names.grammar.policy;
  if (named === undefined || place.name !== named.element) return undefined;
  const attribute = attributeWithValue(tag, named.attribute);
  return attribute?.value === "" ? undefined : attribute;
}

/** Of a setting whose name has one. */
function numberOf(tag: StartTag, place: Place): string | undefined {
  const name = place.names.grammar.policy.named?.index;
  const number = name === undefined ? undefined : attributeWithValue(tag, name)?.value?.trim();
  return number === "" ? undefined : number;
}

function attributeWithValue(tag: StartTag, name: string): Attribute | undefined {
  return tag.attributes.find((attribute) => attribute.name === name && attribute.value !== undefined);
}
