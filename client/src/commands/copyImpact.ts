import { copyImpact as copy } from "../impact/copyImpact";
import type { Context } from "./context";

/** Copies what the changes of the site do to its phones, as for a pull request; resolves to the text. */
export function copyImpact({ impact }: Context): Promise<string | undefined> {
  return copy(impact.runs);
}
