// Characters that look like a space or are invisible, by their names in the Unicode standard. The names are not
// translated: they are what one finds when one looks a character up.

const blanks: Readonly<Record<number, string>> = {
  160: "no-break space",
  5760: "ogham space mark",
  8192: "en quad",
  8193: "em quad",
  8194: "en space",
  8195: "em space",
  8196: "three-per-em space",
  8197: "four-per-em space",
  8198: "six-per-em space",
  8199: "figure space",
  8200: "punctuation space",
  8201: "thin space",
  8202: "hair space",
  8232: "line separator",
  8233: "paragraph separator",
  8239: "narrow no-break space",
  8287: "medium mathematical space",
  10240: "braille pattern blank",
  12288: "ideographic space",
};

const invisible: Readonly<Record<number, string>> = {
  127: "delete",
  133: "next line",
  173: "soft hyphen",
  847: "combining grapheme joiner",
  1564: "arabic letter mark",
  4447: "hangul choseong filler",
  4448: "hangul jungseong filler",
  6068: "khmer vowel inherent aq",
  6069: "khmer vowel inherent aa",
  6158: "mongolian vowel separator",
  8203: "zero width space",
  8204: "zero width non-joiner",
  8205: "zero width joiner",
  8206: "left-to-right mark",
  8207: "right-to-left mark",
  8234: "left-to-right embedding",
  8235: "right-to-left embedding",
  8236: "pop directional formatting",
  8237: "left-to-right override",
  8238: "right-to-left override",
  8288: "word joiner",
  8289: "function application",
  8290: "invisible times",
  8291: "invisible separator",
  8292: "invisible plus",
  8294: "left-to-right isolate",
  8295: "right-to-left isolate",
  8296: "first strong isolate",
  8297: "pop directional isolate",
  8298: "inhibit symmetric swapping",
  8299: "activate symmetric swapping",
  8300: "inhibit arabic form shaping",
  8301: "activate arabic form shaping",
  8302: "national digit shapes",
  8303: "nominal digit shapes",
  12644: "hangul filler",
  65279: "zero width no-break space",
  65440: "halfwidth hangul filler",
  65529: "interlinear annotation anchor",
  65530: "interlinear annotation separator",
  65531: "interlinear annotation terminator",
};

const lastControl = 0x9f;

/** The name of a space-like character that is not a plain space. */
export function oddBlankName(code: number): string | undefined {
  return Object.hasOwn(blanks, code) ? blanks[code] : undefined;
}

/** What a character that cannot be seen is called. */
export function invisibleName(code: number): string | undefined {
  if (Object.hasOwn(invisible, code)) return invisible[code];
  return code >= 0x80 && code <= lastControl ? "control character" : undefined;
}

/** `U+2003 (em space)`. */
export function characterName(code: number): string {
  const hex = `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
  const name = oddBlankName(code) ?? invisibleName(code);
  return name === undefined ? hex : `${hex} (${name})`;
}
