import * as l10n from "@vscode/l10n";
import type {
  AlternativeReport,
  ComparisonReport,
  NamedValue,
  OperandReport,
  RuleReport,
} from "../../../server/src/preview/report";
import { element } from "../shared/element";
import { tableHead } from "../shared/table";
import { code, fold, source, verdictMark } from "./parts";
import { fateVerdict, operandTyped, outcomeVerdict, ruleVerdict, understoodAs } from "./words";

/** One rule: what it comes to, and step by step how. */
export function ruleView(rule: RuleReport, isOpen: boolean, differs: boolean): HTMLElement {
  const mark = differs ? [element("span", { class: "differs" }, l10n.t("differs"))] : [];
  const heading = element("span", { class: "rule-name" }, rule.parameter);
  return fold(
    rule.parameter,
    isOpen,
    [heading, verdictMark(ruleVerdict(rule)), ...mark],
    written(rule),
    ...(rule.alternatives.length > 0
      ? [element("ol", { class: "alternatives" }, ...rule.alternatives.map((each) => alternativeView(each, rule)))]
      : []),
    ...rule.problems.map(({ message, span }) =>
      element("p", { class: "problem" }, verdictMark({ text: message, mood: "bad" }), source(l10n.t("show"), span)),
    ),
    ...(rule.dhcpOption === undefined
      ? []
      : [element("p", { class: "note" }, l10n.t("The rule names no server. DHCP option {0} does.", rule.dhcpOption))]),
  );
}

function written({ typed, expanded, span, skipped, alternatives }: RuleReport): HTMLElement {
  const flat = (text: string) => text.trim().replace(/\s+/g, " ");
  const lines = [element("dt", {}, l10n.t("in the file")), element("dd", {}, source(flat(typed) || '""', span))];
  // With one plain alternative its address says the same.
  if (!skipped && expanded !== typed && alternatives.length !== 1)
    lines.push(element("dt", {}, l10n.t("on this phone")), element("dd", {}, code(flat(expanded))));
  return element("dl", { class: "written" }, ...lines);
}

function alternativeView(alternative: AlternativeReport, { kind }: RuleReport): HTMLElement {
  const { comparisons, skipped, assignments, options, url, typedUrl, urlSpan, fate } = alternative;
  return element(
    "li",
    { class: `alternative ${fate === "taken" ? "taken" : ""}` },
    // A trigger is a bare condition: its heading says what comes of it.
    kind !== "trigger" && element("div", {}, verdictMark(fateVerdict(alternative))),
    (comparisons.length > 0 || skipped.length > 0) && comparisonTable(comparisons, skipped),
    assignments.length > 0 && namedList(l10n.t("sets"), assignments, ""),
    options.length > 0 && namedList(l10n.t("with"), options, "--"),
    kind !== "trigger" &&
      typedUrl.trim() !== "" &&
      element(
        "dl",
        { class: "written" },
        element("dt", {}, l10n.t("URL")),
        element("dd", {}, source(typedUrl.trim(), urlSpan), ...(url === typedUrl ? [] : [becomes(), code(url)])),
      ),
  );
}

function becomes(): HTMLElement {
  return element("span", { class: "becomes", role: "img", "aria-label": l10n.t("becomes") }, "→");
}

function comparisonTable(comparisons: readonly ComparisonReport[], skipped: readonly string[]): HTMLElement {
  return element(
    "table",
    {},
    tableHead(l10n.t("Comparison"), l10n.t("On this phone"), l10n.t("Read as"), l10n.t("Result")),
    element("tbody", {}, ...comparisons.map(comparisonRow), ...skipped.map(skippedRow)),
  );
}

function comparisonRow(comparison: ComparisonReport): HTMLElement {
  const { span, left, right, operator, reason } = comparison;
  const kinds = [...new Set([understoodAs(left), understoodAs(right)])];
  return element(
    "tr",
    {},
    element("td", {}, source(`${operandTyped(left)} ${operator} ${right.typed}`.trim(), span)),
    element(
      "td",
      {},
      operandValue(left),
      " ",
      element("span", { class: "operator" }, operator),
      " ",
      operandValue(right),
    ),
    element("td", {}, kinds.join(l10n.t(" and "))),
    element(
      "td",
      {},
      verdictMark(outcomeVerdict(comparison)),
      reason !== undefined && element("div", { class: "note" }, reason),
    ),
  );
}

function operandValue({ expanded, typed }: OperandReport): HTMLElement {
  if (expanded === "" && typed === "") return element("span", { class: "note" }, l10n.t("firmware"));
  return code(expanded);
}

function skippedRow(typed: string): HTMLElement {
  return element(
    "tr",
    { class: "skipped" },
    element("td", {}, code(typed)),
    element("td", { colspan: "3" }, l10n.t("not evaluated: an earlier comparison decides")),
  );
}

function namedList(title: string, list: readonly NamedValue[], prefix: string): HTMLElement {
  const items = list.map(({ name, value, span }) =>
    element("li", {}, source(prefix + name, span), value === "" ? false : code(value)),
  );
  return element(
    "dl",
    { class: "written" },
    element("dt", {}, title),
    element("dd", {}, element("ul", { class: "named" }, ...items)),
  );
}
