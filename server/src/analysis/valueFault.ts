import { resolveParameter } from "../schema/effectiveParameter";
import type { Severity } from "../text/span";
import type { DialectService } from "./dialectService";
import { defaultUserSettings } from "./settings";
import { Snapshot } from "./snapshot";

/**
 * Why no phone of a system takes a value: it is out of range, not in the list, or no address. It is judged as in a file that has
 * nothing else; what its parts mean is not.
 */
export function valueFault(service: DialectService, name: string, value: string): string | undefined {
  const { catalogue, dialect } = service;
  const text = dialect.file([dialect.write.element(name, value)]);
  const snapshot = new Snapshot(text, dialect.read(text, catalogue), service, defaultUserSettings.analysis);
  return snapshot.problems().find((problem) => isFault(problem) && problem.code.startsWith("value/"))?.message;
}

/** What is wrong with a value by its type, also inside scripts, rules and lists. */
export function anyValueFault(
  { catalogue, dialect }: DialectService,
  name: string,
  value: string,
  path: string,
): string | undefined {
  const found = catalogue.find(name, path);
  const type = found && dialect.valueTypes.find(({ id }) => id === found.parameter.type);
  if (!found || !type) return undefined;
  const at = resolveParameter(found, name, { certainty: "unknown", reason: "" }, catalogue);
  return type.check(value, at).find(isFault)?.message;
}

function isFault({ severity }: { readonly severity: Severity }): boolean {
  return severity === "error" || severity === "warning";
}
