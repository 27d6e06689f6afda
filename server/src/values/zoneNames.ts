// Names that people write for a time zone. Offsets are those of standard time, in the spelling of the phones without
// the word GMT. Abbreviations of summer time name the same zone. Source: the tz database (iana.org/time-zones).

/** Offset, abbreviations, countries and regions. */
const table: readonly (readonly [offset: string, abbreviations: string, places: string])[] = [
  ["-11:00", "SST", "American Samoa"],
  ["-10:00", "HST", "Hawaii, Tahiti"],
  ["-09:00", "AKST AKDT", "Alaska"],
  ["-08:00", "PST PDT", "United States Pacific, Canada Pacific, California"],
  ["-07:00", "MST MDT", "United States Mountain, Canada Mountain, Arizona"],
  ["-06:00", "CST CDT", "United States Central, Canada Central, Mexico, Costa Rica, Guatemala"],
  ["-05:00", "EST EDT COT PET ECT", "United States Eastern, Canada Eastern, Colombia, Peru, Ecuador, Panama, Jamaica"],
  ["-04:00", "AST ADT BOT CLT VET", "Canada Atlantic, Chile, Bolivia, Venezuela, Puerto Rico, Dominican Republic"],
  ["-03:30", "NST NDT", "Newfoundland"],
  ["-03:00", "BRT ART UYT", "Brazil, Argentina, Uruguay"],
  ["-02:00", "", "South Georgia"],
  ["-01:00", "CVT AZOT", "Cape Verde, Azores"],
  ["+00:00", "UTC WET WEST BST", "United Kingdom, Ireland, Portugal, Iceland, Ghana, Great Britain, England, Scotland"],
  [
    "+01:00",
    "CET CEST MEZ MESZ MET MEST WAT",
    "Germany, France, Italy, Spain, Switzerland, Austria, Netherlands, Belgium, Luxembourg, Poland, Czech Republic, " +
      "Slovakia, Hungary, Denmark, Norway, Sweden, Croatia, Serbia, Slovenia, Algeria, Tunisia, Nigeria",
  ],
  [
    "+02:00",
    "EET EEST OEZ SAST CAT IST",
    "Finland, Greece, Romania, Bulgaria, Ukraine, Estonia, Latvia, Lithuania, Israel, Egypt, South Africa",
  ],
  ["+03:00", "MSK EAT TRT AST", "Turkey, Russia Moscow, Saudi Arabia, Iraq, Kuwait, Qatar, Kenya, Belarus"],
  ["+03:30", "IRST", "Iran"],
  ["+04:00", "GST AZT GET", "United Arab Emirates, Oman, Azerbaijan, Georgia, Armenia, Mauritius"],
  ["+04:30", "AFT", "Afghanistan"],
  ["+05:00", "PKT UZT", "Pakistan, Uzbekistan, Kazakhstan"],
  ["+05:30", "IST", "India, Sri Lanka"],
  ["+05:45", "NPT", "Nepal"],
  ["+06:00", "BST", "Bangladesh, Bhutan, Kyrgyzstan"],
  ["+06:30", "MMT", "Myanmar"],
  ["+07:00", "ICT WIB", "Thailand, Vietnam, Cambodia, Indonesia"],
  [
    "+08:00",
    "CST HKT SGT MYT PHT AWST",
    "China, Hong Kong, Taiwan, Singapore, Malaysia, Philippines, Western Australia",
  ],
  ["+09:00", "JST KST", "Japan, South Korea"],
  ["+09:30", "ACST ACDT", "South Australia, Northern Territory"],
  ["+10:00", "AEST AEDT", "Australia East, New South Wales, Victoria, Queensland, Papua New Guinea"],
  ["+11:00", "SBT NCT", "Solomon Islands, New Caledonia"],
  ["+12:00", "NZST NZDT FJT", "New Zealand, Fiji"],
  ["+13:00", "TOT", "Tonga, Samoa"],
  ["+14:00", "LINT", "Line Islands"],
];

export interface ZoneNames {
  /** `+01:00` */
  readonly offset: string;
  readonly abbreviations: readonly string[];
  /** Countries and regions, in English. */
  readonly places: readonly string[];
}

let known: readonly ZoneNames[] | undefined;

/** Made at first use: most files have no zone that is asked for. */
function allZones(): readonly ZoneNames[] {
  known ??= table.map(([offset, abbreviations, places]) => ({
    offset,
    abbreviations: abbreviations.split(" ").filter(Boolean),
    places: places.split(", "),
  }));
  return known;
}

export function namesOfZone(offset: string): ZoneNames | undefined {
  return allZones().find((zone) => zone.offset === offset);
}

/** The zones that a text may mean, by abbreviation, country, region or a name of the tz database; the best first. */
export function zonesNamed(text: string): readonly ZoneNames[] {
  const zones = allZones();
  const folded = text.trim().toLowerCase();
  const byAbbreviation = zones.filter(({ abbreviations }) => abbreviations.some((one) => one.toLowerCase() === folded));
  if (byAbbreviation.length > 0) return byAbbreviation;
  const area = /^[a-z]+(?:\/[a-z_+-]+){1,2}$/i.test(text) ? offsetOfArea(text) : undefined;
  if (area !== undefined) return zones.filter(({ offset }) => offset === area);
  const named = zones.filter(({ places }) => places.some((place) => place.toLowerCase() === folded));
  if (named.length > 0 || folded.length < 4) return named;
  return zones.filter(({ places }) => places.some((place) => place.toLowerCase().includes(folded)));
}

/** Standard time of `Europe/Berlin`: the lesser offset of January and July. */
function offsetOfArea(area: string): string | undefined {
  if (!Intl.supportedValuesOf("timeZone").includes(area)) return undefined;
  const format = new Intl.DateTimeFormat("en-US", { timeZone: area, timeZoneName: "longOffset" });
  const offsets = [0, 6].map((month) => {
    const parts = format.formatToParts(Date.UTC(2026, month, 1));
    return parts.find(({ type }) => type === "timeZoneName")?.value.replace("GMT", "") || "+00:00";
  });
  return offsets.sort((a, b) => minutes(a) - minutes(b))[0];
}

function minutes(offset: string): number {
  const [hours = "0", rest = "0"] = offset.slice(1).split(":");
  return (offset.startsWith("-") ? -1 : 1) * (Number(hours) * 60 + Number(rest));
}
