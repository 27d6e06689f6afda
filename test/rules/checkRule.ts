import assert from "node:assert/strict";
import { ruleValueTypes } from "../../server/src/dialects/cisco-flat-profile/rules/valueTypes";
import type { GenerationId } from "../../server/src/schema/model";
import type { Problem } from "../../server/src/text/span";
import { effective } from "../support/effectiveParameter";
import { checkMarked, fixed, plainOf } from "../support/marked";

export type Kind = "profile" | "upgrade" | "trigger" | "report" | "text";

export function problemsIn(kind: Kind, generation?: GenerationId): (text: string) => readonly Problem[] {
  const id = {
    profile: "ProvisioningRuleSyntax",
    upgrade: "ProvisioningRuleSyntax",
    trigger: "ProvisioningCondition",
    report: "ReportRule",
    text: "MacroText",
  }[kind];
  const type = ruleValueTypes.find((found) => found.id === id);
  assert.ok(type);
  const at = effective(id, {
    name: kind === "upgrade" ? "Upgrade_Rule" : "Profile_Rule",
    ...(generation && { generation }),
  });
  return (text) => type.check(text, at).filter(({ severity }) => severity !== "hint");
}

/** `marked` has `^^^^` below what is reported; with its fixes it is `cured`, and nothing is wrong any more. */
export function checkRule(kind: Kind, marked: string, cured?: string, generation?: GenerationId): void {
  const problems = checkMarked(marked, problemsIn(kind, generation));
  if (cured === undefined) return;
  const text = fixed(plainOf(marked).text, problems);
  assert.equal(text, cured);
  assert.deepEqual(problemsIn(kind, generation)(text), []);
}
