import type { CursorContext } from "../profile/cursorContext";
import type { ProfileDocument } from "../profile/profileDocument";
import { attributeNames, attributeValues } from "./attributes";
import { type ContainerTag, elementOf } from "./element";
import { isBlank } from "./entities";
import { bareName, nameStyle, usesAttribute } from "./nameStyle";
import type { XmlPolicy } from "./policy";
import type { OpenElement } from "./readerState";
import { stateAfter } from "./readerState";
import { nameEnd } from "./tagName";

/** What can be typed at `offset`. */
export function contextAt(policy: XmlPolicy, document: ProfileDocument, text: string, offset: number): CursorContext {
  const open = openAt(document, offset);
  const inComment = commentAt(document, offset);
  if (!open || inComment) return { kind: "none" };
  const bracket = text.lastIndexOf("<", offset - 1);
  const close = text.lastIndexOf(">", offset - 1);
  const found = document.settingAt(offset);
  const withAttribute = usesAttribute(policy, document.profileAt(offset));
  if (bracket > close && bracket >= 0) {
    const inTag = tagContext({ text, bracket, offset, open, hasElement: found !== undefined, withAttribute, policy });
    if (inTag) return inTag;
  }
  if (found) {
    const parts = elementOf(found.setting);
    const inside = offset - found.start;
    const isContent = parts.form === "text" || parts.form === "empty";
    if (isContent && inside >= parts.valueStart && inside <= parts.valueEnd) return { kind: "value" };
    if (inside > parts.start && inside < parts.end) return { kind: "none" };
  }
  return contentContext(text, offset, open, { policy, withAttribute });
}

/** Between elements: a name may be typed, with or without its `<`. */
function contentContext(
  text: string,
  offset: number,
  open: OpenElement,
  around: Pick<TagPlace, "policy" | "withAttribute">,
): CursorContext {
  // Several words are looked for together.
  let start = offset;
  while (start > 0 && /[\w. \t-]/.test(text[start - 1] ?? "")) start--;
  while (start < offset && isBlank(text.charCodeAt(start))) start++;
  return {
    kind: "name",
    replace: { start, end: offset },
    typed: text.slice(start, offset),
    path: open.path,
    style: nameStyle({ ...around, nameOnly: false, bracket: text[start] === "<" }),
  };
}

interface TagPlace {
  readonly text: string;
  /** Of the `<` before the cursor. */
  readonly bracket: number;
  readonly offset: number;
  readonly open: OpenElement;
  readonly hasElement: boolean;
  readonly withAttribute: boolean;
  readonly policy: XmlPolicy;
}

function tagContext(place: TagPlace): CursorContext | undefined {
  const { text, bracket, offset, open, hasElement, withAttribute, policy } = place;
  const first = text[bracket + 1];
  if (first === "!" || first === "?") return { kind: "none" };
  if (first === "/") {
    const end = nameEnd(text, bracket + 2).end;
    return offset <= end
      ? {
          kind: "words",
          replace: { start: bracket, end: text[end] === ">" ? end + 1 : Math.max(end, offset) },
          words: open.name === "" ? [] : [{ label: `</${open.name}>`, kind: "section end" }],
        }
      : { kind: "none" };
  }
  const { end } = nameEnd(text, bracket + 1);
  if (offset <= Math.max(end, bracket + 1)) {
    // A tag that is still being typed has no end yet.
    const nameOnly = hasElement && end > bracket + 1 && text[tagEnd(text, end)] === ">";
    if (nameOnly && policy.named) return { kind: "none" };
    return {
      kind: "name",
      replace: { start: bracket, end: Math.max(end, offset) },
      typed: text.slice(bracket + 1, offset),
      path: open.path,
      style: nameStyle({
        policy,
        withAttribute,
        nameOnly,
        bracket: true,
      }),
    };
  }
  if (end === bracket + 1) return undefined;
  const context = attributeContext(place, end);
  const typed = text.slice(bracket + 1, offset);
  const isOpen = text[tagEnd(text, offset)] !== ">";
  if (context.kind !== "words" || !isOpen || !/^[\w.-]+(?:[ \t]+[\w.-]*)+$/.test(typed)) return context;
  const style = nameStyle({ policy, withAttribute, nameOnly: false, bracket: true });
  return {
    ...context,
    orName: { kind: "name", replace: { start: bracket, end: offset }, typed, path: open.path, style },
  };
}

