import * as l10n from "@vscode/l10n";
import type { Check } from "../../../checks/check";
import { elementOf } from "../../../xml/element";

export const ambiguousEmpty: Check = {
  code: "value/ambiguous-empty",
  severity: "hint",
  optIn: true,
  title: "Empty value of a parameter whose default is not empty",
  docs: `The documents say three things about an element without a value: it sets an empty text, it sets the factory default, or (with a \`ua\` attribute, self-closed) it leaves the value alone. For a parameter whose default is empty they agree. For others write the value that you need, or \`""\` for an empty text.

Empty elements are everywhere in dumps and templates, so this check is silent unless a severity is set for it.`,
  examples: [
    {
      bad: "<flat-profile><Resync_Periodic></Resync_Periodic></flat-profile>",
      good: "<flat-profile><Resync_Periodic>3600</Resync_Periodic></flat-profile>",
    },
  ],
  setting(setting, { effective }, { report, write }) {
    if (
      setting.text !== "" ||
      !effective?.default ||
      effective.parameter.secret ||
      elementOf(setting).form === "self-closing"
    )
      return;
    if (setting.templated) return;
    report({
      message: l10n.t(
        "The value is empty. Some firmware uses the default `{0}`, other firmware uses an empty text.",
        effective.default,
      ),
      fixes: [
        {
          title: l10n.t("Set to the default `{0}`", effective.default),
          edits: write.setValue(setting, effective.default),
        },
      ],
    });
  },
};
