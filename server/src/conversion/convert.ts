import * as l10n from "@vscode/l10n";
import type { Conversion, Given, Loss } from "./concepts";

/** Why the other system does not take a value; undefined when it does. */
export type Fault = (name: string, value: string) => string | undefined;

/** Settings of one system as settings of another, with everything that is left out. */
export function convert(
  settings: ReadonlyMap<string, string>,
  from: Conversion,
  to: Conversion,
  fault: Fault = () => undefined,
): Given {
  const { values, used, losses } = from.read(settings);
  const given = to.write(values);
  const faults = given.settings.flatMap(([name, value]): Loss[] => {
    const reason = fault(name, value);
    return reason === undefined ? [] : [{ name, reason }];
  });
  const unused = [...settings.keys()].filter((name) => !used.has(name)).sort();
  return {
    settings: given.settings.filter(([name]) => !faults.some((loss) => loss.name === name)),
    losses: [
      ...losses,
      ...given.losses,
      ...faults,
      ...unused.map((name): Loss => ({ name, reason: l10n.t("It has no counterpart in our list.") })),
    ],
  };
}
