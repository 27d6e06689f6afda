import * as l10n from "@vscode/l10n";
import type { Check } from "../../../checks/check";
import type { Profile } from "../../../profile/profile";
import type { Setting } from "../../../profile/setting";
import { indexed, itemOf, itemsNamed, modelOf } from "../items";
import { companions, fixedKeys, functionItem, keyItems, keysOf, labelItems, runsInWords } from "../keys";
import { item, messageOf, written } from "../message";
import { indexSpan } from "./indexes";

const functions = itemsNamed(functionItem);

const namesOfKeys = new Set([...keyItems, ...Object.values(companions)]);

/** Items with the number of a key. */
const ofKeys = {
  name(setting: Pick<Setting, "name">) {
    const { base, index } = itemOf(setting);
    return index !== undefined && namesOfKeys.has(base);
  },
};

/** The label of a key, and the item that has it. */
function labelOf(profile: Profile, index: string): Setting | undefined {
  return labelItems
    .map((name) => profile.inEffect(indexed(name, index)))
    .find((setting) => setting !== undefined && (setting.templated || !setting.isEmpty));
}

export const keyIndex: Check = {
  code: "key/index",
  severity: "warning",
  title: "Label and function at different keys",
  docs: "A key has a label and no function, and another key has a function and no label: the index of one of them is probably wrong. The first key shows its label and does nothing.",
  examples: [
    {
      bad: written(item("key-label-unicode", "Desk", 1002), item(functionItem, "10", 1003)),
      good: written(item("key-label-unicode", "Desk", 1002), item(functionItem, "10", 1002)),
    },
  ],
  inFragments: true,
  profile(profile, { select, report }) {
    if (profile.hasTemplate) return;
    const found = [...select(profile, ofKeys)].filter(({ templated }) => !templated);
    const labels = found.filter((each) => labelItems.includes(itemOf(each).base) && !each.isEmpty);
    const withFunction = found.filter(
      (each) => itemOf(each).base === functionItem && each.text !== "0" && !each.isEmpty,
    );
    const lost = withFunction.filter((each) => !labelOf(profile, itemOf(each).index ?? ""));
    for (const label of labels) {
      const { index = "" } = itemOf(label);
      if (profile.inEffect(indexed(functionItem, index))) continue;
      // The nearest key, which is usually one off.
      const [other] = lost
        .filter((each) => distance(each, index) <= maxDistance)
        .sort((a, b) => distance(a, index) - distance(b, index));
      if (!other) continue;
      const { index: otherIndex = "" } = itemOf(other);
      report(label, {
        message: l10n.t("Key {0} has a label and no function. Key {1} has a function and no label.", index, otherIndex),
        span: indexSpan(label),
        related: [
          { segment: other.segment, span: indexSpan(other), message: l10n.t("Function of key {0}", otherIndex) },
        ],
        fixes: [
          {
            title: l10n.t("Change the index to {0}", otherIndex),
            edits: [{ span: indexSpan(label), text: otherIndex }],
          },
        ],
      });
    }
  },
};

/** Keys that a slip of the index may be off. */
const maxDistance = 2;
const distance = (setting: Setting, index: string) => Math.abs(Number(itemOf(setting).index) - Number(index));

export const keyRange: Check = {
  code: "key/index-range",
  severity: "warning",
  title: "Key that the phone does not have",
  docs: "The index is the number of a key that the model does not have: keys of the phone count from 1, those of the first module from 301, of the second from 401, and the second level of all is 1000 higher. The model is known from the file, or when it was chosen; otherwise nothing is reported.",
  examples: [
    {
      bad: messageOf("WriteItems", [item("device-type", "OpenStage 40"), item(functionItem, "18", 9)]),
      good: messageOf("WriteItems", [item("device-type", "OpenStage 40"), item(functionItem, "18", 6)]),
    },
  ],
  inFragments: true,
  profile(profile, { select, report, catalogue, device }) {
    const model = modelOf(profile, device);
    const runs = keysOf(model, catalogue);
    if (!runs) return;
    for (const setting of select(profile, ofKeys)) {
      const number = Number(itemOf(setting).index);
      if (setting.templated || !Number.isInteger(number) || number > fixedKeys) continue;
      if (runs.some(({ first, last }) => number >= first && number <= last)) continue;
      report(setting, {
        message: l10n.t("{0} has no key {1}. It has {2}.", model ?? "", number, runsInWords(runs)),
        span: indexSpan(setting),
      });
    }
  },
};

export const companion: Check = {
  code: "key/companion",
  severity: "warning",
  title: "Function of a key without what it needs",
  docs: "Some functions need another item of the same index: a BLF key (59) the number that it watches, in `stimulus-led-control-uri`; selected dialing (1) the number, in `select-dial`; a line key (31) `line-sip-uri`. Without it the key does nothing, or what it did before.",
  examples: [
    {
      bad: written(item(functionItem, "59", 1)),
      good: written(item(functionItem, "59", 1), item("stimulus-led-control-uri", "201", 1)),
    },
  ],
  inFragments: true,
  profile(profile, { select, report }) {
    if (profile.hasTemplate) return;
    for (const setting of select(profile, functions)) {
      const { index } = itemOf(setting);
      const needed = Object.hasOwn(companions, setting.text) ? companions[setting.text] : undefined;
      if (index === undefined || needed === undefined || setting.templated || setting.isStatus) continue;
      const there = profile.inEffect(indexed(needed, index));
      if (there && (there.templated || !there.isEmpty)) continue;
      report(setting, {
        message: l10n.t("Function {0} of key {1} needs `{2}` with the same index.", setting.text, index, needed),
        span: setting.valueSpan,
      });
    }
  },
};
