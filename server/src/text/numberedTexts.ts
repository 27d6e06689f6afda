/** The texts of a language as the build packs them: in the order of a list of numbers, one for each English text. */
export interface PackedTexts {
  /** In base 36, with a space between two. */
  readonly numbers: string;
  readonly texts: readonly string[];
}

/** A number that only one of our English texts has, as the build makes sure (FNV-1a). */
export function numberOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** Looks like an object with each English text as a key, for `l10n.config`; `load` is called for the first text. */
export function numberedTexts(load: () => PackedTexts | undefined): Record<string, string> {
  let byNumber: ReadonlyMap<number, string> | undefined;
  return new Proxy<Record<string, string>>(Object.create(null), {
    get(_none, english) {
      byNumber ??= unpacked(load());
      return typeof english === "string" ? byNumber.get(numberOf(english)) : undefined;
    },
  });
}

function unpacked(packed: PackedTexts | undefined): ReadonlyMap<number, string> {
  const numbers = packed?.numbers.split(" ") ?? [];
  return new Map(packed?.texts.map((text, i) => [Number.parseInt(numbers[i] ?? "", 36), text]));
}
