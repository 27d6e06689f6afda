import type { FamilyId } from "../../schema/model";
import type { LinearPattern } from "../../text/linearPattern";
import type { PathPatterns } from "../../text/pathPatterns";
import type { Severity } from "../../text/span";

// What a site asks of its files: the member `policies` of flat-profile.config.json.

export interface Policy {
  /** As they are written: `Name`, `section/Name`, `Name_n_` with all its numbers, `Name*`. */
  readonly parameters: readonly string[];
  readonly rule: PolicyRule;
  /** Files below the folder of the configuration; undefined: all. */
  readonly files?: PathPatterns;
  readonly families?: readonly FamilyId[];
  readonly dialect?: string;
  /** Takes the place of our own. */
  readonly message?: string;
  readonly severity: Severity;
}

export type PolicyRule =
  | { readonly kind: "required" }
  | { readonly kind: "forbidden" }
  | { readonly kind: "value"; readonly values: readonly string[] }
  | { readonly kind: "pattern"; readonly source: string; readonly pattern: LinearPattern; readonly isWanted: boolean };

/** The policies of a configuration. Those of a file are the same object for all files that have the same ones. */
export class Policies {
  readonly #ofFiles = new Map<string, Policies>();

  constructor(readonly list: readonly Policy[]) {}

  /** Those for a file in the folder of the configuration; undefined if none is. */
  forFile(parts: readonly string[]): Policies | undefined {
    const isFor = this.list.map(({ files }) => files?.has(parts) ?? true);
    if (!isFor.includes(true)) return undefined;
    if (!isFor.includes(false)) return this;
    const key = isFor.map(Number).join("");
    let found = this.#ofFiles.get(key);
    if (!found) {
      found = new Policies(this.list.filter((_, i) => isFor[i]));
      this.#ofFiles.set(key, found);
    }
    return found;
  }
}
