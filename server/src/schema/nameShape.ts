import { LinearPattern } from "../text/linearPattern";
import type { Catalogue } from "./catalogue";
import { nearestName } from "./nearestName";

// Names of parameters as people write them in policies and to find settings. `n` between other signs than letters, or a
// place of the catalogue in braces, is any number: `Name_n_`. `*` is any text.

/** A name as it can occur in a file, or a shape that many names have. */
export interface NameShape {
  /** Whether a setting has it. */
  has(name: string, path: string): boolean;
  /** The sections that it names. */
  readonly path: string;
  /** The only name that is meant; undefined for a shape. */
  readonly exact?: string;
  /** One of the names that are meant; absent for all names. */
  readonly example?: string;
}

/** No name is as long. */
const maxLength = 200;
const place = /\{(\w+)\}|(?<![A-Za-z])n(?![A-Za-z])/g;
const signs = new RegExp(`\\*|${place.source}|\\W`, "g");

/** What such a name means in a dialect; undefined if the catalogue has none such. */
export function nameShape(text: string, catalogue: Catalogue): NameShape | undefined {
  if (text === "*") return { has: () => true, path: "" };
  const { name, path } = parts(text);
  if (!/[*{]/.test(name) && catalogue.has(name, path)) {
    const exact = catalogue.spelling(name, path);
    return { has: (each, at) => each === exact && at === path, path, exact, example: exact };
  }
  if (name.includes("*")) {
    const shape = pattern(name, catalogue);
    const example = firstName(catalogue, path, shape);
    const isAnywhere = path === "";
    return example === undefined
      ? undefined
      : { has: (each, at) => (isAnywhere || at === path) && shape.occursIn(each), path, example };
  }
  for (const number of ["1", "0", "2"]) {
    const example = name.replace(place, (_, word?: string) => (word === "letter" ? "A" : number));
    if (example === name || !catalogue.has(example, path)) continue;
    const shape = pattern(name, catalogue);
    return { has: (each, at) => at === path && shape.occursIn(each), path, example };
  }
  return undefined;
}

/** The known name that was probably meant, written as the shape is. */
export function nearShape(text: string, catalogue: Catalogue): string | undefined {
  const { name, path } = parts(text);
  if (name.includes("*")) return undefined;
  const numbered = name.replace(place, "1");
  const near = nearestName(numbered, {}, catalogue, path);
  if (near === undefined) return undefined;
  const found = numbered === name ? undefined : catalogue.find(near, path);
  const shown = found ? shapeSpelling(found.parameter.name) : near;
  return path === "" ? shown : `${path}/${shown}`;
}

/** A name of the catalogue as people write it: `Name_{ext}_` is `Name_n_`. */
export function shapeSpelling(name: string): string {
  return name.replace(/\{(\w+)\}/g, (all, word: string) => (word === "letter" ? all : "n"));
}

function parts(text: string): { readonly name: string; readonly path: string } {
  const at = text.lastIndexOf("/");
  return { name: text.slice(at + 1), path: text.slice(0, Math.max(0, at)) };
}

function pattern(name: string, { ignoresCase }: Catalogue): LinearPattern {
  const source = name.slice(0, maxLength).replace(signs, (sign, word?: string) => {
    if (sign === "*") return ".*";
    if (word === "letter") return "[A-Z]";
    return word !== undefined || sign === "n" ? "\\d+" : `\\${sign}`;
  });
  const read = LinearPattern.read(`${ignoresCase ? "(?i)" : ""}^${source}$`);
  // what no pattern can be made of is the name of nothing
  return read instanceof LinearPattern ? read : (LinearPattern.read("[]") as LinearPattern);
}

function firstName(catalogue: Catalogue, path: string, shape: LinearPattern): string | undefined {
  return catalogue.concreteNames({}, path).find((name) => shape.occursIn(name));
}
