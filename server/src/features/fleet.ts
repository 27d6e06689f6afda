import * as l10n from "@vscode/l10n";
import type { CancellationToken } from "vscode-languageserver-protocol";
import { FleetList } from "../analysis/fleetList";
import type { Snapshot } from "../analysis/snapshot";
import { addressIn } from "../deployment/site/tree";
import { configFile } from "../deployment/siteMap";
import type { Device } from "../devices/device";
import { csv, jsonl } from "../preview/fleetFormats";
import { fleetMarkdown } from "../preview/fleetMarkdown";
import { FleetOutcomes, outcomeNames } from "../preview/fleetOutcomes";
import { type FleetEntry, FleetShown } from "../preview/fleetTable";
import type { FleetView } from "../preview/fleetView";
import { type FleetOutcome, type OutcomeNames, outcomeInWords } from "../preview/fleetWords";
import type { PreviewFleet } from "../preview/preview";
import type { FleetAnswer, FleetInventory, FleetParams, FleetProblem } from "../protocol/fleet";
import { isCount, isDocument, isObject, isText, isUnsaved, listOf, oneOf, optional, type Shape } from "./paramShapes";
import { nameIn } from "./placeIndex";
import type { RequestFeature, Server } from "./requestFeature";

/** Characters of the list, and devices, that are worked on before other messages get their turn. */
const atOnce = 1 << 16;
const devicesAtOnce = 1000;
/** Problems of the list that are named. */
const maxProblems = 20;

interface Listed {
  readonly device: Device;
  readonly line: number;
  readonly fault: string | undefined;
}

/** The devices of a list, as the dialect of a file reads it. */
interface ReadList {
  readonly text: string;
  readonly dialect: string;
  readonly columns: readonly string[];
  readonly devices: readonly Listed[];
  readonly problems: readonly FleetProblem[];
  readonly isUseless: boolean;
}

/** The last answer. */
interface Table {
  readonly number: number;
  readonly snapshot: Snapshot;
  readonly inventory: FleetInventory;
  readonly list: ReadList;
  readonly parameters: readonly string[];
  readonly names: OutcomeNames;
  readonly entries: readonly FleetEntry[];
  readonly problems: readonly FleetProblem[];
}

const kept = new WeakMap<Server, Table>();
let lastNumber = 0;

const isView: Shape<FleetView> = (raw): raw is FleetView =>
  isObject(raw) &&
  isText(raw.text) &&
  isObject(raw.picks) &&
  Object.values(raw.picks).every(listOf(isText)) &&
  isObject(raw.starts) &&
  Object.values(raw.starts).every(isCount);

/** What a file makes the devices of a list do. */
export const fleet: RequestFeature<"flatProfile/fleet"> = {
  params: {
    textDocument: isDocument,
    inventory: optional(isText),
    unsaved: listOf(isUnsaved),
    view: isView,
    table: optional(isCount),
  },
  async run(params, server, token): Promise<FleetAnswer> {
    const known = kept.get(server);
    if (known && known.number === params.table) return shownOf(known, params.view, server, token);
    const found = await tableOf(params, server, token, known);
    if ("kind" in found) return found;
    // One that was given up is not whole.
    if (!token.isCancellationRequested) kept.set(server, found);
    return shownOf(found, params.view, server, token);
  },
};

async function tableOf(
  { textDocument: { uri }, inventory: chosen, unsaved }: FleetParams,
  server: Server,
  token: CancellationToken,
  known: Table | undefined,
): Promise<Table | Exclude<FleetAnswer, { readonly kind: "report" }>> {
  const snapshot = (await server.file(uri))?.snapshot;
  const run = snapshot && snapshot.document.form !== "foreign" && snapshot.dialect.preview?.fleet?.(snapshot);
  if (!run) return { kind: "none", message: l10n.t("Open a file that is evaluated for a list of phones.") };
  const inventory = chosen === undefined ? await listOfSite(uri, server) : { uri: chosen, name: nameIn(chosen) };
  if (!inventory)
    return {
      kind: "no list",
      message: l10n.t("No list of phones is known. Choose one, or name it in the site of {0}.", configFile),
    };
  const typed = unsaved.find((file) => file.uri === inventory.uri)?.text;
  const text = typed ?? (await server.read(inventory.uri));
  if (text === undefined)
    return { kind: "no list", message: l10n.t("The list of phones `{0}` cannot be read.", inventory.name) };
  const { id } = snapshot.dialect;
  const list =
    known?.list.text === text && known.list.dialect === id
      ? known.list
      : await readList(text, snapshot, run, server, token);
  if (list.isUseless)
    return {
      kind: "no list",
      inventory,
      message: l10n.t("{0}: The first row has no known column name, such as mac or model.", inventory.name),
    };
  if (list.devices.length === 0)
    return { kind: "no list", inventory, message: list.problems[0]?.message ?? l10n.t("The list has no phone.") };
  const number = ++lastNumber;
  if (known?.snapshot === snapshot && known.list === list) return { ...known, number, inventory };
  const parameters = run.rules(list.columns);
  const entries = await entriesOf(list.devices, run, snapshot, server, token);
  const templated = snapshot.dialect.preview?.templatedRules(snapshot.document) ?? [];
  const problems = [
    ...templated.map(({ parameter }) => ({
      message: l10n.t("{0} contains a template placeholder. Its result is unknown.", parameter),
    })),
    ...list.problems,
  ];
  const names = outcomeNames(snapshot.catalogue);
  return { number, snapshot, inventory, list, parameters, names, entries, problems };
}

