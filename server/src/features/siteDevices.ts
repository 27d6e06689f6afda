import * as l10n from "@vscode/l10n";
import { fileParams, type RequestFeature } from "./requestFeature";

/** Devices that are offered to choose from at most. */
const maxDevices = 1_000;
/** Faults of a list that are shown at most. */
const maxFaults = 5;

/** The devices in the list of the site that a file belongs to. */
export const siteDevices: RequestFeature<"flatProfile/siteDevices"> = {
  params: fileParams,
  async run({ textDocument: { uri } }, server) {
    const list = await (await server.site(uri))?.inventory();
    if (!list) return { devices: [], problems: [] };
    const { name, devices, faults } = list;
    const problems = faults.slice(0, maxFaults);
    if (faults.length > maxFaults)
      problems.push(l10n.t("{0}: {1} more rows are wrong.", name, faults.length - maxFaults));
    return { devices: devices.slice(0, maxDevices).map(({ device }) => device), problems };
  },
};
