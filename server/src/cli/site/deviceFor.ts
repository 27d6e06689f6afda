import type { DialectServices } from "../../analysis/dialectServices";
import type { Device } from "../../devices/device";
import { dialectNamed } from "../catalogue";
import { deviceNamed } from "../devices";
import { readInventory } from "../inventory";
import { inventoryOf, type LoadedSite } from "./siteOptions";

/** The device that a person names. */
export async function deviceFor(word: string, services: DialectServices, loaded: LoadedSite): Promise<Device> {
  const inventory = inventoryOf(loaded);
  const others: string[] = [];
  if (inventory !== undefined && !word.endsWith(".json"))
    for await (const row of readInventory(inventory, services)) {
      if (!("device" in row)) continue;
      if (row.device.id === word || row.device.mac === word) return row.device;
      if (others.length < 1000) others.push(row.device.id);
    }
  const { dialect } = loaded;
  return deviceNamed(word, dialect === undefined ? services.all() : [services.of(dialectNamed(dialect, services))], {
    others,
  });
}
