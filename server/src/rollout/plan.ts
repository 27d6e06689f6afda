import type {
  Cost,
  Excluded,
  GroupReport,
  Limit,
  Reason,
  RolloutFile,
  RolloutReport,
  SharedCost,
  SiteReport,
  TreeReport,
} from "./report";
import type { RolloutPhone } from "./rolloutPhone";
import type { SharingFacts, SharingRules } from "./sharing";
import { type Network, roundTrips, sending, sentBytes, waiting } from "./transfer";
import { depthOf, levelsOf } from "./tree";

// What it costs to bring files to phones, with and without passing them on. Phones share with those of the same model
// and subnet that restart at the same time and take the same files; the others fetch every file themselves.

export interface RolloutPlan {
  readonly files: readonly RolloutFile[];
  networkOf(site: string): Network;
}

/** Devices of a group that are named. */
const maxNamed = 5;

interface Group {
  readonly first: RolloutPhone;
  readonly model: string;
  readonly files: readonly RolloutFile[];
  readonly rules: SharingRules | undefined;
  readonly reason: Reason | undefined;
  phones: number;
  readonly devices: string[];
}

export function planRollout(
  phones: Iterable<RolloutPhone>,
  { files, networkOf }: RolloutPlan,
  facts: SharingFacts,
): RolloutReport {
  const groups = new Map<string, Group>();
  const assumed = new Set<string>();
  const models = new Set<string>();
  let count = 0;
  for (const phone of phones) {
    if (phone.count <= 0) continue;
    count += phone.count;
    const model = facts.numberOf(phone.model);
    models.add(model);
    const verdict = verdictOf(phone, model, files, facts);
    if ("rules" in verdict && verdict.isAssumed) assumed.add(model);
    const reason = "reason" in verdict ? verdict.reason : undefined;
    const { site, subnet, load = "", wave = "" } = phone;
    const key = [site, subnet, model, load, wave, reason ? JSON.stringify(reason) : ""].join("\n");
    let group = groups.get(key);
    if (!group) {
      const own = reason && !fetches(reason) ? [] : files.filter((file) => isFor(file, model, phone.load));
      const rules = "rules" in verdict ? verdict.rules : undefined;
      group = { first: phone, model, files: own, rules, reason, phones: 0, devices: [] };
      groups.set(key, group);
    }
    group.phones += phone.count;
    if (group.devices.length < maxNamed) group.devices.push(phone.id);
  }
  const bySite = new Map<string, Group[]>();
  for (const group of groups.values()) {
    const { site } = group.first;
    const known = bySite.get(site);
    if (known) known.push(group);
    else bySite.set(site, [group]);
  }
  const sites = [...bySite].map(([site, found]) => siteOf(site, found, networkOf(site)));
  const all = [...groups.values()];
  const without = sumOf(sites.map((each) => each.without));
  const shared = sites.map((each) => each.with);
  const withSharing: SharedCost = { ...sumOf(shared), shortestSeconds: most(shared.map((s) => s.shortestSeconds)) };
  return {
    format: "flat-profile/rollout",
    version: 1,
    phones: count,
    files,
    without,
    with: withSharing,
    savedPercent: without.bytes === 0 ? 0 : Math.round(10_000 * (1 - withSharing.bytes / without.bytes)) / 100,
    sites,
    trees: all.flatMap((group) => (isTree(group) ? [treeOf(group, networkOf(group.first.site))] : [])),
    gainNothing: all.flatMap((group) => (isTree(group) ? [] : [excludedOf(group, networkOf(group.first.site))])),
    assumedOn: [...assumed],
    places: facts
      .of(models)
      .map(({ levels = [] }) => levels.map(({ label }) => label))
      .reduce((most, each) => (each.length > most.length ? each : most), []),
    ports: [...new Set(facts.of(models).map(({ port }) => port))],
    notes: facts.notes(models),
  };
}

function verdictOf(phone: RolloutPhone, model: string, files: readonly RolloutFile[], facts: SharingFacts) {
  const own = files.filter((file) => isFor(file, model, phone.load));
  if (own.length === 0) return { reason: { kind: "no file" } as const };
  const { firmware } = phone;
  if (firmware !== undefined && own.every(({ load }) => load !== undefined && isLoad(firmware, load)))
    return { reason: { kind: "up to date" } as const };
  const verdict = facts.verdict(phone);
  if ("rules" in verdict && phone.subnet === "") return { reason: { kind: "no subnet" } as const };
  return verdict;
}

function fetches({ kind }: Reason): boolean {
  return kind !== "no file" && kind !== "up to date";
}

function isFor({ models, load }: RolloutFile, model: string, wanted: string | undefined): boolean {
  const isOfLoad = load === undefined || wanted === undefined || isLoad(wanted, load);
  return isOfLoad && (models === undefined || models.includes(model));
}

/** Letter case and the ending of a file do not distinguish loads. */
function isLoad(a: string, b: string): boolean {
  const plain = (text: string) =>
    text
      .trim()
      .toLowerCase()
      .replace(/\.loads$/, "");
  return plain(a) === plain(b);
}

function isTree({ rules, phones }: Group): boolean {
  return rules !== undefined && phones > 1;
}

/** Sharing phones fetch each file once for all of them, also when there is only one. */
function fetchers({ rules, phones }: Group): number {
  return rules ? 1 : phones;
}

