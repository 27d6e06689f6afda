// The part of JSON Schema draft-07 that schemas/ uses.

/** Returns what is wrong as `path: message`, empty when `value` is valid. */
export function validate(schema, value, root = schema, at = "") {
  if (schema.$ref) {
    const target = schema.$ref
      .replace(/^#\//, "")
      .split("/")
      .reduce((node, key) => node?.[key], root);
    if (!target) throw new Error(`unresolved ${schema.$ref}`);
    return validate(target, value, root, at);
  }
  const problems = [];
  const here = at || "/";
  const type = Array.isArray(value) ? "array" : value === null ? "null" : typeof value;
  if (schema.type && schema.type !== type && !(schema.type === "integer" && Number.isInteger(value)))
    return [`${here}: expected ${schema.type}, found ${type}`];
  if (schema.enum && !schema.enum.includes(value))
    problems.push(`${here}: ${JSON.stringify(value)} is not one of ${schema.enum.join(", ")}`);
  if (schema.pattern && !new RegExp(schema.pattern).test(value))
    problems.push(`${here}: ${JSON.stringify(value)} does not match ${schema.pattern}`);
  if (schema.minimum !== undefined && value < schema.minimum)
    problems.push(`${here}: ${value} is below ${schema.minimum}`);
  if (type === "array") {
    if (value.length < (schema.minItems ?? 0) || value.length > (schema.maxItems ?? Infinity))
      problems.push(`${here}: ${value.length} items`);
    if (schema.items)
      for (const [i, item] of value.entries()) problems.push(...validate(schema.items, item, root, `${at}/${i}`));
  }
  if (type === "object") {
    if (Object.keys(value).length < (schema.minProperties ?? 0)) problems.push(`${here}: no members`);
    for (const key of schema.required ?? [])
      if (!Object.hasOwn(value, key)) problems.push(`${here}: ${key} is missing`);
    for (const [key, item] of Object.entries(value)) {
      const member = Object.hasOwn(schema.properties ?? {}, key) ? schema.properties[key] : schema.additionalProperties;
      if (member === false) problems.push(`${here}: ${key} is not known`);
      else if (typeof member === "object") problems.push(...validate(member, item, root, `${at}/${key}`));
    }
  }
  return problems;
}
