import type { DeviceImpact } from "../../impact/impact";
import { csvLine } from "../../text/csv";
import type { PlanFormat } from "./planFormat";

const columns = [
  "id",
  "kinds",
  "settings",
  "left_behind",
  "urls_added",
  "urls_removed",
  "firmware_from",
  "firmware_to",
  "lands",
  "earliest",
  "latest",
];

/** One line for each device, for spreadsheets. */
export const csv: PlanFormat = {
  name: "csv",
  begin: `${columns.join(",")}\n`,
  device({ id, kinds, changes, leftBehind, urls, firmware, lands }: DeviceImpact): string {
    const range = "earliest" in lands ? [String(lands.earliest), String(lands.latest)] : ["", ""];
    const cells = [
      id,
      kinds.join(" + "),
      changes.map(({ name }) => name).join(" "),
      leftBehind.map(({ name }) => name).join(" "),
      urls.added.join(" "),
      urls.removed.join(" "),
      firmware?.from ?? "",
      firmware?.to ?? "",
      ("needs" in lands && lands.needs) || lands.cause,
      ...range,
    ];
    return csvLine(cells);
  },
};
