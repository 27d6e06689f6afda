import type { Profile } from "../../profile/profile";
import { attributeOf } from "../../xml/element";
import type { NameStyle } from "../dialect";

interface Place {
  /** Neighbors carry `ua`. */
  readonly withAccess: boolean;
  /** Only the name: the rest of the element is there already. */
  readonly nameOnly: boolean;
  /** The text to be replaced starts with `<`. */
  readonly bracket: boolean;
}

/** How a parameter is written where its name is typed. */
export function nameStyle({ withAccess, nameOnly, bracket }: Place): NameStyle {
  return {
    key: `${withAccess} ${nameOnly} ${bracket}`,
    prefix: bracket ? "<" : "",
    hasValue: !nameOnly,
    write(name, value, snippets) {
      if (nameOnly) return `<${name}`;
      const access = withAccess ? ' ua="na"' : "";
      if (!snippets) return `<${name}${access}></${name}>`;
      const encoded = value
        .replace(/&/g, "&amp;")
        .replace(/</g, "&lt;")
        .replace(/[$}\\]/g, "\\$&");
      return `<${name}${access}>\${1:${encoded}}</${name}>$0`;
    },
  };
}

/** The neighbors decide whether elements carry `ua` here. */
export function usesAccess(profile: Profile | undefined): boolean {
  let seen = 0;
  for (const setting of profile?.settings() ?? []) {
    if (attributeOf(setting, "ua")) return true;
    if (++seen >= 5) break;
  }
  return false;
}
