import * as l10n from "@vscode/l10n";
import { type JsonMember, type JsonNode, readJson } from "../text/json";
import type { Problem, Span } from "../text/span";
import type { Catalogue } from "./catalogue";
import { type FieldContext, readFacts, text } from "./extensionFields";
import type { Parameter } from "./model";

// The workspace file that adds parameters or changes facts of built-in ones:
//   { "dialect": "some-dialect",  (without it, of those that its entries fit)
//     "parameters": [ { "name": "New_Thing_{ext}_", "type": "Bool", … },
//                     { "name": "Old_Thing", "override": { "options": [ … ] } } ] }
// Its JSON Schema is schemas/catalogue-extension.schema.json.

/** The file of a workspace that adds parameters to the catalogue. */
export const extensionFile = "flat-profile.parameters.json";

export interface Extension {
  readonly parameters: readonly Parameter[];
  /** Spans are offsets into the file. */
  readonly problems: readonly Problem[];
}

const entryKeys: ReadonlySet<string> = new Set(["name", "path", "override"]);
const noKeys: ReadonlySet<string> = new Set();
const namePattern = /^[A-Za-z_{](?:[\w.-]|\{[a-z]+\})*$/;
const maxNameLength = 120;

/** Facts that have one value per family or word: an override changes single members and keeps the others. */
const mergedFacts: ReadonlySet<string> = new Set([
  "index",
  "indexByFamily",
  "optionsByFamily",
  "optionLabels",
  "defaultByFamily",
  "defaultByIndex",
  "rangeByFamily",
  "families",
]);

/** The dialect that an extension file names. */
export function extensionDialect(source: string): { readonly id: string; readonly span: Span } | undefined {
  const { root } = readJson(source);
  const value = root?.kind === "object" ? member(root.members, "dialect")?.value : undefined;
  return value?.kind === "string" ? { id: value.value, span: value.span } : undefined;
}

/** Reads an extension file called `origin`; whatever is wrong with it, the good entries are used. */
export function readExtension(source: string, origin: string, catalogue: Catalogue): Extension {
  const { root, problems: syntax } = readJson(source);
  const context: FieldContext = { catalogue, problems: [...syntax] };
  const parameters = new Map<string, Parameter>();
  for (const node of entries(root, context)) {
    const parameter = readEntry(node, origin, context);
    if (!parameter) continue;
    const key = `${parameter.path}/${parameter.name}`;
    if (parameters.has(key))
      context.problems.push({
        code: "catalogue/duplicate",
        severity: "warning",
        message: l10n.t("`{0}` is described twice. The last description is used.", parameter.name),
        span: spanOf(node, "name"),
      });
    parameters.set(key, parameter);
  }
  return { parameters: [...parameters.values()], problems: context.problems };
}

function entries(root: JsonNode | undefined, context: FieldContext): readonly JsonNode[] {
  if (!root) return [];
  const complain = (span: Span) => {
    context.problems.push({
      code: "catalogue/bad-value",
      severity: "error",
      message: l10n.t("Expected an object with a list named `parameters`."),
      span,
    });
    return [];
  };
  if (root.kind !== "object") return complain(root.span);
  for (const { key, keySpan, value } of root.members)
    if (key === "dialect") text(value, context);
    else if (key !== "parameters" && key !== "$schema")
      context.problems.push({
        code: "catalogue/unknown-field",
        severity: "warning",
        message: l10n.t("Unknown key `{0}`. It is ignored.", key),
        span: keySpan,
      });
  const list = member(root.members, "parameters");
  if (list?.value.kind !== "array") return complain(list?.value.span ?? root.span);
  return list.value.items;
}

function readEntry(node: JsonNode, origin: string, context: FieldContext): Parameter | undefined {
  const bad = (span: Span, message: string) => {
    context.problems.push({ code: "catalogue/bad-value", severity: "error", message, span });
    return undefined;
  };
  if (node.kind !== "object") return bad(node.span, l10n.t("Expected an object that describes a parameter."));
  const nameMember = member(node.members, "name");
  if (!nameMember) return bad(node.span, l10n.t("The parameter has no `name`. It is ignored."));
  const name = text(nameMember.value, context);
  if (name === undefined) return undefined;
  if (name.length > maxNameLength || !namePattern.test(name))
    return bad(
      nameMember.value.span,
      l10n.t(
        "`{0}` is not a valid element name. Write variable numbers as `{ext}`, `{line}` or `{n}`.",
        name.slice(0, maxNameLength),
      ),
    );
  const pathMember = member(node.members, "path");
  const path = pathMember ? (text(pathMember.value, context) ?? "") : "";
  const override = member(node.members, "override");
  const builtIn = context.catalogue.pattern(name, path) ?? context.catalogue.find(name, path)?.parameter;
  let facts = readFacts(node.members, entryKeys, context);
  if (override?.value.kind === "object") {
    if (!builtIn)
      context.problems.push({
        code: "catalogue/unknown-parameter",
        severity: "warning",
        message: l10n.t("Unknown built-in parameter `{0}`. It is added as a new parameter.", name),
        span: nameMember.value.span,
      });
    facts = new Map([...facts, ...readFacts(override.value.members, noKeys, context)]);
  } else if (override) bad(override.value.span, l10n.t("Expected an object with the properties to replace."));
  if (builtIn?.secret && facts.get("secret") === false) {
    context.problems.push({
      code: "catalogue/bad-value",
      severity: "warning",
      message: l10n.t("`{0}` is a secret. A workspace file cannot make it public.", name),
      span: nameMember.value.span,
    });
    facts = new Map([...facts].filter(([fact]) => fact !== "secret"));
  }
  const base = builtIn ? withoutPlaces(builtIn, name) : blank(name, path);
  return merged(base, facts, origin);
}

/** A concrete name with its numbers takes the facts of its pattern, but has no index of its own. */
function withoutPlaces(parameter: Parameter, name: string): Parameter {
  if (parameter.name === name) return parameter;
  const { index: _, indexByFamily: __, defaultByIndex: ___, ...rest } = parameter;
  return { ...rest, name };
}

function blank(name: string, path: string): Parameter {
  return { name, path, tab: "", section: "", type: "Str", typeBasis: "inferred", families: {}, note: "" };
}

/** What a person states of a phone counts like a guide unless the file says otherwise. */
const impliedBasis: readonly (readonly [fact: string, basis: string])[] = [
  ["type", "typeBasis"],
  ["options", "optionsBasis"],
  ["default", "defaultBasis"],
  ["range", "rangeBasis"],
];

function merged(base: Parameter, facts: ReadonlyMap<string, unknown>, origin: string): Parameter {
  const out: Record<string, unknown> = { ...base };
  for (const [fact, basis] of impliedBasis) if (facts.has(fact)) out[basis] = "documented";
  // A new type drops the argument of the old one, a new list the lists of single families.
  if (facts.has("type")) delete out.typeArgument;
  if (facts.has("options")) delete out.optionsByFamily;
  if (facts.has("range")) for (const fact of ["rangeByFamily", "allowedRanges"]) delete out[fact];
  if (facts.has("default")) for (const fact of ["defaultByFamily", "defaultByIndex"]) delete out[fact];
  for (const [fact, value] of facts)
    out[fact] =
      mergedFacts.has(fact) && typeof out[fact] === "object"
        ? { ...(out[fact] as object), ...(value as object) }
        : value;
  if (facts.has("options") && !facts.has("type") && out.type === "Str") out.type = "Enum";
  return { ...out, origin } as unknown as Parameter;
}

function member(members: readonly JsonMember[], key: string): JsonMember | undefined {
  return members.filter((candidate) => candidate.key === key).at(-1);
}

function spanOf(node: JsonNode, key: string): Span {
  return (node.kind === "object" ? member(node.members, key)?.value.span : undefined) ?? node.span;
}
