import * as l10n from "@vscode/l10n";
import type { DeviceChoice } from "./deviceChoice";
import { element } from "./element";

/** The list of devices by group; `none` is what choosing none of them means, where a person may. */
export function deviceSelect(
  devices: readonly DeviceChoice[],
  key: string,
  none: string | undefined,
  more: Readonly<Record<string, string>> = {},
): HTMLSelectElement {
  const option = ({ key: value, label }: DeviceChoice) => element("option", { value, selected: value === key }, label);
  const group = (label: string, of: DeviceChoice["group"]) => {
    const options = devices.filter((device) => device.group === of).map(option);
    return options.length > 0 && element("optgroup", { label }, ...options);
  };
  return element(
    "select",
    { "data-focus": "device", "aria-label": l10n.t("Device"), ...more },
    none !== undefined && element("option", { value: "", selected: key === "" }, none),
    group(l10n.t("Devices of this workspace"), "own"),
    group(l10n.t("Devices of the site"), "site"),
    group(l10n.t("Device of a list"), "list"),
    group(l10n.t("Sample devices"), "sample"),
  );
}
