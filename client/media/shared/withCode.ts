import { element } from "./element";

/** A sentence in which names between backticks are code. */
export function withCode(sentence: string): (Node | string)[] {
  return sentence.split("`").map((part, i) => (i % 2 === 1 ? element("code", {}, part) : part));
}