interface Load {
  readonly bytes: number;
  readonly waiting: number;
  readonly roundTrips: number;
}

/** All files of a group for one phone. */
function loadOf({ files }: Group, network: Network): Load {
  return {
    bytes: total(files.map(({ bytes }) => sentBytes(bytes, network))),
    waiting: total(files.map(({ bytes }) => waiting(bytes, network))),
    roundTrips: total(files.map(({ bytes }) => roundTrips(bytes, network))),
  };
}

function siteOf(site: string, groups: readonly Group[], network: Network): SiteReport {
  const loads = groups.map((group) => ({ group, load: loadOf(group, network) }));
  const isShared = loads.some(({ group }) => group.rules !== undefined);
  const bytes = (times: (group: Group) => number) => total(loads.map(({ group, load }) => times(group) * load.bytes));
  const downloads = (times: (group: Group) => number) =>
    total(loads.map(({ group }) => times(group) * group.files.length));
  const alone = bytes(({ phones }) => phones);
  const together = bytes(fetchers);
  const seconds = (line: number, after: (group: Group) => number) =>
    most(
      loads
        .filter(({ group }) => group.files.length > 0)
        .map(({ group, load }) => Math.max(line, load.waiting + sending(load.bytes, network.wan)) + after(group)),
    );
  const lines = { without: sending(alone, network.wan), with: sending(together, network.wan) };
  const trees = loads.filter(({ group }) => group.rules !== undefined && group.files.length > 0);
  const one = most(trees.map(({ load }) => load.waiting + sending(load.bytes, network.wan)));
  const each = most(trees.map(({ load }) => sending(load.bytes, network.wan)));
  return {
    site,
    network,
    phones: total(groups.map(({ phones }) => phones)),
    without: {
      downloads: downloads(({ phones }) => phones),
      bytes: alone,
      seconds: seconds(lines.without, () => 0),
      ...limitOf(loads, lines.without, network),
    },
    with: {
      downloads: downloads(fetchers),
      bytes: together,
      seconds: seconds(lines.with, (group) => passingOn(group, network, "one by one")),
      shortestSeconds: seconds(lines.with, (group) => passingOn(group, network, "overlapping")),
      ...limitOf(loads, lines.with, network),
    },
    atOnce: isShared && each > 0 ? Math.max(1, Math.floor(one / each)) : 0,
  };
}

/** Seconds for elections and for the way from the root to the last phone. */
function passingOn(group: Group, network: Network, order: "one by one" | "overlapping"): number {
  const { rules, phones, files } = group;
  const last = files.at(-1);
  if (!rules || !last) return 0;
  const depth = depthOf(phones, rules.maxChildren);
  const passed = order === "one by one" ? files : [last];
  return passed.length * rules.electionSeconds + depth * total(passed.map((file) => hop(file, rules, network)));
}

/** A phone sends to all its children at the same time, so that they share its line. */
function hop({ bytes }: RolloutFile, { maxChildren }: SharingRules, { lan }: Network): number {
  return maxChildren * sending(bytes, lan);
}

/** The slowest phone decides. */
function limitOf(loads: readonly { readonly load: Load }[], line: number, network: Network): Limit {
  const slowest = loads.reduce(
    (worst, { load }) => (load.waiting + load.bytes > worst.waiting + worst.bytes ? load : worst),
    { bytes: 0, waiting: 0, roundTrips: 0 } as Load,
  );
  const own = sending(slowest.bytes, network.wan);
  const isLatency = slowest.waiting + own >= line && slowest.waiting >= own;
  return {
    limit: isLatency ? "latency" : "bandwidth",
    waiting: slowest.waiting,
    roundTrips: slowest.roundTrips,
  };
}

function groupOf({ first, model, phones, devices }: Group): GroupReport {
  const { site, subnet, load, wave } = first;
  return {
    site,
    subnet,
    model,
    ...(load !== undefined && { load }),
    ...(wave !== undefined && { wave }),
    phones,
    devices,
  };
}

function treeOf(group: Group, network: Network): TreeReport {
  const { phones, files } = group;
  const rules = group.rules as SharingRules;
  const levels = levelsOf(phones, rules.maxChildren);
  return {
    ...groupOf(group),
    depth: levels.length - 1,
    levels,
    files: files.map((file) => {
      const wanBytes = sentBytes(file.bytes, network);
      const root = rules.electionSeconds + waiting(file.bytes, network) + sending(wanBytes, network.wan);
      const ready = levels.map((_, level) => root + level * hop(file, rules, network));
      return { name: file.name, bytes: file.bytes, wanBytes, ready };
    }),
  };
}

function excludedOf(group: Group, network: Network): Excluded {
  const { phones, files, reason } = group;
  return {
    ...groupOf(group),
    downloads: phones * files.length,
    wanBytes: phones * loadOf(group, network).bytes,
    reason: reason ?? { kind: "alone" },
  };
}

/** Sites fetch at the same time, each over its own line. */
function sumOf(costs: readonly Cost[]): Cost {
  return {
    downloads: total(costs.map(({ downloads }) => downloads)),
    bytes: total(costs.map(({ bytes }) => bytes)),
    seconds: most(costs.map(({ seconds }) => seconds)),
  };
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0);
}

/** `Math.max` takes its arguments on the stack, which lists of sites may exceed. */
function most(numbers: readonly number[]): number {
  return numbers.reduce((best, each) => Math.max(best, each), 0);
}