/** After the name of a start tag. */
function attributeContext({ text, bracket, offset, open, policy }: TagPlace, from: number): CursorContext {
  const before = text.slice(from, offset);
  const value = /([\w-]+)\s*=\s*(["'])([^"'<>]*)$/.exec(before);
  if (value?.[1] && isOpenQuote(before, value.index)) {
    const start = offset - (value[3] ?? "").length;
    let end = offset;
    while (end < text.length && !/["'<>\s]/.test(text[end] ?? "")) end++;
    const replace = { start, end };
    const isNaming = policy.named?.attribute === value[1] && policy.named.element === text.slice(bracket + 1, from);
    const index = indexIn(policy, text.slice(from, tagEnd(text, from)));
    const style = bareName(policy, index !== undefined);
    return isNaming
      ? {
          kind: "name",
          replace,
          typed: text.slice(start, offset),
          path: open.path,
          style,
          ...(index && { index: Number(index) }),
        }
      : { kind: "words", replace, words: attributeValues(policy, value[1]) };
  }
  const present = [...text.slice(from, tagEnd(text, from)).matchAll(/([\w-]+)\s*=/g)].map(
    (match) => match[1] as string,
  );
  let start = offset;
  while (start > from && /[\w-]/.test(text[start - 1] ?? "")) start--;
  if (start === from && !isBlank(text.charCodeAt(start - 1))) return { kind: "none" };
  let end = offset;
  while (/[\w-]/.test(text[end] ?? "")) end++;
  return { kind: "words", replace: { start, end }, words: attributeNames(policy, present) };
}

/** What is in the attribute for the number of a name; empty when that is not a number. */
function indexIn({ named }: XmlPolicy, attributes: string): string | undefined {
  if (named?.index === undefined) return undefined;
  const [, quoted] = new RegExp(`\\s${named.index}\\s*=\\s*["']?(\\d*)`).exec(attributes) ?? [];
  return quoted;
}

function isOpenQuote(before: string, from: number): boolean {
  return (before.slice(0, from).match(/"/g)?.length ?? 0) % 2 === 0;
}

function tagEnd(text: string, from: number): number {
  const end = text.slice(from, from + 2000).search(/[<>]/);
  return end < 0 ? Math.min(text.length, from + 2000) : from + end;
}

function commentAt(document: ProfileDocument, offset: number): boolean {
  const index = document.indexAt(offset);
  const segment = document.segments[index];
  const at = offset - (document.starts[index] ?? 0);
  return segment?.comments.some((comment) => at > comment.span.start && at < comment.span.end) ?? false;
}

/** The innermost container that is open at `offset`; undefined outside every profile. */
function openAt(document: ProfileDocument, offset: number): OpenElement | undefined {
  const index = document.indexAt(offset);
  const segment = document.segments[index];
  const at = offset - (document.starts[index] ?? 0);
  let open = stateAfter(document.segments[index - 1])?.open;
  if (index === 0 && document.form === "part")
    open = { name: "", role: "profile", path: "", parent: undefined, depth: 0 };
  for (const tag of segment?.tags ?? []) {
    if (tag.span.end > at) break;
    if (tag.kind === "close") {
      // Elements inside that lack their end tag end here too.
      while (open && open.name !== tag.name) open = open.parent;
      open = open?.parent;
    } else if (!tag.isEmpty)
      open = {
        name: tag.name,
        role: tag.role,
        path: (tag as ContainerTag).inside,
        parent: open,
        depth: open ? open.depth + 1 : 0,
      };
  }
  // The last segment ends where the file does; a place after its end tag is outside.
  return open && open.role !== "wrapper" ? open : undefined;
}
