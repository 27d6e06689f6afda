import * as l10n from "@vscode/l10n";
import type { GenerationId } from "../../../schema/model";
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

export function conditionProblems({ comparisons }: Condition, generation: GenerationId | undefined): Problem[] {
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
      message: l10n.t("`{0}` is not a valid number or version. Text must be in double quotes.", operand.text),
      span: operand.span,
      fixes: [
        { title: l10n.t("Put the text in double quotes"), edits: [{ span: operand.span, text: `"${operand.text}"` }] },
      ],
    },
  ];
}

function comparisonProblems(comparison: Comparison, generation: GenerationId | undefined): Problem[] {
  const { left, operator, operatorSpan, right, span } = comparison;
  if (!right || !operator) return [];
  const kinds: readonly (Kind | "text macro" | undefined)[] = [left ? kindOf(left) : "version", kindOf(right)];
  const isOrder = operator !== "eq" && operator !== "ne";
  if (isOrder && kinds.every((kind) => kind === "string"))
    return [
      {
        code: "rule/string-order",
        severity: "error",
        message: l10n.t(
          "Texts in quotes can only be compared with `eq` and `ne`. Remove the quotes to compare numbers or versions.",
        ),
        span: operatorSpan,
      },
    ];
  const macro = [left, right].find((operand) => operand && kindOf(operand) === "text macro");
  if (macro && kinds.includes("string"))
    return [
      {
        code: "rule/unquoted-text",
        severity: "warning",
        message: l10n.t("`{0}` is replaced by text. The phone cannot compare text without quotes.", macro.text),
        span: macro.span,
        fixes: [
          { title: l10n.t("Put the text in double quotes"), edits: [{ span: macro.span, text: `"${macro.text}"` }] },
        ],
      },
    ];
  const [a, b] = kinds;
  if (a && b && a !== b && a !== "text macro" && b !== "text macro")
    return [
      {
        code: "rule/mixed-types",
        severity: "error",
        message: l10n.t("The phone cannot compare {0} with {1}. The condition is always false.", word(a), word(b)),
        span,
      },
    ];
  return versionProblems(comparison, generation);
}

function word(kind: Kind): string {
  if (kind === "string") return l10n.t("text in quotes");
  return kind === "integer" ? l10n.t("a number") : l10n.t("a version");
}

function versionProblems({ left, operator, right }: Comparison, generation: GenerationId | undefined): Problem[] {
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
            "In quotes, the phone compares the firmware as text, with its model prefix. `{0}` never matches. Remove the quotes.",
            other.text,
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
            "`{0}` is not a valid version for this phone. The phone treats the condition as false. Use the form `{1}`.",
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
            "Manuals disagree whether `{0}` is older or newer than a multiplatform release with the same number.",
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
          message: l10n.t("Without a build number, `{0}` is equal to every build of the release.", other.text),
          span: other.span,
        },
      ];
  }
  return [];
}
