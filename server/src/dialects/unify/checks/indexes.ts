import * as l10n from "@vscode/l10n";
import type { Check } from "../../../checks/check";
import type { Setting } from "../../../profile/setting";
import { attributeOf } from "../../../xml/element";
import { indexed, itemOf } from "../items";
import { functionItem, keyItems } from "../keys";
import { item, written } from "../message";

export const index: Check = {
  code: "item/index",
  severity: "error",
  title: "Index that no item of this name has",
  docs: "The index says which key, line or file an item is for. It is a number without a sign. Items of keys need one, and some lists have few entries, such as the three codecs. An index on an item that has none is a **warning**.",
  examples: [
    { bad: written(item(functionItem, "18")), good: written(item(functionItem, "18", 6)) },
    {
      bad: written(item("codec-rank", "1", 4)),
      good: written(item("codec-rank", "1", 3)),
    },
    { bad: written('<Item name="codec-rank" index="a">1</Item>'), good: written(item("codec-rank", "1", 1)) },
    { bad: written(item("reg-port", "5060", 2)), good: written(item("reg-port", "5060")) },
  ],
  setting(setting, _facts, { report, catalogue }) {
    if (setting.templated || setting.isStatus) return;
    const { base, index: typed } = itemOf(setting);
    if (typed === undefined) {
      // A message that asks for all of them has no value.
      if (keyItems.includes(base) && !setting.isEmpty)
        report({
          message: l10n.t("`{0}` has no index. The phone does not know which key is meant.", base),
          span: setting.nameSpan,
        });
      return;
    }
    const span = indexSpan(setting);
    if (!/^\d{1,4}$/.test(typed.trim())) {
      report({ message: l10n.t("`{0}` is not an index. Use a number.", typed), span });
      return;
    }
    const found = catalogue.findPattern(indexed(base, 1));
    if (!found) {
      const own = catalogue.find(base)?.parameter;
      if (own?.typeBasis === "documented" || own?.typeBasis === "dump")
        report({
          severity: "warning",
          message: l10n.t("`{0}` has no index. The phone may not take the item.", base),
          span,
        });
      return;
    }
    const [range] = Object.values(found.parameter.index ?? {});
    if (!range || (Number(typed) >= range[0] && Number(typed) <= range[1])) return;
    report({ message: l10n.t("`{0}` has the indexes {1} to {2}, not {3}.", base, range[0], range[1], typed), span });
  },
};

export function indexSpan(setting: Setting) {
  return attributeOf(setting, "index")?.valueSpan ?? setting.nameSpan;
}

export const duplicate: Check = {
  code: "item/duplicate",
  severity: "warning",
  title: "Item written twice",
  docs: "Two items of a message have the same name and index, and different values. Which one the phone takes is not documented. Remove one.",
  examples: [
    {
      bad: written(item("reg-port", "5060"), item("reg-port", "5070")),
      good: written(item("reg-port", "5060"), item("registrar-port", "5070")),
    },
  ],
  inFragments: true,
  profile(profile, { report, write }) {
    // A template may choose between them.
    if (profile.hasTemplate) return;
    for (const settings of profile.repeated()) {
      const last = settings.at(-1);
      // Items without a name have another problem.
      if (!last || itemOf(last).base === "Item" || last.name === "Action" || last.name === "ReasonForContact") continue;
      for (const setting of settings.slice(0, maxReported)) {
        if (setting === last || setting.text === last.text || setting.templated || setting.isStatus) continue;
        report(setting, {
          message: l10n.t(
            "`{0}` is written again below with another value. Which one counts is not documented.",
            setting.name,
          ),
          span: setting.nameSpan,
          related: [{ segment: last.segment, span: last.nameSpan, message: l10n.t("The other value") }],
          fixes: [{ title: l10n.t("Remove the earlier element"), edits: write.remove(setting) }],
        });
      }
    }
  },
};

const maxReported = 100;
