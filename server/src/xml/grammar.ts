import { hasPlaceholder } from "../text/placeholder";
import type { XmlPolicy } from "./policy";
import { Roots } from "./roots";
import { TagEnds } from "./tagEnd";

/** A policy with what is worked out of it once. */
export class Grammar {
  readonly roots: Roots;
  readonly tagEnds = new TagEnds();
  /** The name of an attribute at the end of an element's name. */
  readonly gluedAttribute: RegExp | undefined;
  /** The attribute that is meant where a name is missing. */
  readonly usualAttribute: string | undefined;

  constructor(readonly policy: XmlPolicy) {
    this.roots = new Roots(policy.roots);
    const names = policy.attributes.filter(({ offer }) => offer).map(({ name }) => name);
    this.gluedAttribute = names.length > 0 ? new RegExp(`(${names.join("|")})$`) : undefined;
    this.usualAttribute = names[0];
  }

  hasPlaceholder(text: string): boolean {
    return hasPlaceholder(text, this.policy.ownMacros);
  }
}
