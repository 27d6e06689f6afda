/** Paths of the settings of tones and of rings in the catalogue. */
export const tonePath = "Call progress tone";
export const ringPath = "Ringing pattern";
export const numbersPath = "Numbers";

/** Sections of files of tones: tones, rings, tones of users, and how many there are. */
export type SectionKind = "tone" | "ring" | "user" | "numbers";

export function isTonePath(path: string): boolean {
  return path === tonePath || path === ringPath || path === numbersPath;
}

/** What a heading begins; undefined for one of other files. */
export function kindOfSection(name: string): SectionKind | undefined {
  if (/^NUMBER OF (?:CALL PROGRESS TONES|(?:DISTINCTIVE )?RINGING PATTERNS|USER DEFINED TONES)$/i.test(name))
    return "numbers";
  if (/^CALL PROGRESS TONE\s*#/i.test(name)) return "tone";
  if (/^(?:DISTINCTIVE )?RINGING PATTERN\s*#/i.test(name)) return "ring";
  return /^USER DEFINED TONE\s*#/i.test(name) ? "user" : undefined;
}

/** The path of the settings in a section. */
export function pathOfSection(kind: SectionKind): string {
  return kind === "ring" ? ringPath : kind === "numbers" ? numbersPath : tonePath;
}
