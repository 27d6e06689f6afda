import { lineAt, valueContext } from "../../../server/src/lines/cursor";
import type { CursorContext } from "../../../server/src/profile/cursorContext";
import type { ProfileDocument } from "../../../server/src/profile/profileDocument";
import { commentIn } from "./lines";
import { columnStyle, nameStyle } from "./write";

/** What can be typed at `offset`. */
export function contextAt(document: ProfileDocument, text: string, offset: number): CursorContext {
  const { start, before, rest } = lineAt(text, offset);
  if (commentIn(before) >= 0) return { kind: "none" };
  const heading = headingAt(document, text, start, offset);
  if (heading !== undefined) {
    const typed = /[^,\s]*$/.exec(before)?.[0] ?? "";
    const replace = { start: offset - typed.length, end: offset + (/^[^,\s]*/.exec(rest)?.[0].length ?? 0) };
    return { kind: "name", replace, typed, path: heading, style: columnStyle };
  }
  const name = /^(\s*)(?:SET\s+)?([A-Za-z][\w.-]*|)$/i.exec(before);
  const isRow = document.settingAt(offset)?.setting.hasName === false;
  if (name && !isRow) {
    const typed = /^S(?:ET?)?$/i.test(name[2] ?? "") && !/SET\s/i.test(before) ? "" : (name[2] ?? "");
    const end = offset + (/^[\w.-]*/.exec(rest)?.[0].length ?? 0);
    const replace = { start: start + (name[1] ?? "").length, end };
    const hasValue = /^\s*(?:##|$)/.test(text.slice(end, offset + rest.length));
    return { kind: "name", replace, typed, path: "", style: nameStyle(hasValue) };
  }
  return valueContext(document, offset);
}

/** The table whose heading the line at `start` is, or may become. */
function headingAt(document: ProfileDocument, text: string, start: number, offset: number): string | undefined {
  if (/^\s*(?:SET(?:\s|$)|\[)/i.test(text.slice(start, offset))) return undefined;
  const before = text.slice(0, start).trimEnd();
  const last = before.slice(Math.max(before.lastIndexOf("\n"), before.lastIndexOf("\r")) + 1);
  const table = /^\s*\[([A-Za-z][\w-]*)\]\s*(?:\s##.*)?$/.exec(last)?.[1];
  const segment = document.segments[document.indexAt(offset)];
  return segment && table?.toUpperCase();
}
