import type { NameStyle } from "../profile/cursorContext";
import type { Profile } from "../profile/profile";
import { snippetText } from "../text/snippetText";
import { attributeOf } from "./element";
import { encodeAttribute } from "./entities";
import type { NamedElement, XmlPolicy } from "./policy";

interface Place {
  readonly policy: XmlPolicy;
  /** Neighbors carry the usual attribute. */
  readonly withAttribute: boolean;
  /** Only the name: the rest of the element is there already. */
  readonly nameOnly: boolean;
  /** The text to be replaced starts with `<`. */
  readonly bracket: boolean;
}

/** How a setting is written where its name is typed. */
export function nameStyle({ policy, withAttribute, nameOnly, bracket }: Place): NameStyle {
  return {
    key: `${withAttribute} ${nameOnly} ${bracket}`,
    prefix: bracket ? "<" : "",
    hasValue: !nameOnly,
    write(name, value, snippets) {
      const { opening } = startOf(policy, name.first);
      if (nameOnly) return opening;
      const { element } = startOf(policy, name.again);
      const { usualAttribute } = policy;
      const start = `${opening}${withAttribute && usualAttribute ? written(usualAttribute) : ""}`;
      if (!snippets) return `${start}></${element}>`;
      const encoded = snippetText(value.replace(/&/g, "&amp;").replace(/</g, "&lt;"));
      return `${start}>\${${name.stops + 1}:${encoded}}</${element}>$0`;
    },
  };
}

/** Between the quotes of the attribute that is the name; a number goes into an attribute of its own. */
export function bareName({ named }: XmlPolicy, hasIndex: boolean): NameStyle {
  return {
    key: `attribute ${hasIndex}`,
    prefix: "",
    hasValue: false,
    write({ first }) {
      const { base, index } = partsOfName(named, first);
      return index === undefined || hasIndex ? base : `${base}" ${named?.index}="${index}`;
    },
  };
}

/** The start tag of a setting without its end, and the name of its element. */
export function startOf({ named }: XmlPolicy, name: string): { readonly opening: string; readonly element: string } {
  if (!named || named.plain?.includes(name)) return { opening: `<${name}`, element: name };
  const { base, index } = partsOfName(named, name);
  const number = named.index === undefined || index === undefined ? "" : written({ name: named.index, value: index });
  return {
    opening: `<${named.element}${written({ name: named.attribute, value: base })}${number}`,
    element: named.element,
  };
}

/** A name without its number, and the number, where the format has one in an attribute of its own. */
export function partsOfName(
  named: NamedElement | undefined,
  name: string,
): { readonly base: string; readonly index: string | undefined } {
  const [, base, index] = (named?.index === undefined ? null : /^([^[\]]+)\[([^[\]]*)\]$/.exec(name)) ?? [];
  return base === undefined ? { base: name, index: undefined } : { base, index };
}

export function written({ name, value }: { readonly name: string; readonly value: string }): string {
  return ` ${name}="${encodeAttribute(value)}"`;
}

/** The neighbors decide whether elements carry the usual attribute here. */
export function usesAttribute({ usualAttribute }: XmlPolicy, profile: Profile | undefined): boolean {
  if (!usualAttribute) return false;
  let seen = 0;
  for (const setting of profile?.settings() ?? []) {
    if (attributeOf(setting, usualAttribute.name)) return true;
    if (++seen >= 5) break;
  }
  return false;
}
