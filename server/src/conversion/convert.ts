import * as l10n from "@vscode/l10n";
import type { Conversion, Given, Loss } from "./concepts";

/** Settings of one system as settings of another, with everything that is left out. */
export function convert(settings: ReadonlyMap<string, string>, from: Conversion, to: Conversion): Given {
  const { values, used, losses } = from.read(settings);
  const given = to.write(values);
  const unused = [...settings.keys()].filter((name) => !used.has(name)).sort();
  return {
    settings: given.settings,
    losses: [
      ...losses,
      ...given.losses,
      ...unused.map((name): Loss => ({ name, reason: l10n.t("It has no counterpart in our list.") })),
    ],
  };
}
