import { asList, asObject, type Fail, refuseOthers } from "../text/jsonShape";
import type { RolloutPlan } from "./plan";
import type { RolloutFile } from "./report";
import { defaultNetwork, type Network } from "./transfer";

// A rollout as people write it down. JSON Schema: schemas/rollout.schema.json.

export interface Description extends RolloutPlan {
  /** A list of devices, relative to the file. */
  readonly inventory?: string;
  readonly sites: ReadonlyMap<string, SiteDescription>;
  /** Bits of the address of a subnet, where the list has addresses only. */
  readonly subnetBits: number;
}

interface SiteDescription {
  readonly network: Network;
  /** Subnets of the site, where the list has no sites: `10.1.0.0/16`. */
  readonly subnets: readonly string[];
}

class DescriptionFault extends Error {}

/** A description from its text, or what is wrong with it. */
export function parseDescription(text: string): Description | string {
  try {
    return readDescription(JSON.parse(text), (message): never => {
      throw new DescriptionFault(message);
    });
  } catch (error) {
    if (error instanceof DescriptionFault || error instanceof SyntaxError) return error.message;
    throw error;
  }
}

/** `fail` is called for the first fault. */
export function readDescription(value: unknown, fail: Fail): Description {
  const what = "the rollout";
  const root = asObject(value, "A rollout", fail);
  refuseOthers(root, ["$schema", "inventory", "files", "network", "sites", "subnetBits"], what, fail);
  const { inventory, files: fileList = [], sites: siteTable = {}, subnetBits = 24 } = root;
  if (inventory !== undefined && typeof inventory !== "string") return fail("inventory must be a string.");
  if (!Array.isArray(fileList)) return fail("files must be a list.");
  if (!isWhole(subnetBits) || subnetBits > 32) return fail("subnetBits must be a number from 0 to 32.");
  const network = readNetwork(root.network ?? {}, defaultNetwork, "network", fail, []);
  const files = fileList.map((each) => readFile(each, fail));
  const named = Object.entries(asObject(siteTable, "sites", fail));
  const sites = new Map(named.map(([name, each]) => [name, readSite(name, each, network, fail)]));
  return {
    ...(inventory !== undefined && { inventory }),
    files,
    sites,
    networkOf: (site) => sites.get(site)?.network ?? network,
    subnetBits,
  };
}

function readSite(name: string, value: unknown, network: Network, fail: Fail): SiteDescription {
  const site = asObject(value, `The site ${name}`, fail);
  const { subnets = [] } = site;
  return {
    network: readNetwork(site, network, `the site ${name}`, fail, ["subnets"]),
    subnets: asList(subnets, `subnets of the site ${name}`, fail),
  };
}

function readFile(value: unknown, fail: Fail): RolloutFile {
  const file = asObject(value, "A file", fail);
  refuseOthers(file, ["name", "bytes", "models", "load"], "a file", fail);
  const { name, bytes, models, load } = file;
  if (typeof name !== "string" || name === "") return fail("A file must have a name.");
  if (!isWhole(bytes)) return fail(`bytes of ${name} must be a whole number.`);
  if (load !== undefined && typeof load !== "string") return fail(`load of ${name} must be a string.`);
  return {
    name,
    bytes,
    ...(models !== undefined && { models: asList(models, `models of ${name}`, fail) }),
    ...(load !== undefined && { load }),
  };
}

function readNetwork(value: unknown, base: Network, what: string, fail: Fail, others: readonly string[]): Network {
  const network = asObject(value, what, fail);
  refuseOthers(network, ["wanMbps", "lanMbps", "roundTripMs", "protocol", "blockBytes", ...others], what, fail);
  const number = (key: string, least: number) => {
    const found = network[key];
    if (found === undefined) return undefined;
    return typeof found === "number" && Number.isFinite(found) && (least === 0 ? found >= 0 : found > 0)
      ? found
      : fail(`${key} of ${what} must be a number above ${least === 0 ? "or equal to 0" : "0"}.`);
  };
  const { protocol, blockBytes } = network;
  if (protocol !== undefined && protocol !== "tftp" && protocol !== "http")
    return fail(`protocol of ${what} must be tftp or http.`);
  // RFC 2348
  if (blockBytes !== undefined && !(isWhole(blockBytes) && blockBytes >= 8 && blockBytes <= 65_464))
    return fail(`blockBytes of ${what} must be a number from 8 to 65464.`);
  const [wan, lan, trip] = [number("wanMbps", 1), number("lanMbps", 1), number("roundTripMs", 0)];
  return {
    wan: wan === undefined ? base.wan : wan * 1e6,
    lan: lan === undefined ? base.lan : lan * 1e6,
    roundTrip: trip === undefined ? base.roundTrip : trip / 1000,
    protocol: protocol ?? base.protocol,
    block: blockBytes ?? base.block,
  };
}

function isWhole(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}
