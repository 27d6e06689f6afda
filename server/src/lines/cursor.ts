import type { CursorContext } from "../profile/cursorContext";
import type { ProfileDocument } from "../profile/profileDocument";

/** Characters after the cursor that are looked at. */
const maxRest = 4000;

/** The line of `offset`: where it starts, and its text before and after that place. */
export function lineAt(text: string, offset: number) {
  const start = Math.max(text.lastIndexOf("\n", offset - 1), text.lastIndexOf("\r", offset - 1)) + 1;
  const rest = /^[^\r\n]*/.exec(text.slice(offset, offset + maxRest))?.[0] ?? "";
  return { start, before: text.slice(start, offset), rest };
}

/** In a value, or where nothing is typed. */
export function valueContext(document: ProfileDocument, offset: number): CursorContext {
  const found = document.settingAt(offset);
  return found && offset - found.start >= found.setting.parts.valueStart ? { kind: "value" } : { kind: "none" };
}
