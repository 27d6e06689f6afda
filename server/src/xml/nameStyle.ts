import type { NameStyle } from "../profile/cursorContext";
import type { Profile } from "../profile/profile";
import { attributeOf } from "./element";
import { encodeAttribute } from "./entities";
import type { XmlPolicy } from "./policy";

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
      const { opening, element } = startOf(policy, name);
      if (nameOnly) return opening;
      const { usualAttribute } = policy;
      const start = `${opening}${withAttribute && usualAttribute ? written(usualAttribute) : ""}`;
      if (!snippets) return `${start}></${element}>`;
      const encoded = value
        .replace(/&/g, "&amp;")
        .replace(/</g, "&lt;")
        .replace(/[$}\\]/g, "\\$&");
      return `${start}>\${1:${encoded}}</${element}>$0`;
    },
  };
}

/** Between the quotes of an attribute. */
export const bareName: NameStyle = { key: "attribute", prefix: "", hasValue: false, write: (name) => name };

/** The start tag of a setting without its end, and the name of its element. */
export function startOf({ named }: XmlPolicy, name: string): { readonly opening: string; readonly element: string } {
  if (!named) return { opening: `<${name}`, element: name };
  return {
    opening: `<${named.element}${written({ name: named.attribute, value: name })}`,
    element: named.element,
  };
}

function written({ name, value }: { readonly name: string; readonly value: string }): string {
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
