import { csvCell } from "../text/csv";
import type { FleetAnswer } from "./report";

// What phones of a list do, as lines of a file. Columns: schemas/fleet.schema.json.

/** `parameters`: the rules that answers have. */
export interface FleetFormat {
  head(parameters: readonly string[]): string;
  line(answer: FleetAnswer, parameters: readonly string[]): string;
}

export const csv: FleetFormat = {
  head: (parameters) => `id,${parameters.map((name) => `${name},${name} URL,`).join("")}upgrade,firmware\n`,
  line({ device, rules, upgrade }, parameters) {
    let line = csvCell(device.id);
    for (let i = 0; i < parameters.length; i++) {
      const parameter = parameters[i];
      // Not every phone has every rule.
      const rule = rules[i]?.parameter === parameter ? rules[i] : rules.find((each) => each.parameter === parameter);
      line += rule ? `,${rule.taken},${csvCell(rule.url)}` : ",,";
    }
    return `${line},${upgrade.loops ? "loops" : (upgrade.steps[0]?.outcome ?? "")},${csvCell(upgrade.firmware ?? "")}\n`;
  },
};

export const jsonl: FleetFormat = {
  head: () => "",
  line: (answer) => `${JSON.stringify(plain(answer))}\n`,
};

/** Flat but for the rules: databases read it as it is. */
function plain({ device, rules, upgrade }: FleetAnswer) {
  const [first] = upgrade.steps;
  return {
    id: device.id,
    family: device.family,
    model: device.model,
    rules: Object.fromEntries(rules.map(({ parameter, taken, url }) => [parameter, { taken, url }])),
    upgrade: upgrade.loops ? "loops" : (first?.outcome ?? ""),
    load: first?.load,
    firmware: upgrade.firmware,
  };
}
