import type { Parameter } from "./model";

/** Tab and section of the web interface; empty where it is not known. */
export interface WebPlace {
  readonly tab: string;
  readonly section: string;
}

/** Tabs that the web interface has once for each line. */
const perLine = /(?:^|> )(?:Ext|Line|User)$/;

/** Where the web interface shows an element: `Ext 2`, `Proxy and Registration`. `indexes` as in the element's name. */
export function webPlace({ name, tab, section }: Parameter, indexes: readonly number[]): WebPlace {
  const places = [...name.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
  const numberOf = (place: string) => indexes[places.indexOf(place)];
  const line = perLine.test(tab) ? (numberOf("ext") ?? numberOf("line")) : undefined;
  const short = tab.replace(/^Voice > /, "");
  return {
    tab: line === undefined ? short : `${short} ${line}`,
    section: section.includes("{")
      ? section.replace(/\{(\w+)\}/g, (all, place: string) => String(numberOf(place) ?? all))
      : section,
  };
}
