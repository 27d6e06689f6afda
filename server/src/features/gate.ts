import * as l10n from "@vscode/l10n";
import { type Gated, gatedOf, verdictsOf, versionIn } from "../analysis/gated";
import { type InventoryRow, InventoryRows } from "../analysis/inventoryRows";
import { countVerdicts } from "../deployment/gate/gateReport";
import { readManifest } from "../deployment/gate/manifest";
import type { GateAnswer, GateLine, GateProblem } from "../protocol/gate";
import { LineIndex } from "../text/lineIndex";
import { isFlag, isText, isUnsaved, listOf, optional } from "./paramShapes";
import { besideUri, nameIn } from "./placeIndex";
import type { RequestFeature } from "./requestFeature";

/** Rows that are sent; the command line prints all. */
const maxRows = 5000;
/** Characters of the list that are read before other messages get their turn. */
const atOnce = 1 << 16;
/** Faults of the list that are named. */
const maxFaults = 20;

/** Which devices of a list take the images of a manifest. */
export const gate: RequestFeature<"flatProfile/gate"> = {
  params: { uri: isText, text: isText, override: isFlag, inventory: optional(isText), unsaved: listOf(isUnsaved) },
  async run({ uri, text, override, inventory: chosen, unsaved }, server): Promise<GateAnswer> {
    const gated: Gated = gatedOf(server.services);
    const manifest = readManifest(text, (version) => versionIn(version, gated));
    const lines = new LineIndex(text);
    const lineAt = (offset: number) => lines.positionAt(offset).line + 1;
    const problems: GateProblem[] = manifest.problems.map(({ message, span }) => ({
      message,
      line: lineAt(span.start),
    }));
    const fault = (message: string, lacksInventory = false): GateAnswer => ({
      kind: "fault",
      message,
      problems,
      ...(lacksInventory && { lacksInventory }),
    });
    if (manifest.images.length === 0) return fault(l10n.t("The manifest has no image."));
    if (chosen === undefined && manifest.inventory === undefined)
      return fault(l10n.t("The manifest does not name a list of phones."), true);
    const address = chosen ?? besideUri(uri, manifest.inventory ?? "");
    const name = chosen === undefined ? (manifest.inventory ?? "") : nameIn(chosen);
    const typed = unsaved.find((file) => file.uri === address)?.text;
    const list = typed ?? (address === undefined ? undefined : await server.read(address));
    if (address === undefined || list === undefined)
      return fault(l10n.t("The list of phones `{0}` cannot be read.", name), true);
    const reader = new InventoryRows(name, server.services);
    const rows: GateLine[] = [];
    let faults = 0;
    const problem = (message: string) => {
      if (++faults <= maxFaults) problems.push({ message });
    };
    const take = (row: InventoryRow) => {
      if ("fault" in row) return problem(row.fault);
      const found = verdictsOf(row.device, manifest, { override, minVersions: {} }, gated);
      if (!found) problem(l10n.t("{0}: It is not known how the phone checks software. It is skipped.", row.device.id));
      for (const each of found ?? [])
        rows.push({ ...each, line: row.line, imageLine: lineAt(manifest.places.get(each.file)?.start ?? 0) });
    };
    for (let at = 0; at < list.length; at += atOnce) {
      reader.read(list.slice(at, at + atOnce)).forEach(take);
      if (at + atOnce < list.length) await server.pause();
    }
    reader.finish().forEach(take);
    if (faults > maxFaults) problems.push({ message: l10n.t("{0} more rows are skipped.", faults - maxFaults) });
    if (rows.length === 0) return fault(l10n.t("The list has no phone."));
    return {
      kind: "report",
      inventory: { uri: address, name },
      rows: rows.slice(0, maxRows),
      counts: countVerdicts(rows),
      more: Math.max(0, rows.length - maxRows),
      problems,
    };
  },
};
