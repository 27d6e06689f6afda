import { MappedText } from "../../../text/mappedText";
import type { Alternative, Comparison, Operand } from "./ast";
import { compare, understand } from "./evaluateCondition";
import type { Phone } from "./firmwareLoad";
import { expandMacros } from "./macro";

// Which phones get to which alternative of a rule, as far as their product names decide it.

/** For each alternative the phones that may take it. */
export function reaching(
  alternatives: readonly Alternative[],
  phones: readonly Phone[],
): readonly (readonly Phone[])[] {
  let left = phones;
  return alternatives.map(({ condition }) => {
    const comparisons = condition?.comparisons ?? [];
    const may = left.filter((phone) => comparisons.every((each) => outcome(each, phone) !== "false"));
    left = left.filter((phone) => !comparisons.every((each) => ["true", "either"].includes(outcome(each, phone))));
    return may;
  });
}

function outcome({ left, operator, right }: Comparison, phone: Phone): "true" | "false" | "either" | "unknown" {
  if (!left || !operator || !right) return "unknown";
  const [one, other] = [expanded(left, phone), expanded(right, phone)];
  if (!one || !other) return "unknown";
  const result = compare(understand(one), operator, understand(other)) === "true" ? "true" : "false";
  // Guides disagree about the spelling of product names: `8841`, `8841-3PCC`.
  const isSpelling = one.text !== other.text && [one, other].every(({ text }) => text.includes(numberOf(phone)));
  return isSpelling ? "either" : result;
}

function numberOf({ model }: Phone): string {
  return /\d+/.exec(model?.model ?? "")?.[0] ?? "?";
}

/** Undefined when another macro decides. */
function expanded({ text, quoted }: Operand, { model }: Phone): Pick<Operand, "text" | "quoted"> | undefined {
  const macros = {
    ...(model?.pn !== undefined && { PN: model.pn }),
    ...(model?.psn !== undefined && { PSN: model.psn }),
  };
  const whole = expandMacros(MappedText.verbatim(text, 0), { macros }).text;
  return whole.includes("$") ? undefined : { text: whole, quoted };
}
