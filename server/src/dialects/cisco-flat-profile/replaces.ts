import type { Setting } from "../../profile/setting";
import { attributeOf, elementOf } from "../../xml/element";

/** The last element of a name wins. One without a value leaves the value alone; groups of a dump are kept apart. */
export function replaces(later: Setting, earlier: Setting): boolean {
  if (elementOf(later).form === "self-closing" && elementOf(earlier).form !== "self-closing") return false;
  return attributeOf(earlier, "group")?.value === attributeOf(later, "group")?.value;
}
