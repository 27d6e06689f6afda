import * as l10n from "@vscode/l10n";
import type { ProfileDocument } from "../profile/profileDocument";
import type { Conversion, Given, Loss } from "./concepts";

/** Why the other system does not take a value; undefined when it does. */
export type Fault = (name: string, value: string) => string | undefined;
/** What is known of the settings beside them. */
interface Source {
  /** Of the device that they are for. */
  readonly firmware?: string | undefined;
  readonly document?: ProfileDocument | undefined;
}

/** Settings of one system as settings of another, with everything that is left out. */
export function convert(
  settings: ReadonlyMap<string, string>,
  from: Conversion,
  to: Conversion,
  fault: Fault = () => undefined,
  { firmware, document }: Source = {},
): Given {
  const whole = document && from.readFile?.(document);
  const { values, used, losses } = from.read(settings, { firmware });
  const given = to.write({ ...values, ...whole?.values });
  const faults = given.settings.flatMap(([name, value]): Loss[] => {
    const reason = fault(name, value);
    return reason === undefined ? [] : [{ name, reason }];
  });
  const unused = [...settings.keys()].filter((name) => !used.has(name)).sort();
  return {
    settings: given.settings.filter(([name]) => !faults.some((loss) => loss.name === name)),
    losses: [
      ...losses,
      ...(whole?.losses ?? []),
      ...given.losses,
      ...faults,
      ...unused.map((name): Loss => ({ name, reason: l10n.t("The other system has no known counterpart.") })),
    ],
  };
}
