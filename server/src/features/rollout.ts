import * as l10n from "@vscode/l10n";
import type { RolloutAnswer } from "../protocol/rollout";
import { parseDescription } from "../rollout/description";
import { RolloutInventory } from "../rollout/inventory";
import { planRollout } from "../rollout/plan";
import { SharingFacts } from "../rollout/sharing";
import { isText } from "./paramShapes";
import { besideUri } from "./placeIndex";
import type { RequestFeature } from "./requestFeature";

/** Rows without a phone that are named. */
const maxFaults = 20;

/** What a rollout costs that a person writes down, with the list of phones beside it. */
export const rollout: RequestFeature<"flatProfile/rollout"> = {
  params: { uri: isText, text: isText },
  async run({ uri, text }, server): Promise<RolloutAnswer> {
    const description = parseDescription(text);
    if (typeof description === "string") return { kind: "fault", message: description };
    const { inventory: name } = description;
    if (description.files.length === 0) return { kind: "fault", message: l10n.t("The description has no files.") };
    if (name === undefined) return { kind: "fault", message: l10n.t("The description has no inventory.") };
    const address = besideUri(uri, name);
    const list = address === undefined ? undefined : await server.read(address);
    if (list === undefined) return { kind: "fault", message: l10n.t("The inventory `{0}` cannot be read.", name) };
    const catalogues = server.services.all().map(({ catalogue }) => catalogue);
    const facts = new SharingFacts(catalogues);
    const inventory = new RolloutInventory(description, catalogues, facts.columns());
    const phones = [...inventory.read(list), ...inventory.finish()];
    const faults = inventory.faults.map(({ line, message }) => `${name}:${line}: ${message}`);
    if (phones.length === 0) return { kind: "fault", message: faults[0] ?? l10n.t("The list has no phone.") };
    const report = planRollout(phones, description, facts);
    return { kind: "report", report, faults: faults.slice(0, maxFaults) };
  },
};
