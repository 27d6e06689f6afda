import * as l10n from "@vscode/l10n";
import type { Check } from "../../../checks/check";
import { unknownNames } from "../../../checks/unknownParameter";
import { isNameSlip } from "../../../schema/nameSlip";
import { nearestName } from "../../../schema/nearestName";
import { elementOf, tagNameSpan } from "../../../xml/element";
import { indexed, itemOf } from "../items";
import { item, written } from "../message";

export const nameless: Check = {
  code: "item/no-name",
  severity: "error",
  title: "Item without a name",
  docs: "The name of an item is in its attribute `name`. The phone cannot take an item without one.",
  examples: [
    { bad: written("<Item>5060</Item>"), good: written(item("reg-port", "5060")) },
    { bad: written('<Item name="">5060</Item>'), good: written(item("reg-port", "5060")) },
  ],
  setting(setting, _facts, { report }) {
    if (setting.name !== "Item" || setting.templated) return;
    report({ message: l10n.t("The item has no name. The phone ignores it."), span: tagNameSpan(setting) });
  },
};

/** What is left of a name with quotes in it. */
const bare = (name: string) => name.replace(/["'\u2018-\u201f]|&quot;|&apos;|&#3[49];/g, "").trim();

export const quoteInName: Check = {
  code: "item/name-quote",
  severity: "error",
  title: "Quotation mark in the name of an item",
  docs: "A quotation mark got into the name of an item, so that the phone looks for another name than it knows. Programs that put files together write such names.",
  examples: [
    { bad: written('<Item name="\'reg-port">5060</Item>'), good: written(item("reg-port", "5060")) },
    { bad: written('<Item name="reg-port&quot;">5060</Item>'), good: written(item("reg-port", "5060")) },
  ],
  setting(setting, _facts, { report, write }) {
    if (setting.templated) return;
    const { base, index } = itemOf(setting);
    const name = bare(base);
    if (name !== base && name !== "") {
      report({
        message: l10n.t("A quotation mark is in the name `{0}`. The phone does not know the item.", base),
        span: setting.nameSpan,
        fixes: [{ title: l10n.t("Replace with `{0}`", name), edits: write.rename(setting, indexed(name, index)) }],
      });
      return;
    }
    const { start, openEnd } = elementOf(setting);
    const tag = setting.segment.text.slice(start, openEnd);
    const stray = /\bname\s*=\s*(?:""[^"<>=]+"|"[^"<>]*"[^\s"<>=/]*"+)/.exec(tag);
    if (!stray) return;
    const span = { start: start + stray.index, end: start + stray.index + stray[0].length };
    const right = bare(stray[0].replace(/^name\s*=/, ""));
    report({
      message: l10n.t("A quotation mark is in the name of the item. The phone cannot read the message."),
      span,
      fixes: [{ title: l10n.t("Replace with `{0}`", right), edits: [{ span, text: `name="${right}"` }] }],
    });
  },
};

export const unknownItem: Check = {
  code: "item/unknown",
  severity: "info",
  title: "Unknown item",
  docs: 'Our list has no item of this name. It is not complete, so the item may be right: a phone that does not know an item answers with `status="failed"`. When the name looks like a misspelling of a known one, it is a **warning**.',
  examples: [{ bad: written(item("reg-prot", "5060")), good: written(item("reg-port", "5060")) }],
  inFragments: true,
  profile(profile, { catalogue, device, select, write, report }) {
    for (const { first, key } of unknownNames(profile, select)) {
      const { base, index } = itemOf(first);
      // Without a name, with quotes or with a wrong index: other checks report those.
      if (base === "Item" || bare(base) !== base || isKnown(base, catalogue)) continue;
      const near = nearestName(base, device, catalogue) ?? nearestName(indexed(base, 1), device, catalogue);
      const meant = near === undefined ? undefined : itemOf({ name: near }).base;
      const isSlip = meant !== undefined && base.length >= 6 && isNameSlip(base, meant);
      for (const setting of profile.all(key)) {
        // Phones report what they have.
        if (setting.isStatus) continue;
        report(setting, {
          severity: isSlip ? "warning" : "info",
          span: setting.nameSpan,
          message: isSlip
            ? l10n.t("Unknown item `{0}`. Did you mean `{1}`?", base, meant)
            : l10n.t("The item `{0}` is not in our list, which is not complete.", base),
          ...(isSlip && {
            fixes: [
              { title: l10n.t("Replace with `{0}`", meant), edits: write.rename(setting, indexed(meant, index)) },
            ],
          }),
        });
      }
    }
  },
};

/** With or without an index. */
function isKnown(base: string, catalogue: { findPattern(name: string): unknown }): boolean {
  return catalogue.findPattern(base) !== undefined || catalogue.findPattern(indexed(base, 1)) !== undefined;
}
