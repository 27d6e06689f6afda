import { ByPath } from "./byPath";
import type { Catalogue } from "./catalogue";
import { withoutBrackets } from "./elementName";
import type { DeviceChoice } from "./model";
import { spelled } from "./nearestName";
import { fold } from "./pattern";

// Names that are made of the very words of a known one: as prose and other products write them
// (`Idle Timeout`, `idleTimeout`, `Idle-Timeout`), or with the words in another order.

interface Forms {
  /** Words in their order → folded names. */
  readonly inOrder: ReadonlyMap<string, readonly string[]>;
  /** The same without what the web page has in parentheses. */
  readonly bare: ReadonlyMap<string, readonly string[]>;
  /** Without numbers. */
  readonly unnumbered: ReadonlyMap<string, readonly string[]>;
  readonly sorted: ReadonlyMap<string, readonly string[]>;
}

interface WordForm {
  readonly name: string;
  /** `missing` and `extra`: but for a number. */
  readonly kind: "form" | "missing" | "extra" | "order";
}

const formsAt = new ByPath(collect, ({ inOrder }) => inOrder.size === 0);

/** The one known name that has the same words as `name`. */
export function wordForm(
  name: string,
  device: Pick<DeviceChoice, "family">,
  catalogue: Catalogue,
  path = "",
): WordForm | undefined {
  if (name.length > 80) return undefined;
  const forms = formsAt.of(catalogue, path);
  const words = wordsOf(fold(name));
  const only = (shapes: readonly string[] | undefined) => onlyOne(shapes, name, device, catalogue, path);
  const same = only(forms.inOrder.get(words.join(" "))) ?? only(forms.bare.get(words.join(" ")));
  if (same !== undefined) return { name: same, kind: "form" };
  const other = renumbered(forms.unnumbered.get(unnumbered(words)), name, device, catalogue, path);
  if (other) return other;
  // From one to another is not from the other to the one.
  if (words.includes("to") || words.filter((word) => word !== "0").length < 2) return undefined;
  const turned = only(forms.sorted.get([...words].sort().join(" ")));
  return turned === undefined ? undefined : { name: turned, kind: "order" };
}

function onlyOne(
  shapes: readonly string[] | undefined,
  name: string,
  { family }: Pick<DeviceChoice, "family">,
  catalogue: Catalogue,
  path: string,
): string | undefined {
  if (!shapes) return undefined;
  const names = shapes.flatMap((shape) => spelled(shape, name, catalogue, path)).filter((found) => found !== name);
  return likeliest(names, { family }, catalogue, path);
}

/** The phone's own name goes before others, and one that many families have before a rare one; nothing when two are equal. */
function likeliest(
  names: readonly string[],
  { family }: Pick<DeviceChoice, "family">,
  catalogue: Catalogue,
  path: string,
): string | undefined {
  if (names.length < 2) return names[0];
  const worth = (found: string) => {
    const families = catalogue.find(found, path)?.parameter.families ?? {};
    return Object.keys(families).length + (family !== undefined && Object.hasOwn(families, family) ? 100 : 0);
  };
  const [best, next] = [...names].sort((a, b) => worth(b) - worth(a));
  return best !== undefined && next !== undefined && worth(best) > worth(next) ? best : undefined;
}

/** The same words with a number that is missing, or too many. */
function renumbered(
  shapes: readonly string[] | undefined,
  name: string,
  device: Pick<DeviceChoice, "family">,
  catalogue: Catalogue,
  path: string,
): WordForm | undefined {
  const has = name.match(/\d+/g)?.length ?? 0;
  if (!shapes || has > 1) return undefined;
  const slotsIn = (shape: string) => shape.match(/0/g)?.length ?? 0;
  const names = shapes.filter((shape) => slotsIn(shape) === 1 - has).map((shape) => shape.replace("0", "1"));
  const found = likeliest(
    names.filter((each) => catalogue.has(each, path)),
    device,
    catalogue,
    path,
  );
  return found === undefined ? undefined : { name: found, kind: has === 0 ? "missing" : "extra" };
}

function unnumbered(words: readonly string[]): string {
  return words.filter((word) => word !== "0").join(" ");
}

/** Words in lower case; a capital begins one, and numbers are words. */
function wordsOf(folded: string): string[] {
  return folded
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replace(/([A-Za-z])(0)/g, "$1 $2")
    .replace(/(0)([A-Za-z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== "");
}

function collect(catalogue: Catalogue, path: string): Forms {
  const inOrder = new Map<string, string[]>();
  const numberless = new Map<string, string[]>();
  const bare = new Map<string, string[]>();
  const sorted = new Map<string, string[]>();
  const add = (map: Map<string, string[]>, key: string, folded: string) => {
    const list = map.get(key);
    if (list) list.push(folded);
    else map.set(key, [folded]);
  };
  for (const [folded] of catalogue.foldedNames(path)) {
    const words = wordsOf(folded);
    add(inOrder, words.join(" "), folded);
    add(numberless, unnumbered(words), folded);
    add(sorted, [...words].sort().join(" "), folded);
    const short = withoutBrackets(folded, catalogue);
    if (short !== undefined) add(bare, wordsOf(short).join(" "), folded);
  }
  return { inOrder, bare, unnumbered: numberless, sorted };
}
