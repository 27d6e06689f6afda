import type { DialectService } from "../../analysis/dialectService";
import { resolveParameter } from "../../schema/effectiveParameter";
import type { DeviceChoice } from "../../schema/model";
import { parameterAddress, type ReferenceSubject, typeAddress } from "./addresses";
import { languageReference } from "./languageReference";
import type { Links } from "./links";
import { parameterReference } from "./parameterReference";

const anyDevice: DeviceChoice = { certainty: "unknown", reason: "" };

/** The full page of a parameter or value language as Markdown. */
export function referencePage(subject: ReferenceSubject, service: DialectService, links: Links): string {
  if ("type" in subject) return languageReference(subject.type, service, links);
  const { parameter } = subject;
  const effective = resolveParameter({ parameter, indexes: [] }, parameter.name, anyDevice, service.catalogue);
  return parameterReference(parameter.name, effective, service, links);
}

/** Links by the addresses of pages; `write` makes a URL of one. */
export function linksTo(service: DialectService, write: (address: string) => string): Links {
  const url = (address: string) => write(address.split("/").map(encoded).join("/"));
  return {
    parameter: (parameter) => url(parameterAddress(parameter, service)),
    type(id) {
      const type = service.catalogue.types.get(id);
      return type && url(typeAddress(type, service));
    },
  };
}

/** Parentheses would end the address in Markdown. */
function encoded(part: string): string {
  return encodeURIComponent(part).replace(/[()']/g, (c) => `%${c.charCodeAt(0).toString(16)}`);
}
