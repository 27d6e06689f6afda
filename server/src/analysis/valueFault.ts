import { resolveParameter } from "../schema/effectiveParameter";
import type { DialectService } from "./dialectService";

/** Why no phone of a system takes a value: it is out of range, not in the list, or no address. What its parts mean is not judged. */
export function valueFault(
  { catalogue, dialect }: DialectService,
  name: string,
  value: string,
  path = "",
): string | undefined {
  const found = catalogue.find(name, path);
  const type = found && dialect.valueTypes.find(({ id }) => id === found.parameter.type);
  if (!found || !type) return undefined;
  const at = resolveParameter(found, name, { certainty: "unknown", reason: "" }, catalogue);
  return type
    .check(value, at)
    .find(({ code, severity }) => code.startsWith("value/") && (severity === "error" || severity === "warning"))
    ?.message;
}
