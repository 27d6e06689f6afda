import * as l10n from "@vscode/l10n";
import type { JsonMember, JsonNode } from "../text/json";
import type { Problem } from "../text/span";
import type { Catalogue } from "./catalogue";

// Readers for the facts of schemas/catalogue-extension.schema.json. A fact that cannot be read is left out.

export interface FieldContext {
  readonly catalogue: Catalogue;
  readonly problems: Problem[];
}

type Read = (node: JsonNode, context: FieldContext) => unknown;

export const factReaders: ReadonlyMap<string, Read> = new Map<string, Read>([
  ["index", record(indexRange)],
  ["indexByFamily", byFamily(record(indexRange))],
  ["type", typeId],
  ["typeArgument", whole],
  ["typeBasis", oneOf("documented", "dump-comment", "dump", "inferred")],
  ["options", words],
  ["optionsBasis", oneOf("documented", "dump-comment", "dump", "inferred")],
  ["optionsByFamily", byFamily(words)],
  ["optionLabels", record(text)],
  ["default", text],
  ["defaultBasis", oneOf("documented", "dump-comment", "dump", "inferred")],
  ["defaultByFamily", byFamily(text)],
  ["defaultByIndex", byFamily(record(text))],
  ["range", range],
  ["rangeBasis", oneOf("documented", "dump-comment", "dump", "inferred")],
  ["rangeByFamily", byFamily(range)],
  ["allowedRanges", ranges],
  ["unit", text],
  ["maxLength", whole],
  ["legacyMaxLength", whole],
  ["since", text],
  ["sinceByFamily", byFamily(text)],
  ["secret", flag],
  ["readOnly", flag],
  ["defaultUa", oneOf("na", "ro", "rw")],
  ["maskedInDumps", flag],
  ["variants", words],
  ["tr069", text],
  ["families", byFamily(oneOf("dump", "documented", "documented-label", "template", "inferred", "doubtful"))],
  ["note", text],
  ["tab", text],
  ["section", text],
]);

/** The facts among `members`; `others` are names that the caller reads itself. */
export function readFacts(
  members: readonly JsonMember[],
  others: ReadonlySet<string>,
  context: FieldContext,
): Map<string, unknown> {
  const facts = new Map<string, unknown>();
  for (const { key, keySpan, value } of members) {
    if (others.has(key)) continue;
    const read = factReaders.get(key);
    if (!read) {
      context.problems.push({
        code: "catalogue/unknown-field",
        severity: "warning",
        message: l10n.t("Unknown property `{0}` of a parameter. It is ignored.", key),
        span: keySpan,
      });
      continue;
    }
    const fact = read(value, context);
    if (fact !== undefined) facts.set(key, fact);
  }
  return facts;
}

function wrong(node: JsonNode, context: FieldContext, expected: string): undefined {
  context.problems.push({
    code: "catalogue/bad-value",
    severity: "error",
    message: l10n.t("Expected {0}. The property is ignored.", expected),
    span: node.span,
  });
  return undefined;
}

export function text(node: JsonNode, context: FieldContext): string | undefined {
  return node.kind === "string" ? node.value : wrong(node, context, l10n.t("text"));
}

function flag(node: JsonNode, context: FieldContext): boolean | undefined {
  return node.kind === "boolean" ? node.value : wrong(node, context, l10n.t("true or false"));
}

function whole(node: JsonNode, context: FieldContext): number | undefined {
  return node.kind === "number" && Number.isSafeInteger(node.value) && node.value >= 0
    ? node.value
    : wrong(node, context, l10n.t("a whole number"));
}

function words(node: JsonNode, context: FieldContext): readonly string[] | undefined {
  if (node.kind !== "array" || node.items.length === 0) return wrong(node, context, l10n.t("a list of texts"));
  const out: string[] = [];
  for (const item of node.items) {
    const word = text(item, context);
    if (word !== undefined) out.push(word);
  }
  return out.length > 0 ? out : undefined;
}

function oneOf(...allowed: readonly string[]): Read {
  return (node, context) =>
    node.kind === "string" && allowed.includes(node.value)
      ? node.value
      : wrong(node, context, l10n.t("one of {0}", allowed.join(", ")));
}

function typeId(node: JsonNode, context: FieldContext): string | undefined {
  const id = text(node, context);
  if (id === undefined || context.catalogue.types.has(id)) return id;
  context.problems.push({
    code: "catalogue/unknown-type",
    severity: "error",
    message: l10n.t("Unknown data type `{0}`. The value is not checked.", id),
    span: node.span,
  });
  return undefined;
}

function range(node: JsonNode, context: FieldContext): unknown {
  if (node.kind !== "object") return wrong(node, context, l10n.t("an object with min and max"));
  const out: { min?: number; max?: number } = {};
  for (const { key, value } of node.members) {
    if ((key !== "min" && key !== "max") || value.kind !== "number")
      return wrong(node, context, l10n.t("an object with min and max"));
    out[key] = value.value;
  }
  const { min, max } = out;
  if ((min === undefined && max === undefined) || (min !== undefined && max !== undefined && min > max))
    return wrong(node, context, l10n.t("a range that contains a number"));
  return out;
}

function ranges(node: JsonNode, context: FieldContext): unknown {
  if (node.kind !== "array" || node.items.length === 0) return wrong(node, context, l10n.t("a list of ranges"));
  return node.items.flatMap((item) => range(item, context) ?? []);
}

function indexRange(node: JsonNode, context: FieldContext): unknown {
  const numbers =
    node.kind === "array"
      ? node.items.flatMap((item) =>
          item.kind === "number" && Number.isSafeInteger(item.value) && item.value >= 0 ? [item.value] : [],
        )
      : [];
  const [low, high] = numbers;
  if (low === undefined || high === undefined || numbers.length !== 2 || low > high)
    return wrong(node, context, l10n.t("the first and last number, such as [1, 4]"));
  return [low, high];
}

function record(read: Read): Read {
  return (node, context) => {
    if (node.kind !== "object") return wrong(node, context, l10n.t("an object"));
    return fromEntries(node.members, read, context);
  };
}

function byFamily(read: Read): Read {
  return (node, context) => {
    if (node.kind !== "object") return wrong(node, context, l10n.t("an object with a member for each family"));
    const known = node.members.filter(({ key, keySpan }) => {
      if (context.catalogue.family(key)) return true;
      const ids = context.catalogue.families.map((family) => family.id).join(", ");
      context.problems.push({
        code: "catalogue/unknown-family",
        severity: "error",
        message: l10n.t("Unknown family `{0}`. Use one of: {1}.", key, ids),
        span: keySpan,
      });
      return false;
    });
    return fromEntries(known, read, context);
  };
}

/** Made with defineProperty semantics, so that a member called `__proto__` is a member like any other. */
function fromEntries(members: readonly JsonMember[], read: Read, context: FieldContext): unknown {
  const entries = members.flatMap(({ key, value }): [string, unknown][] => {
    const fact = read(value, context);
    return fact === undefined ? [] : [[key, fact]];
  });
  return Object.fromEntries(entries);
}
