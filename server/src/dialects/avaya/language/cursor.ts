import type { CursorContext } from "../../../profile/cursorContext";
import type { ProfileDocument } from "../../../profile/profileDocument";
import { nameStyle } from "../write";

/** What can be typed at `offset`. */
export function contextAt(document: ProfileDocument, text: string, offset: number): CursorContext {
  const start = Math.max(text.lastIndexOf("\n", offset - 1), text.lastIndexOf("\r", offset - 1)) + 1;
  const before = text.slice(start, offset);
  const rest = /^[^\r\n]*/.exec(text.slice(offset, offset + 2000))?.[0] ?? "";
  if (before.startsWith("#")) return { kind: "none" };
  const name = /^(?:(SET|ADD)[ \t]+)?([A-Za-z][\w.-]*|)$/i.exec(before);
  if (name) {
    const [, keyword = "", typed = ""] = name;
    const end = offset + (/^[\w.-]*/.exec(rest)?.[0].length ?? 0);
    const hasValue = text.slice(end, offset + rest.length).trim() === "";
    const isKeyword = keyword === "" && /^(?:S|SE|SET|A|AD|ADD)$/i.test(typed);
    return {
      ...{ kind: "name", replace: { start: offset - typed.length, end }, typed: isKeyword ? "" : typed, path: "" },
      style: nameStyle(keyword, hasValue),
    };
  }
  const found = document.settingAt(offset);
  if (!found) return { kind: "none" };
  return offset - found.start >= found.setting.parts.valueStart ? { kind: "value" } : { kind: "none" };
}