async function listOfSite(uri: string, server: Server): Promise<FleetInventory | undefined> {
  const found = await server.site(uri);
  const name = found?.site.inventory;
  return found && name !== undefined ? { uri: addressIn(found.folder, name), name } : undefined;
}

async function readList(
  text: string,
  { catalogue, dialect }: Snapshot,
  run: PreviewFleet,
  server: Server,
  token: CancellationToken,
): Promise<ReadList> {
  let columns: readonly string[] = [];
  let isUseless = false;
  const devices: Listed[] = [];
  const problems: FleetProblem[] = [];
  let lost = 0;
  const list = new FleetList(catalogue, run.isFirmware, {
    head(names, unknown, useless) {
      columns = names;
      isUseless = useless;
      if (unknown.length > 0 && !useless)
        problems.push({ message: l10n.t("Unknown columns are ignored: {0}.", unknown.join(", ")), line: 1 });
    },
    device: (device, line, faultOf) => devices.push({ device, line, fault: faultOf() }),
    lost(line, message) {
      if (++lost <= maxProblems) problems.push({ message, line });
    },
  });
  for (let at = 0; at < text.length && !token.isCancellationRequested && !isUseless; at += atOnce) {
    list.read(text.slice(at, at + atOnce));
    await server.pause();
  }
  list.finish();
  if (lost > maxProblems) problems.push({ message: l10n.t("{0} more rows cannot be read.", lost - maxProblems) });
  return { text, dialect: dialect.id, columns, devices, problems, isUseless };
}

async function entriesOf(
  devices: readonly Listed[],
  run: PreviewFleet,
  { catalogue }: Snapshot,
  server: Server,
  token: CancellationToken,
): Promise<FleetEntry[]> {
  const outcomes = new FleetOutcomes(run, catalogue);
  const sets = new Map<string, readonly FleetOutcome[]>();
  const entries: FleetEntry[] = [];
  for (const { device, line, fault } of devices) {
    const answer = run.answer(device);
    const found = outcomes.of(answer);
    if (fault !== undefined) found.unshift("bad row");
    // Few sets occur; a list has many devices.
    const key = found.join();
    const set = sets.get(key) ?? found;
    sets.set(key, set);
    entries.push({ line, fault, answer, outcomes: set });
    if (entries.length % devicesAtOnce !== 0) continue;
    await server.pause();
    if (token.isCancellationRequested) break;
  }
  return entries;
}

async function shownOf(table: Table, view: FleetView, server: Server, token: CancellationToken): Promise<FleetAnswer> {
  const { number, inventory, names, entries, problems } = table;
  const shown = await takenBy(table, view, server, token);
  const counts = shown.counts();
  const outcomes = counts.find(({ id }) => id === "outcome")?.values ?? [];
  return {
    kind: "report",
    table: number,
    inventory,
    phones: entries.length,
    shown: shown.shown,
    counts,
    sentences: Object.fromEntries(
      outcomes.map(([outcome, count]) => [outcome, outcomeInWords(outcome as FleetOutcome, count, names)]),
    ),
    groups: shown.groups().map((group) => ({ ...group, title: outcomeInWords(group.outcome, group.count, names) })),
    problems,
  };
}

async function takenBy(
  { entries, parameters }: Table,
  view: FleetView,
  server: Server,
  token: CancellationToken,
  hear: (entry: FleetEntry) => void = () => undefined,
): Promise<FleetShown> {
  const shown = new FleetShown(view, parameters);
  for (const [i, entry] of entries.entries()) {
    if (shown.take(entry)) hear(entry);
    if (i % (10 * devicesAtOnce) !== 0) continue;
    await server.pause();
    if (token.isCancellationRequested) break;
  }
  return shown;
}

/** The lines that the command line prints for the devices that a view shows. */
export const fleetExport: RequestFeature<"flatProfile/fleetExport"> = {
  params: { table: isCount, view: isView, format: oneOf("csv", "jsonl", "markdown") },
  async run({ table, view, format }, server, token) {
    const known = kept.get(server);
    if (known?.number !== table) return null;
    const { parameters, names } = known;
    if (format === "markdown")
      return fleetMarkdown(await takenBy(known, { ...view, starts: {} }, server, token), names);
    const lines = format === "jsonl" ? jsonl : csv;
    let text = lines.head(parameters);
    await takenBy(known, view, server, token, ({ answer }) => {
      text += lines.line(answer, parameters);
    });
    return text;
  },
};

/** The device in a line of the list. */
export const fleetDevice: RequestFeature<"flatProfile/fleetDevice"> = {
  params: { table: isCount, line: isCount },
  run({ table, line }, server) {
    const known = kept.get(server);
    if (known?.number !== table) return null;
    return known.list.devices.find((each) => each.line === line)?.device ?? null;
  },
};

/** The answer with this number is not needed any more. */
export const fleetDone: RequestFeature<"flatProfile/fleetDone"> = {
  params: { table: isCount },
  run({ table }, server) {
    if (kept.get(server)?.number === table) kept.delete(server);
    return null;
  },
};
