import type { Catalogue } from "../../../schema/catalogue";

/** The name before its unit: `AM Factor` of `AM Factor [in steps of 0.02]`. */
function stemOf(name: string): string | undefined {
  return /^([^[]*\S)\s*\[/.exec(name)?.[1]?.toUpperCase();
}

function spaceless(name: string): string {
  return name.replace(/\s/g, "").toUpperCase();
}

/** The key with another unit that a key of a tone is meant to be; undefined for one that is known, or not at all. */
export function keyOfOtherUnit(name: string, path: string, catalogue: Catalogue): string | undefined {
  const stem = stemOf(name);
  if (stem === undefined || catalogue.has(name, path)) return undefined;
  const known = catalogue.concreteNames({}, path).find((each) => stemOf(each) === stem);
  return known === undefined || spaceless(known) === spaceless(name) ? undefined : known;
}
