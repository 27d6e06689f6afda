import * as l10n from "@vscode/l10n";
import { availability, sinceFor } from "../schema/effectiveParameter";
import type { SharedCheck } from "./check";
import { spellingOf } from "./otherSpelling";

export const notOnDevice: SharedCheck = {
  code: "parameter/not-on-device",
  severity: "info",
  title: "Parameter that the chosen phone does not have",
  docs: `The chosen family, model or firmware has no such parameter, so the phone ignores the element. Reported only when you chose the phone (in the settings, on the command line or by a comment in the file), never on a guess, because one profile often serves several families.`,
  setting(setting, facts, { device, catalogue, report }) {
    const { effective } = facts;
    if (!effective || device.certainty !== "stated" || setting.templated) return;
    if (spellingOf(setting, facts, device, catalogue) !== undefined) return;
    const family = catalogue.family(device.family)?.label ?? device.family ?? "";
    switch (availability(effective.parameter, effective.indexes, device, catalogue).state) {
      case "not-on-family":
        report({ message: l10n.t("{0} has no parameter `{1}`. The phone ignores it.", family, setting.name) });
        break;
      case "index-beyond-family":
        report({
          message: l10n.t("The number in `{0}` is too high for {1}. The phone ignores it.", setting.name, family),
        });
        break;
      case "newer-firmware":
        report({
          message: l10n.t(
            "`{0}` needs firmware {1} or later. The chosen {2} ignores it.",
            setting.name,
            sinceFor(effective.parameter, device.family) ?? "",
            device.firmware ?? "",
          ),
        });
        break;
      case "available":
        break;
    }
  },
};
