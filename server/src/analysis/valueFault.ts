import { resolveParameter } from "../schema/effectiveParameter";
import type { Problem } from "../text/span";
import type { DialectService } from "./dialectService";

/** Why no phone of a system takes a value: it is out of range, not in the list, or no address. What its parts mean is not judged. */
export function valueFault(service: DialectService, name: string, value: string): string | undefined {
  return faultsOf(service, name, value).find(({ code }) => code.startsWith("value/"))?.message;
}

/** The same, with what is wrong inside scripts, rules and lists. */
export function anyValueFault(service: DialectService, name: string, value: string, path: string): string | undefined {
  return faultsOf(service, name, value, path)[0]?.message;
}

function faultsOf({ catalogue, dialect }: DialectService, name: string, value: string, path = ""): readonly Problem[] {
  const found = catalogue.find(name, path);
  const type = found && dialect.valueTypes.find(({ id }) => id === found.parameter.type);
  if (!found || !type) return [];
  const at = resolveParameter(found, name, { certainty: "unknown", reason: "" }, catalogue);
  return type.check(value, at).filter(({ severity }) => severity === "error" || severity === "warning");
}
