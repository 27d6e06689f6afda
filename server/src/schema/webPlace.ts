import type { Catalogue } from "./catalogue";
import type { FamilyId, Parameter } from "./model";

/** Tab and section of the web interface; empty where it is not known. */
interface WebPlace {
  readonly tab: string;
  readonly section: string;
}

/** Where the web interface shows an element: `Ext 2`, `Proxy and Registration`. `indexes` as in the element's name. */
export function webPlace(
  { name, tab, section }: Parameter,
  indexes: readonly number[],
  { names: { webTabs = {} } }: Pick<Catalogue, "names">,
): WebPlace {
  const places = [...name.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
  const numberOf = (place: string) => indexes[places.indexOf(place)];
  const isNumbered = webTabs.numbered?.includes(tab.slice(tab.lastIndexOf("> ") + 1).trim()) ?? false;
  const line = isNumbered ? (numberOf("ext") ?? numberOf("line")) : undefined;
  const implied = webTabs.implied === undefined ? "" : `${webTabs.implied} > `;
  const short = tab.startsWith(implied) ? tab.slice(implied.length) : tab;
  return {
    tab: line === undefined ? short : `${short} ${line}`,
    section: section.includes("{")
      ? section.replace(/\{(\w+)\}/g, (all, place: string) => String(numberOf(place) ?? all))
      : section,
  };
}

/** Tab and section in the web interface of a family, as one path; empty where it is not known. */
export function webPath(
  { tab, section, placeByFamily = {} }: Parameter,
  family: FamilyId | undefined,
  { names: { webTabs = {} } }: Pick<Catalogue, "names">,
): string {
  if (family !== undefined && Object.hasOwn(placeByFamily, family)) return placeByFamily[family] ?? "";
  const path = [tab, section].filter((part) => part !== "").join(" > ");
  const isIn = (place: string) => path === place || path.startsWith(`${place} > `);
  const other = webTabs.otherPlaces?.find(({ place, families }) => isIn(place) && families.includes(family ?? ""));
  return other ? other.name + path.slice(other.place.length) : path;
}
