import * as l10n from "@vscode/l10n";
import { Policies, type Policy, type PolicyRule } from "../checks/policy/policy";
import { nameShape, nearShape } from "../schema/nameShape";
import { type JsonMember, type JsonNode, readJson } from "../text/json";
import { LinearPattern } from "../text/linearPattern";
import { nearest } from "../text/nearest";
import { PathPatterns } from "../text/pathPatterns";
import type { Problem, Severity, Span } from "../text/span";
import type { DialectService } from "./dialectService";
import type { DialectServices } from "./dialectServices";
import { anyValueFault } from "./valueFault";

// The member `policies` of flat-profile.config.json:
//   [{ "parameter": "Name_n_", "matches": "^sip\\.", "files": ["www/**"], "message": "…", "severity": "error" }, …]
// Its JSON Schema is schemas/config.schema.json.

interface SitePolicies {
  /** Undefined where the configuration has none. */
  readonly policies: Policies | undefined;
  /** Spans are offsets into the file. */
  readonly problems: readonly Problem[];
}

const maxPolicies = 500;
const maxShown = 60;
const severities = ["error", "warning", "info", "hint"] as const;
const ruleKeys = ["required", "forbidden", "value", "matches", "doesNotMatch"];
const otherKeys = ["parameter", "files", "family", "dialect", "message", "severity"];

/** Reads the policies of a configuration; whatever is wrong with some, the good ones are used. */
export function readSitePolicies(text: string, services: DialectServices): SitePolicies {
  const { root } = readJson(text);
  const list = root?.kind === "object" ? root.members.find(({ key }) => key === "policies") : undefined;
  if (!list) return { policies: undefined, problems: [] };
  const reader = new Reader(services);
  const policies = reader.list(list.value);
  return { policies: policies.length > 0 ? new Policies(policies) : undefined, problems: reader.problems };
}

class Reader {
  readonly problems: Problem[] = [];

  constructor(readonly services: DialectServices) {}

  list(node: JsonNode): readonly Policy[] {
    if (node.kind !== "array") return this.#bad(node.span, l10n.t("`policies` must be a list.")) ?? [];
    if (node.items.length > maxPolicies)
      this.#bad(node.span, l10n.t("There are more than {0} policies. The others are ignored.", maxPolicies));
    return node.items.slice(0, maxPolicies).flatMap((item) => this.#entry(item));
  }

  #bad(span: Span, message: string, code = "policy/bad-entry"): undefined {
    this.#report({ code, severity: "error", message, span });
  }

