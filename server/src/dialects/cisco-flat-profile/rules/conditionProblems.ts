import * as l10n from "@vscode/l10n";
import type { Generation } from "../../../schema/model";
import type { Problem } from "../../../text/span";
import type { Comparison, Condition, Operand } from "./ast";
import { readOwnVersion, readVersion } from "./version";

// Operands and types of specification section 4.3, judged before macros are expanded.

/** What an operand surely is; undefined when a macro decides on the phone. */
type Kind = "string" | "integer" | "version";

const numbers = /^\$\(?(?:PRVST|UPGST|PRVTMR|UPGTMR|REGTMR[12])\)?$/;
const texts = /^\$\(?(?:CCERT|UPGERR|MA|MAU|MAC|PN|PSN|SN|EMS|MUID|MPWD|PDOM|SCHEME|ORIGTYPE|AUTHSTATUS|UID\d+)\)?$/;
const firmware = /^\$\(?SWVER\)?$/;

function kindOf({ text, quoted }: Operand): Kind | "text macro" | undefined {
  if (quoted) return "string";
  if (/^[+-]?\d+$/.test(text) || numbers.test(text)) return "integer";
  if (firmware.test(text)) return "version";
  if (texts.test(text)) return "text macro";
  if (text.includes("$")) return undefined;
  return readVersion(text) ? "version" : undefined;
}

export function conditionProblems({ comparisons }: Condition, generation: Generation | undefined): Problem[] {
  return comparisons.flatMap((comparison) => [
    ...comparisonProblems(comparison, generation),
    ...[comparison.left, comparison.right].flatMap((operand) => unreadable(operand)),
  ]);
}

function unreadable(operand: Operand | undefined): Problem[] {
  if (!operand || operand.quoted || operand.text.includes("$") || kindOf(operand)) return [];
  return [
    {
      code: "rule/bad-operand",
      severity: "error",
      message: l10n.t("{0} is neither a number nor a version; texts stand in double quotes", operand.text),
      span: operand.span,
      fixes: [{ title: l10n.t("Put it in quotes"), edits: [{ span: operand.span, text: `"${operand.text}"` }] }],
    },
  ];
}

function comparisonProblems(comparison: Comparison, generation: Generation | undefined): Problem[] {
  const { left, operator, operatorSpan, right, span } = comparison;
  if (!right || !operator) return [];
  const kinds: readonly (Kind | "text macro" | undefined)[] = [left ? kindOf(left) : "version", kindOf(right)];
  const isOrder = operator !== "eq" && operator !== "ne";
  if (isOrder && kinds.every((kind) => kind === "string"))
    return [
      {
        code: "rule/string-order",
        severity: "error",
        message: l10n.t("texts in quotes know eq and ne only; without quotes numbers and versions are compared"),
        span: operatorSpan,
      },
    ];
  const macro = [left, right].find((operand) => operand && kindOf(operand) === "text macro");
  if (macro && kinds.includes("string"))
    return [
      {
        code: "rule/unquoted-text",
        severity: "warning",
        message: l10n.t("{0} becomes a text: without quotes the phone cannot compare it", macro.text),
        span: macro.span,
        fixes: [{ title: l10n.t("Put it in quotes"), edits: [{ span: macro.span, text: `"${macro.text}"` }] }],
      },
    ];
  const [a, b] = kinds;
  if (a && b && a !== b && a !== "text macro" && b !== "text macro")
    return [
      {
        code: "rule/mixed-types",
        severity: "error",
        message: l10n.t("{0} and {1} cannot be compared; the phone takes the condition for false", word(a), word(b)),
        span,
      },
    ];
  return versionProblems(comparison, generation);
}

function word(kind: Kind): string {
  if (kind === "string") return l10n.t("a text in quotes");
  return kind === "integer" ? l10n.t("a number") : l10n.t("a version");
}

function versionProblems({ left, operator, right }: Comparison, generation: Generation | undefined): Problem[] {
  for (const [macro, other] of [
    [left, right],
    [right, left],
  ] as const) {
    if (!other || other.text.includes("$")) continue;
    const version = readVersion(other.text);
    if (generation !== "ATA" && macro?.quoted && firmware.test(macro.text) && version && version.prefix === undefined)
      return [
        {
          code: "rule/quoted-version",
          severity: "info",
          message: l10n.t(
            "in quotes the firmware is compared letter by letter, with its model prefix, so this is never equal; leave the quotes out",
          ),
          span: other.span,
        },
      ];
    const isFirmware = macro === undefined || (!macro.quoted && firmware.test(macro.text));
    if (isFirmware && macro && !other.quoted && version && !readOwnVersion(other.text, generation))
      return [
        {
          code: "rule/version-shape",
          severity: "error",
          message: l10n.t(
            "`{0}` is not in the format of the versions of this phone, such as {1}. The phone reports a format error and takes the condition for false.",
            other.text,
            generation === "PhoneOS" ? "PHONEOS.3-2-1-0104-37" : "11-3-2MPP0001-609",
          ),
          span: other.span,
        },
      ];
    if (!isFirmware || other.quoted || version?.shape !== "mpp") continue;
    const isOrder = operator !== "eq" && operator !== "ne";
    if (isOrder && /MN/.test(version.parts.at(-1) ?? ""))
      return [
        {
          code: "rule/version-letters",
          severity: "info",
          message: l10n.t(
            "manuals disagree whether {0} comes before a multiplatform release of the same number or behind it",
            other.text,
          ),
          span: other.span,
        },
      ];
    if (version.build === undefined)
      return [
        {
          code: "rule/version-without-build",
          severity: "hint",
          message: l10n.t("without a build number {0} is equal to each of its builds", other.text),
          span: other.span,
        },
      ];
  }
  return [];
}
