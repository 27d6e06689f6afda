import type { Profile } from "../../../profile/profile";

// Emergency numbers by country (ISO 3166), and what a profile shows of the country of its phone.

/** 112 is dialled all over Europe; further numbers where they are in use beside it or instead. */
const numbersByCountry: Readonly<Record<string, string>> = {
  AE: "999 998 997",
  AR: "911 107 100",
  AT: "112 122 133 144",
  AU: "000",
  BE: "112 100 101",
  BG: "112",
  BR: "190 192 193",
  BZ: "911",
  CA: "911",
  CH: "112 117 118 144",
  CL: "131 132 133",
  CN: "110 119 120 122",
  CO: "123",
  CZ: "112 150 155 158",
  DE: "112 110",
  DK: "112",
  ES: "112",
  FI: "112",
  FR: "112 15 17 18",
  GB: "999 112",
  GR: "112",
  HK: "999",
  HR: "112",
  HU: "112 104 105 107",
  IE: "112 999",
  IL: "100 101 102",
  IN: "112",
  IT: "112 113 115 118",
  JP: "110 118 119",
  KR: "112 119",
  LU: "112 113",
  MX: "911",
  NL: "112",
  NO: "110 112 113",
  NZ: "111",
  PL: "112 997 998 999",
  PT: "112",
  RO: "112",
  RU: "112 101 102 103",
  SE: "112",
  SG: "995 999",
  SI: "112 113",
  SK: "112 150 155 158",
  TR: "112",
  UA: "112 101 102 103",
  US: "911",
  ZA: "10111 10177 112",
};

/** Dialled where nothing is known of the country: the two that mobile networks take everywhere. */
export const anywhere: readonly string[] = ["112", "911"];

export function emergencyNumbersOf(country: string): readonly string[] | undefined {
  const code = country.toUpperCase();
  return Object.hasOwn(numbersByCountry, code) ? numbersByCountry[code]?.split(" ") : undefined;
}

/** Dictionaries of a language that is spoken in one country above all. */
const countryByLanguage: Readonly<Record<string, string>> = {
  bulgarian: "BG",
  croatian: "HR",
  czech: "CZ",
  danish: "DK",
  dutch: "NL",
  "english-uk": "GB",
  finnish: "FI",
  hungarian: "HU",
  italian: "IT",
  japanese: "JP",
  norwegian: "NO",
  polish: "PL",
  slovak: "SK",
  swedish: "SE",
  turkish: "TR",
};

/**
 * The country that a profile states by its locale, its language, or its time zone together with its dial tone. What
 * phones are shipped with, en-US and its like, states nothing.
 */
export function countryOf(
  profile: Profile,
): { readonly numbers: readonly string[]; readonly isGuessed: boolean } | undefined {
  const text = (name: string) => profile.text(name)?.trim() ?? "";
  const locale = /^[a-z]{2}-([A-Z]{2})$/.exec(text("Locale"))?.[1];
  const language = countryByLanguage[text("Language_Selection").toLowerCase()];
  const stated = locale !== undefined && locale !== "US" ? locale : undefined;
  const country = stated ?? language;
  const numbers = country === undefined ? byPlace(text("Time_Zone"), text("Dial_Tone")) : emergencyNumbersOf(country);
  return numbers && { numbers, isGuessed: stated === undefined };
}

/** North America by 350 + 440 Hz between Alaska and the Atlantic, continental Europe by 425 Hz east of Greenwich. */
function byPlace(zone: string, dialTone: string): readonly string[] | undefined {
  const hours = /^GMT([+-]\d\d):\d\d$/.exec(zone)?.[1];
  const pitches = [...dialTone.matchAll(/(\d+)(?:\*\d+)?@/g)].map(([, hz]) => hz).join("+");
  if (hours === undefined) return undefined;
  const east = Number(hours);
  if (pitches === "350+440" && east >= -9 && east <= -5) return emergencyNumbersOf("US");
  if (pitches === "425" && east >= 1 && east <= 2) return ["112"];
  return undefined;
}