  /** What is read twice is reported once. */
  #report(problem: Problem): void {
    const isKnown = this.problems.some(
      ({ span, message }) => span.start === problem.span.start && message === problem.message,
    );
    if (!isKnown) this.problems.push(problem);
  }

  /** An entry has a policy for each of its rules. */
  #entry(node: JsonNode): readonly Policy[] {
    if (node.kind !== "object") return this.#bad(node.span, l10n.t("A policy must be an object.")) ?? [];
    for (const { key, keySpan } of node.members) this.#checkKey(key, keySpan);
    const member = (key: string) => node.members.filter((each) => each.key === key).at(-1);
    const named = member("parameter");
    if (!named) return this.#bad(node.span, l10n.t("The policy has no `parameter`.")) ?? [];
    const dialects = this.#dialects(member("dialect")?.value, member("family")?.value);
    const parameters = this.#parameters(named.value, dialects);
    const rules = this.#rules(node.members, node.span);
    const patterns = member("files");
    const files = patterns && this.#files(patterns.value);
    if (parameters.length === 0 || rules.length === 0 || (patterns && !files)) return [];
    for (const { rule, node: value } of rules) this.#checkValues(rule, value, parameters, dialects);
    const families = this.#texts(member("family")?.value);
    const message = this.#texts(member("message")?.value)?.[0];
    const dialect = this.#texts(member("dialect")?.value)?.[0];
    const severity = this.#severity(member("severity")?.value);
    return rules.map(({ rule }) => ({
      parameters: parameters.map(({ text }) => text),
      rule,
      severity,
      ...(files && { files }),
      ...(families && { families: families.map((id) => this.services.family(id)?.id ?? id) }),
      ...(dialect !== undefined && { dialect }),
      ...(message !== undefined && { message }),
    }));
  }

  #checkKey(key: string, span: Span): void {
    const known = [...ruleKeys, ...otherKeys];
    if (known.includes(key)) return;
    const near = nearest(key, known);
    this.#bad(
      span,
      near
        ? l10n.t("Unknown key `{0}`. Did you mean `{1}`?", shortened(key), near)
        : l10n.t("Unknown key `{0}`. Use one of: {1}.", shortened(key), known.join(", ")),
    );
  }

  /** The dialects that the policy is for. */
  #dialects(dialect: JsonNode | undefined, family: JsonNode | undefined): readonly DialectService[] {
    const id = this.#texts(dialect)?.[0];
    const named = id === undefined ? undefined : this.services.named(id);
    if (dialect && id !== undefined && !named) {
      const ids = this.services.dialects.map((each) => each.id).join(", ");
      this.#bad(dialect.span, l10n.t("Unknown dialect `{0}`. Use one of: {1}.", shortened(id), ids));
    }
    if (named) return [this.services.of(named)];
    const families = this.#texts(family);
    if (!families || !family) return this.services.all();
    return families.flatMap((each) => {
      const known = this.services.family(each);
      if (known) return this.services.ofFamily(known.id) ?? [];
      const ids = this.services.families().map((one) => one.id);
      const near = nearest(each, ids);
      this.#bad(
        family.span,
        near
          ? l10n.t("Unknown phone family `{0}`. Did you mean `{1}`?", shortened(each), near)
          : l10n.t("Unknown phone family `{0}`. Use one of: {1}.", shortened(each), ids.join(", ")),
      );
      return [];
    });
  }

  #parameters(node: JsonNode, dialects: readonly DialectService[]): readonly { text: string; span: Span }[] {
    const items = node.kind === "array" ? node.items : [node];
    return items.flatMap((item) => {
      if (item.kind !== "string" || item.value === "")
        return this.#bad(item.span, l10n.t("`parameter` must be the name of a parameter, or a list of names.")) ?? [];
      const { value: text, span } = item;
      if (dialects.length === 0 || dialects.some(({ catalogue }) => nameShape(text, catalogue)))
        return [{ text, span }];
      const [near] = dialects.flatMap(({ catalogue }) => nearShape(text, catalogue) ?? []);
      const message = near
        ? l10n.t("Unknown parameter `{0}`. Did you mean `{1}`?", shortened(text), near)
        : l10n.t("Unknown parameter `{0}`. The policy would never apply.", shortened(text));
      this.#report({ code: "policy/unknown-parameter", severity: "error", message, span });
      return [];
    });
  }

  #rules(members: readonly JsonMember[], span: Span): readonly { rule: PolicyRule; node: JsonNode }[] {
    const given = members.filter(({ key }) => ruleKeys.includes(key));
    if (given.length === 0)
      return this.#bad(span, l10n.t("The policy asks for nothing. Use one of: {0}.", ruleKeys.join(", "))) ?? [];
    const isForbidden = given.some(({ key, value }) => key === "forbidden" && isTrue(value));
    if (isForbidden && given.length > 1)
      return this.#bad(span, l10n.t("A policy with `forbidden` cannot ask for anything else.")) ?? [];
    return given.flatMap(({ key, value }) => {
      const rule = this.#rule(key, value);
      return rule ? [{ rule, node: value }] : [];
    });
  }

  #rule(key: string, node: JsonNode): PolicyRule | undefined {
    if (key === "required" || key === "forbidden") {
      if (node.kind !== "boolean") return this.#bad(node.span, l10n.t("`{0}` must be true or false.", key));
      return node.value ? { kind: key } : undefined;
    }
    const [first, ...more] = this.#texts(node) ?? [];
    if (key === "value") return first === undefined ? undefined : { kind: "value", values: [first, ...more] };
    if (node.kind !== "string" || first === undefined)
      return this.#bad(node.span, l10n.t("`{0}` must be a regular expression in double quotes.", key));
    const pattern = LinearPattern.read(first);
    // The pattern is not quoted: it may be that of a secret.
    if (!(pattern instanceof LinearPattern)) return this.#bad(node.span, pattern.message, "policy/bad-pattern");
    if (!pattern.canMatch)
      return this.#bad(node.span, l10n.t("The pattern never matches any value."), "policy/bad-pattern");
    return { kind: "pattern", source: first, pattern, isWanted: key === "matches" };
  }

  /** Values and patterns that no value of the parameter can follow. */
  #checkValues(
    rule: PolicyRule,
    node: JsonNode,
    parameters: readonly { text: string }[],
    dialects: readonly DialectService[],
  ): void {
    if (rule.kind !== "value" && rule.kind !== "pattern") return;
    for (const { text } of parameters)
      for (const service of dialects) {
        const { path = "", example } = nameShape(text, service.catalogue) ?? {};
        const parameter = example === undefined ? undefined : service.catalogue.find(example, path)?.parameter;
        if (example === undefined || !parameter || parameter.secret || text.includes("*")) continue;
        if (rule.kind === "value")
          this.#checkFixed(rule.values, node, (value) => anyValueFault(service, example, value, path));
        else if (
          rule.isWanted &&
          isClosed(parameter) &&
          !parameter.options?.some((each) => rule.pattern.occursIn(each))
        )
          this.#report({
            code: "policy/bad-pattern",
            severity: "warning",
            message: l10n.t("The pattern matches none of the options of `{0}`.", text),
            span: node.span,
          });
      }
  }

  #checkFixed(values: readonly string[], node: JsonNode, faultOf: (value: string) => string | undefined): void {
    const nodes = node.kind === "array" ? node.items : [node];
    for (const [i, value] of values.entries()) {
      const message = value === "" ? undefined : faultOf(value);
      if (message === undefined) continue;
      this.#report({ code: "policy/bad-value", severity: "warning", message, span: (nodes[i] ?? node).span });
    }
  }

  #files(node: JsonNode): PathPatterns | undefined {
    const patterns = this.#texts(node);
    if (!patterns) return undefined;
    const read = PathPatterns.read(patterns);
    return read instanceof PathPatterns ? read : this.#bad(node.span, read.message);
  }

  #severity(node: JsonNode | undefined): Severity {
    const severity = node?.kind === "string" ? severities.find((each) => each === node.value) : undefined;
    if (node && !severity) this.#bad(node.span, l10n.t("The severity must be one of: {0}.", severities.join(", ")));
    return severity ?? "warning";
  }

  /** A text, or a list of them. */
  #texts(node: JsonNode | undefined): readonly string[] | undefined {
    if (!node) return undefined;
    const items = node.kind === "array" ? node.items : [node];
    const texts = items.flatMap((item) => (item.kind === "string" ? [item.value] : []));
    if (texts.length === items.length && texts.length > 0) return texts;
    this.#bad(node.span, l10n.t("Expected a text in double quotes, or a list of texts."));
    return undefined;
  }
}

const isTrue = (node: JsonNode) => node.kind === "boolean" && node.value;

function isClosed({ options, type }: { readonly options?: readonly string[]; readonly type: string }): boolean {
  return options !== undefined && options.length > 0 && type === "Enum";
}

function shortened(text: string): string {
  return text.length > maxShown ? `${text.slice(0, maxShown - 1)}…` : text;
}
