import type { Origin, SettingState } from "./settingState";

// When two states of a setting are the same.

export function isSameMap(a: ReadonlyMap<string, SettingState>, b: ReadonlyMap<string, SettingState>): boolean {
  for (const [name, current] of a) if (!isIdentical(current, b.get(name))) return false;
  for (const [name, current] of b) if (!a.has(name) && !isIdentical(current, undefined)) return false;
  return true;
}

/** The same, and written in the same place. */
export function isIdentical(a: SettingState | undefined, b: SettingState | undefined): boolean {
  return a === b || (isSame(a, b) && a?.how === b?.how && isSameOrigin(a?.from, b?.from) && isSameOrigin(a?.at, b?.at));
}

function isSameOrigin(a: Origin = {}, b: Origin = {}): boolean {
  return (
    a === b ||
    (a.file === b.file &&
      a.start === b.start &&
      a.end === b.end &&
      a.line === b.line &&
      a.rule === b.rule &&
      a.prefersUser === b.prefersUser)
  );
}

/** What is current is the same; nothing at all is the same as a factory value. */
export function isSame(a: SettingState | undefined, b: SettingState | undefined): boolean {
  return (
    a === b ||
    (a?.value === b?.value &&
      a?.access === b?.access &&
      (a?.isUnknown ?? false) === (b?.isUnknown ?? false) &&
      (a?.isUserModified ?? false) === (b?.isUserModified ?? false))
  );
}

export function hashOf(name: string, current: SettingState | undefined): number {
  if (isSame(current, undefined)) return 0;
  const { value = "\u0001", access = "", isUserModified = false, isUnknown = false } = current as SettingState;
  let hash = 0x811c9dc5;
  for (const text of [name, "\u0000", value, "\u0000", access, isUserModified ? "u" : "", isUnknown ? "t" : ""])
    for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}
