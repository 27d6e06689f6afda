import * as l10n from "@vscode/l10n";
import type { Check } from "../../../../checks/check";
import { perDocument } from "../../../../profile/perDocument";
import { type Program, programOf, reachable, type Step } from "../../flow/program";
import type { Assignment } from "../../statement";

/** Names and conditions whose combinations are looked at. */
const maxWork = 2_000_000;

/** For each setting that is surely set again on every way after it, the next statement that does it. */
export const replacements = perDocument((document) => find(programOf(document)));

/** From the end to the start: which names are set on every way from here to where the file ends, and where next. */
function find(program: Program): ReadonlyMap<number, number> {
  const { steps } = program;
  const isReached = reachable(program);
  const replaced = new Map<number, number>();
  const atLabel = new Map<number, ReadonlyMap<string, number>>();
  const none: ReadonlyMap<string, number> = new Map();
  let next = new Map<string, number>();
  let work = 0;
  for (let i = steps.length - 1; i >= 0; i--) {
    const { statement } = steps[i] as Step;
    switch (statement.kind) {
      case "set": {
        const again = next.get(statement.setting.name);
        if (again !== undefined && isReached[i]) replaced.set(i, again);
        next.set(statement.setting.name, i);
        break;
      }
      case "add":
        next.delete(statement.setting.name);
        break;
      case "label":
        atLabel.set(i, new Map(next));
        work += next.size;
        break;
      case "get":
        next = new Map();
        break;
      case "goto":
        next = new Map(atLabel.get(program.targetOf(i) ?? -1) ?? none);
        work += next.size;
        break;
      case "if": {
        const other = atLabel.get(program.targetOf(i) ?? -1) ?? none;
        for (const [name, at] of next) {
          const there = other.get(name);
          if (there === undefined) next.delete(name);
          else if (there < at) next.set(name, there);
        }
        work += next.size;
      }
    }
    if (work > maxWork) return none as ReadonlyMap<never, never>;
  }
  return replaced;
}

export const overridden: Check = {
  code: "flow/overridden",
  severity: "info",
  title: "Setting that is set again",
  docs: "Phones read a file from top to bottom, and the last value of a setting takes effect. Every phone that reads the line also reads a later one with the same name, so the first value has no effect. Remove one of the two.",
  examples: [{ bad: "SET L2QVLAN 120\nSET L2QVLAN 130\n", good: "SET L2QVLAN 130\n" }],
  document(document, { report, facts }) {
    if (document.hasTemplate) return;
    const { steps } = programOf(document);
    for (const [index, later] of replacements(document)) {
      const { segment, statement } = steps[index] as Step;
      const other = steps[later] as Step;
      const { setting } = statement as Assignment;
      // A list that is set twice may have been meant to grow: that is another problem.
      const parameter = facts(setting).effective?.parameter;
      if (parameter?.readOnly || parameter?.role === "repeated") continue;
      report(segment, {
        message: l10n.t("`{0}` is set again below. The value has no effect.", setting.name),
        span: setting.nameSpan,
        unnecessary: true,
        related: [
          { segment: other.segment, span: other.statement.span, message: l10n.t("The value in effect is here") },
        ],
      });
    }
  },
};
