import type { DialectService } from "../../analysis/dialectService";
import type { Parameter } from "../../schema/model";
import { codeSpan, escapeProse } from "../../text/markdown";

/** Where pages are, from the page that is written; undefined where a page has no address. */
export interface Links {
  parameter(parameter: Parameter): string | undefined;
  /** The page of a value language, by the id of its type. */
  type(id: string): string | undefined;
}

export const noLinks: Links = { parameter: () => undefined, type: () => undefined };

/** A text of the manual as Markdown: its code in backticks, and names of parameters as links. */
export function prose(text: string, { catalogue }: Pick<DialectService, "catalogue">, links: Links): string {
  return text
    .split(/`([^`]+)`/)
    .map((part, i) => {
      if (i % 2 === 0) return escapeProse(part);
      // a numbered one may be named without its number
      const found = catalogue.find(part) ?? catalogue.find(`${part}_1_`);
      const parameter = catalogue.pattern(part) ?? found?.parameter;
      return linked(codeSpan(part), parameter && links.parameter(parameter));
    })
    .join("");
}

/** Markdown that leads to an address, if there is one. */
export function linked(markdown: string, address: string | undefined): string {
  return address === undefined ? markdown : `[${markdown}](${address})`;
}
