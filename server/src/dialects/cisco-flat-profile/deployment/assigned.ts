import type { DeviceSettings, Origin, SettingState } from "../../../deployment/settings";
import type { PhoneKind } from "./kind";
import { hasMark } from "./ruleOutcome";

/** The settings after assignments of a rule. */
export function assigned(
  settings: DeviceSettings,
  values: readonly (readonly [name: string, value: string])[],
  origin: Origin,
  kind: PhoneKind,
  keepsHistory: boolean,
): DeviceSettings {
  let result = settings;
  for (const [name, value] of values) {
    if (!kind.knows(name)) continue;
    const before = result.get(name);
    const after: SettingState = {
      value,
      ...(hasMark(value) && { isUnknown: true }),
      ...(before?.access !== undefined && { access: before.access }),
      how: "assigned",
      at: origin,
      from: origin,
      ...(keepsHistory && before && { before }),
    };
    result = result.with([[name, after]]);
  }
  return result;
}
