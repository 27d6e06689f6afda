import { contentStart } from "./markup";
import { type OpenElement, pathWithin, type ReaderState } from "./readerState";
import { type RootWord, rootAt } from "./root";
import type { KnownNames } from "./startStates";
import { isNameStart, localName, nameEnd, readStartTag } from "./tag";

// What a name means at a place, by the elements that are open there and the catalogue.

export function isInside(open: OpenElement | undefined): open is OpenElement {
  return open !== undefined && open.role !== "wrapper";
}

export function findOpen(state: ReaderState, name: string): OpenElement | undefined {
  for (let { open } = state; open; open = open.parent) if (open.name === name && name !== "") return open;
  return undefined;
}

/** The profile that an end tag near the root's closes, or the one that a program opened. */
export function openProfile(state: ReaderState): OpenElement | undefined {
  for (let { open } = state; open; open = open.parent)
    if (open.role === "profile" && open.path === "" && (open.name !== "" || state.sawTemplate)) return open;
  return undefined;
}

/** What is around a profile that no program writes must be XML too. */
export function isStrict({ sawProfile, sawTemplate }: ReaderState): boolean {
  return sawProfile && !sawTemplate;
}

export function isKnown(known: KnownNames, open: OpenElement | undefined, name: string): boolean {
  return (
    localName(name) === "flat-profile" || known.has(name, open?.path ?? "") || known.hasSection(pathWithin(open, name))
  );
}

/** `<xsl:if …>`, `<c:forEach …>`: markup of a template engine, as no parameter has a colon in its name. */
export function isForeign(known: KnownNames, open: OpenElement | undefined, name: string): boolean {
  const local = localName(name);
  if (local === name || local === "flat-profile" || local === "router-configuration") return false;
  return !isKnown(known, open, local);
}

/** `http://<address>/` in prose: the `<` follows other text directly and opens nothing we know. */
export function isStandIn(text: string, at: number, known: KnownNames, open: OpenElement | undefined): boolean {
  if (at === 0 || !"/:=@(".includes(text[at - 1] ?? "")) return false;
  if (!isNameStart(text.charCodeAt(at + 1))) return false;
  const name = text.slice(at + 1, nameEnd(text, at + 1).end);
  return !isKnown(known, open, name) && localName(name) !== "router-configuration" && open?.role !== "wrapper";
}

/** The root at the name of a start tag, or a word that was meant for it unless it only surrounds the root. */
export function rootOf(text: string, nameStart: number): RootWord | undefined {
  const word = rootAt(text, nameStart);
  if (!word || word.isExact) return word;
  const inside = contentStart(text, readStartTag(text, nameStart, word.end).end);
  return text.charCodeAt(inside) === 60 && rootAt(text, inside + 1)?.isExact ? undefined : word;
}

interface PrintedTag {
  readonly text: string;
  /** Of the name. */
  readonly start: number;
  readonly name: string;
  readonly isEndTag: boolean;
}

/** A tag in the text of a program is ours. */
export function isPrinted({ text, start, name, isEndTag }: PrintedTag, state: ReaderState, known: KnownNames): boolean {
  if (rootAt(text, start)?.isExact) return true;
  if (!isInside(state.open)) return false;
  return isEndTag ? findOpen(state, name) !== undefined : name.includes("_") && isKnown(known, state.open, name);
}
