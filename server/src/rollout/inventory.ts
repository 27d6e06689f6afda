import { readColumns } from "../devices/deviceInventory";
import { faultInWords, RowReader, type TakeRow } from "../devices/rows";
import type { Catalogue } from "../schema/catalogue";
import type { Description } from "./description";
import type { RolloutPhone } from "./rolloutPhone";
import { contains, readSubnet, subnetOf } from "./subnet";

// The phones of a rollout, from a list of devices with a few more columns.

/** More columns, in lower case without spaces and underscores. */
const ownColumns = {
  count: ["count", "phones", "quantity"],
  site: ["site", "location"],
  subnet: ["subnet", "network"],
  load: ["load", "targetload", "loadinformation"],
  wave: ["wave"],
} as const;

type Own = keyof typeof ownColumns;

interface Columns {
  readonly own: Readonly<Partial<Record<Own, number>>>;
  readonly switches: readonly (readonly [column: string, at: number])[];
  readonly device: ReturnType<typeof readColumns>;
}

/** Reads a list piece by piece. */
export class RolloutInventory {
  /** Rows that name no phone, each with its line counted from 1. */
  readonly faults: { readonly line: number; readonly message: string }[] = [];
  readonly #rows = new RowReader();
  readonly #found: RolloutPhone[] = [];
  readonly #subnets: readonly (readonly [site: string, subnet: NonNullable<ReturnType<typeof readSubnet>>])[];
  readonly #sites = new Map<string, string>();
  #columns: Columns | undefined;
  #count = 0;

  constructor(
    readonly description: Pick<Description, "sites" | "subnetBits">,
    readonly catalogues: readonly Catalogue[],
    /** Columns that switch sharing on or off. */
    readonly switches: ReadonlySet<string>,
  ) {
    this.#subnets = [...description.sites].flatMap(([site, { subnets }]) =>
      subnets.flatMap((text) => {
        const subnet = readSubnet(text);
        return subnet ? [[site, subnet] as const] : [];
      }),
    );
  }

  read(text: string): RolloutPhone[] {
    this.#rows.read(text, this.#take);
    return this.#found.splice(0);
  }

  finish(): RolloutPhone[] {
    this.#rows.finish(this.#take);
    return this.#found.splice(0);
  }

  #take: TakeRow = (row, line, fault) => {
    const report = (message: string) => this.faults.push({ line: line + 1, message });
    if (fault) {
      report(faultInWords(fault));
      return;
    }
    if (!this.#columns) {
      this.#columns = this.#header(row);
      if (this.#columns.device.unknown.length === row.length)
        report("The first row has no known column name, such as model or subnet.");
      return;
    }
    const { own, switches, device: columns } = this.#columns;
    const cell = (name: Own) => {
      const at = own[name];
      return at === undefined ? "" : (row[at] ?? "");
    };
    const device = columns.deviceOf(row, ++this.#count);
    const model = device.model ?? device.pn;
    if (model === undefined) {
      report("The row has no model.");
      return;
    }
    const count = cell("count");
    if (count !== "" && !/^\d{1,7}$/.test(count)) {
      report("The count must be a whole number.");
      return;
    }
    const subnet = cell("subnet") || subnetOf(device.ip ?? "", this.description.subnetBits) || "";
    const [load, wave] = [cell("load"), cell("wave")];
    this.#found.push({
      id: device.id,
      model,
      count: count === "" ? 1 : Number(count),
      site: cell("site") || this.#siteOf(subnet),
      subnet,
      switches: switchesOf(row, switches),
      ...(device.firmware !== undefined && { firmware: device.firmware }),
      ...(load !== "" && { load }),
      ...(wave !== "" && { wave }),
    });
  };

  #header(row: readonly string[]): Columns {
    const names = row.map((name) => name.toLowerCase().replace(/[^a-z0-9]/g, ""));
    const own: Partial<Record<Own, number>> = {};
    for (const [name, spellings] of Object.entries(ownColumns) as [Own, readonly string[]][]) {
      const at = names.findIndex((each) => spellings.includes(each));
      if (at >= 0) own[name] = at;
    }
    const switches = names.flatMap((name, at) => (this.switches.has(name) ? [[name, at] as const] : []));
    const taken = new Set([...Object.values(own), ...switches.map(([, at]) => at)]);
    return {
      own,
      switches,
      device: readColumns(
        row.map((name, at) => (taken.has(at) ? "" : name)),
        this.catalogues,
      ),
    };
  }

  /** The site whose subnets contain it. */
  #siteOf(text: string): string {
    let site = this.#sites.get(text);
    if (site === undefined) {
      const inner = this.#subnets.length > 0 ? readSubnet(text) : undefined;
      site = (inner && this.#subnets.find(([, outer]) => contains(outer, inner))?.[0]) ?? "";
      this.#sites.set(text, site);
    }
    return site;
  }
}

const none: ReadonlyMap<string, boolean> = new Map();

/** Other words than these say nothing. */
function switchesOf(row: readonly string[], columns: Columns["switches"]): ReadonlyMap<string, boolean> {
  if (columns.length === 0) return none;
  const found = columns.flatMap(([name, at]): readonly (readonly [string, boolean])[] => {
    const cell = row[at] ?? "";
    if (/^(?:1|y|yes|on|true|enabled)$/i.test(cell)) return [[name, true]];
    return /^(?:0|n|no|off|false|disabled)$/i.test(cell) ? [[name, false]] : [];
  });
  return new Map(found);
}
