import * as l10n from "@vscode/l10n";
import type { Catalogue } from "../schema/catalogue";
import { isKeptSecret, isSecretName } from "../schema/secretName";
import { type Device, macDigits } from "./device";
import { passwordField } from "./deviceFile";
import type { KnownIdentities, WrittenDevice } from "./deviceFileEdit";
import { type InventoryColumns, isParameterColumn, readColumns } from "./deviceInventory";
import { faultInWords, type RowFault, RowReader, type TakeRow } from "./rows";

// A list of phones, row by row, for the device file. Its secrets go to the editor's storage, under names.

/** More devices than anyone picks from. */
const maxDevices = 5000;

export interface InventoryProblem {
  /** Counted from 0. */
  readonly line: number;
  readonly message: string;
  /** The row is skipped; otherwise it is only reported. */
  readonly isLost: boolean;
}

interface InventoryImport {
  readonly devices: readonly WrittenDevice[];
  readonly secrets: readonly { readonly name: string; readonly value: string }[];
  readonly problems: readonly InventoryProblem[];
}

interface Row {
  readonly line: number;
  readonly cells: readonly string[];
  readonly fault?: RowFault;
}

/** The devices may be of any of the catalogues. */
export function importInventory(
  text: string,
  known: KnownIdentities,
  catalogues: readonly Catalogue[],
): InventoryImport {
  const [header, ...list] = rowsOf(text);
  const devices: WrittenDevice[] = [];
  const secrets: { name: string; value: string }[] = [];
  const problems: InventoryProblem[] = [];
  const lose = (line: number, message: string) => problems.push({ line, message, isLost: true });
  const note = (line: number, message: string) => problems.push({ line, message, isLost: false });
  if (header?.fault) lose(header.line, faultInWords(header.fault));
  if (!header || header.fault) return { devices, secrets, problems };

  const columns = readColumns(header.cells, catalogues);
  const names = header.cells.filter((name) => name !== "");
  if (columns.unknown.length === names.length) {
    lose(header.line, l10n.t("The first row has no known column, such as `mac` or `model`."));
    return { devices, secrets, problems };
  }
  if (columns.unknown.length > 0)
    note(header.line, l10n.t("Unknown columns are ignored: {0}.", columns.unknown.join(", ")));
  const used = catalogues.flatMap(({ names }) => Object.values(names.inventory?.secrets ?? {}));
  const kept = names.filter(
    (name) => isParameterColumn(name, catalogues) && isSecret(name, catalogues) && !used.includes(name),
  );
  if (kept.length > 0)
    note(header.line, l10n.t("Columns with secrets that no rule uses are skipped: {0}.", kept.join(", ")));

  const ids = new Set(known.ids);
  const macs = new Set(known.macs);
  for (const { line, cells, fault } of list) {
    if (fault) {
      lose(line, faultInWords(fault));
      continue;
    }
    if (devices.length === maxDevices) {
      lose(line, l10n.t("The list has more than {0} devices. The remaining rows are skipped.", maxDevices));
      break;
    }
    let filled = cells.length;
    while (filled > 0 && cells[filled - 1] === "") filled--;
    if (filled > header.cells.length) {
      lose(line, l10n.t("The row has {0} cells, but the first row has {1} columns.", filled, header.cells.length));
      continue;
    }
    const identified = identify(columns, cells);
    if (!identified) {
      lose(line, l10n.t("The row does not identify a device."));
      continue;
    }
    const mac = macDigits(identified.mac);
    if (identified.mac !== undefined && mac === undefined) {
      lose(line, l10n.t("A MAC address must have 12 hexadecimal digits."));
      continue;
    }
    if (mac !== undefined && macs.has(mac)) {
      lose(line, l10n.t("A device with this MAC address already exists."));
      continue;
    }
    if (ids.has(identified.id)) {
      lose(line, l10n.t("A device with this id already exists."));
      continue;
    }
    if (identified.family !== undefined && !isFamily(identified.family, catalogues))
      note(line, l10n.t("Unknown family. It is skipped."));
    ids.add(identified.id);
    if (mac !== undefined) macs.add(mac);
    devices.push(written(identified, catalogues, secrets));
  }
  return { devices, secrets, problems: problems.sort((a, b) => a.line - b.line) };
}

/** No cell contains it. */
const nameless = "\n";

/** Undefined for a row that names nothing a phone is known by. */
function identify({ deviceOf }: InventoryColumns, cells: readonly string[]): Device | undefined {
  const device = deviceOf(cells, nameless);
  const { mac, serial, label, ip, model, pn, psn } = device;
  const own = device.id === nameless || device.id === mac ? undefined : device.id;
  const id = own ?? macDigits(mac) ?? mac ?? serial ?? label ?? ip ?? model ?? pn ?? psn;
  return id === undefined ? undefined : { ...device, id };
}

function written(
  device: Device,
  catalogues: readonly Catalogue[],
  secrets: { name: string; value: string }[],
): WrittenDevice {
  const { id, family, settings, secrets: own, mobility, ...rest } = device;
  const keep = (name: string, value: string) => {
    secrets.push({ name: `${id}.${name}`, value });
    return { stored: `${id}.${name}` };
  };
  const open = Object.entries(settings ?? {}).filter(([name]) => !isSecret(name, catalogues));
  const { password, ...login } = mobility ?? {};
  return {
    id,
    ...(family !== undefined && isFamily(family, catalogues) && { family }),
    ...rest,
    ...(open.length > 0 && { settings: Object.fromEntries(open) }),
    ...(own && { secrets: Object.fromEntries(Object.entries(own).map(([name, value]) => [name, keep(name, value)])) }),
    ...(mobility && {
      mobility: { ...login, ...(password !== undefined && { password: keep(passwordField, password) }) },
    }),
  };
}

function rowsOf(text: string): readonly Row[] {
  const reader = new RowReader();
  const rows: Row[] = [];
  const take: TakeRow = (cells, line, fault) => rows.push({ line, cells, ...(fault && { fault }) });
  reader.read(text, take);
  reader.finish(take);
  return rows;
}

/** Some parameters contain what rules compare; any other name that sounds like a secret is one. */
function isSecret(name: string, catalogues: readonly Catalogue[]): boolean {
  if (catalogues.some(({ names }) => names.inventory?.parameters?.includes(name))) return false;
  return isSecretName(name) || catalogues.some((catalogue) => isKeptSecret(name, catalogue));
}

function isFamily(id: string, catalogues: readonly Catalogue[]): boolean {
  return catalogues.some((catalogue) => catalogue.family(id) !== undefined);
}
