import type { DialectService } from "../../analysis/dialectService";
import type { Parameter } from "../../schema/model";
import type { TypeFacts } from "../../schema/packed";

// Each page has an address, by which the editor opens it: /DIALECT/NAME.md, /DIALECT/SECTION/NAME.md for a parameter in
// a section, /DIALECT/languages/TITLE.md for a value language.

/** Takes the place of the sections in addresses of languages; no section has this name. */
const languages = "value languages";

const ending = ".md";

export type ReferenceSubject = { readonly parameter: Parameter } | { readonly type: TypeFacts };

export function parameterAddress(
  { name, path }: Pick<Parameter, "name" | "path">,
  { dialect }: DialectService,
): string {
  return `/${[dialect.id, ...(path === "" ? [] : [path]), name].join("/")}${ending}`;
}

export function typeAddress({ title }: TypeFacts, { dialect }: DialectService): string {
  return `/${dialect.id}/${languages}/${title}${ending}`;
}

/** What the page with the address is about. */
export function subjectAt(
  address: string,
  services: readonly DialectService[],
): { readonly service: DialectService; readonly subject: ReferenceSubject } | undefined {
  const [, id, ...rest] = address.slice(0, address.endsWith(ending) ? -ending.length : undefined).split("/");
  const service = services.find(({ dialect }) => dialect.id === id);
  const name = rest.pop();
  if (!service || name === undefined) return undefined;
  const path = rest.join("/");
  if (path === languages) {
    const type = [...service.catalogue.types.values()].find(({ title }) => title === name);
    return type && { service, subject: { type } };
  }
  const parameter = service.catalogue.pattern(name, path);
  return parameter && { service, subject: { parameter } };
}
