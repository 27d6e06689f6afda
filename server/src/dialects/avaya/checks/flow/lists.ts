import * as l10n from "@vscode/l10n";
import type { Check } from "../../../../checks/check";
import { traitsOf } from "../../../../schema/effectiveParameter";
import { modelsReaching } from "../../flow/models";
import { programOf, reachable, type Step } from "../../flow/program";
import type { Assignment } from "../../statement";

export const addUnsupported: Check = {
  code: "flow/add-unsupported",
  severity: "warning",
  title: "ADD that the phone does not know",
  docs: "`ADD` appends a record to a list. Only SIP software of the J100 Series from release 4.0.4 knows it. Other phones take the line as a comment and keep the list as it is. Use `SET` for them.",
  examples: [
    {
      bad: '## flat-profile-device model=1608\nADD SOFTKEY_IDLE "type=dial;action=6809;label=Desk"\n',
      good: '## flat-profile-device model=J179\nADD SOFTKEY_IDLE "type=dial;action=6809;label=Desk"\n',
    },
  ],
  document(document, { report, device, catalogue }) {
    const { steps } = programOf(document);
    const adds = steps.filter(({ statement }) => statement.kind === "add");
    if (adds.length === 0) return;
    const knows = (family: string | undefined) => {
      const generation = family === undefined ? undefined : catalogue.family(family)?.generation;
      return generation !== undefined && traitsOf(generation, catalogue).has("adds-to-lists");
    };
    const isStated = device.family !== undefined;
    if (isStated && knows(device.family)) return;
    const reaching = isStated ? undefined : modelsReaching(document, catalogue);
    for (const step of adds) {
      const models = reaching?.get(step);
      // Every phone that may come here is of a family without it.
      if (!isStated && (!models || models.others || models.listed.length === 0)) continue;
      if (models?.listed.some(({ families }) => families.some(knows))) continue;
      report(step.segment, {
        message: l10n.t("The phone does not know `ADD` and ignores the line."),
        span: step.statement.keyword,
        fixes: [{ title: l10n.t("Replace with `{0}`", "SET"), edits: [{ span: step.statement.keyword, text: "SET" }] }],
      });
    }
  },
};

export const addLost: Check = {
  code: "flow/add-lost",
  severity: "warning",
  title: "SET of a list after ADD",
  docs: "`ADD` appends to a list, `SET` replaces all of it. A `SET` after `ADD` of the same setting drops the records before it. The first record may have `SET`; use `ADD` for the others.",
  examples: [
    {
      bad: 'ADD SOFTKEY_IDLE "type=dial;action=6809;label=Desk"\nSET SOFTKEY_IDLE "type=dial;action=6810;label=Door"\n',
      good: 'SET SOFTKEY_IDLE "type=dial;action=6809;label=Desk"\nADD SOFTKEY_IDLE "type=dial;action=6810;label=Door"\n',
    },
  ],
  document(document, { report }) {
    const program = programOf(document);
    const isReached = reachable(program);
    let added = new Map<string, Step>();
    const atLabel = new Map<number, Map<string, Step>>();
    const leave = (index: number) => {
      const target = program.targetOf(index);
      if (target !== undefined) atLabel.set(target, new Map([...(atLabel.get(target) ?? []), ...added]));
    };
    for (const [index, step] of program.steps.entries()) {
      const { statement } = step;
      if (!isReached[index]) continue;
      if (statement.kind === "label") added = new Map([...added, ...(atLabel.get(index) ?? [])]);
      else if (statement.kind === "if") leave(index);
      else if (statement.kind === "goto") {
        leave(index);
        added = new Map();
      } else if (statement.kind === "add") added.set(statement.setting.name, step);
      else if (statement.kind === "set") {
        const before = added.get(statement.setting.name);
        if (!before) continue;
        added.delete(statement.setting.name);
        report(step.segment, {
          message: l10n.t("`SET` replaces the list, so the records that `ADD` appended before are lost."),
          span: statement.keyword,
          fixes: [{ title: l10n.t("Replace with `{0}`", "ADD"), edits: [{ span: statement.keyword, text: "ADD" }] }],
          related: [
            {
              ...{ segment: before.segment, span: (before.statement as Assignment).span },
              message: l10n.t("The record is added here"),
            },
          ],
        });
      }
    }
  },
};
