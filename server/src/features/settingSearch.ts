import * as l10n from "@vscode/l10n";
import type { DialectService } from "../analysis/dialectService";
import { FileEdits } from "../analysis/fileEdits";
import { Snapshot } from "../analysis/snapshot";
import { anyValueFault } from "../analysis/valueFault";
import type { Setting } from "../profile/setting";
import { type NameShape, nameShape } from "../schema/nameShape";
import { applyEdits, inOrder } from "../text/edits";
import type { LinearPattern } from "../text/linearPattern";
import type { Edit } from "../text/span";
import { sameSettings } from "./sameSettings";

// Finds settings by parameter and value, in files of every dialect, and changes them as the dialect writes them.

/** What is looked for. */
export interface SettingSearch {
  /** As in policies: `Name_n_`, `section/Name`, `Name*`. */
  readonly parameter: string;
  /** Only where the value is this one. */
  readonly value?: string;
  /** Only where the value has this pattern. */
  readonly matches?: LinearPattern;
}

/** A setting, and where its segment starts in the file. */
export interface FoundSetting {
  readonly setting: Setting;
  readonly start: number;
}

const shapes = new WeakMap<DialectService, Map<string, NameShape | undefined>>();

function shapeOf(parameter: string, service: DialectService): NameShape | undefined {
  const known = shapes.get(service) ?? new Map<string, NameShape | undefined>();
  shapes.set(service, known);
  if (!known.has(parameter)) {
    if (known.size > 100) known.clear();
    known.set(parameter, nameShape(parameter, service.catalogue));
  }
  return known.get(parameter);
}

/** The settings of a file that are looked for, in file order. A name that the catalogue lacks is compared as it is. */
export function settingsFound(snapshot: Snapshot, { parameter, value, matches }: SettingSearch): FoundSetting[] {
  const { document, service } = snapshot;
  if (document.form === "foreign") return [];
  const shape = shapeOf(parameter, service);
  const at = parameter.lastIndexOf("/");
  const isNamed = ({ name, path }: Setting) =>
    shape ? shape.has(name, path) : name === parameter.slice(at + 1) && path === parameter.slice(0, Math.max(0, at));
  const names = new Map<string, boolean>();
  const found: FoundSetting[] = [];
  for (const [i, segment] of document.segments.entries())
    for (const setting of segment.settings) {
      if (setting.isStatus) continue;
      const key = `${setting.path}/${setting.name}`;
      const isWanted = names.get(key) ?? isNamed(setting);
      names.set(key, isWanted);
      if (!isWanted || (value !== undefined && setting.text !== value)) continue;
      if (matches && !matches.occursIn(setting.text)) continue;
      found.push({ setting, start: document.starts[i] ?? 0 });
    }
  return found;
}

/** What a change comes to in one file. */
export interface SettingChange {
  /** Settings with another value, with the edits for each; spans count from the file. */
  readonly changed: readonly { readonly found: FoundSetting; readonly edits: readonly Edit[] }[];
  /** Their values have placeholders of templates, and are left alone. */
  readonly templated: number;
  /** The file after all edits; undefined if nothing changes. */
  readonly after?: Snapshot;
  /** Why the file is not changed. */
  readonly fault?: string;
}

/** The edits that give what is found a value. The file is read again: every other setting must be as it was. */
export function settingChange(snapshot: Snapshot, search: SettingSearch, value: string): SettingChange {
  const all = settingsFound(snapshot, search);
  const plain = all.filter(({ setting }) => !setting.templated);
  const templated = all.length - plain.length;
  const { dialect, service, settings, bytes, neighbors } = snapshot;
  const fileEdits = new FileEdits(snapshot.source);
  const changed = plain
    .filter(({ setting }) => setting.text !== value)
    .map((found) => ({
      found,
      edits: dialect.write.setValue(found.setting, value).map((edit) => fileEdits.inFile(edit, found.start)),
    }));
  if (changed.length === 0) return { changed, templated };
  const text = applyEdits(snapshot.text, inOrder(changed.flatMap(({ edits }) => edits)));
  const after = new Snapshot(text, dialect.read(text, service.catalogue), service, settings, bytes, neighbors);
  const targets = new Set(changed.map(({ found }) => found.setting));
  const isKept = sameSettings(
    snapshot.document,
    after.document,
    (old, now) => old.name === now.name && old.path === now.path && now.text === (targets.has(old) ? value : old.text),
  );
  if (isKept) return { changed, templated, after };
  return {
    changed: [],
    templated,
    fault: l10n.t("The format cannot contain the value at this place. The file is not changed."),
  };
}

/** Why no phone of a system takes the value; undefined where one does, and for names that no catalogue has. */
export function faultOfValue(
  { parameter }: SettingSearch,
  value: string,
  services: readonly DialectService[],
): string | undefined {
  const faults = services.flatMap((service) => {
    const { example, path = "" } = shapeOf(parameter, service) ?? {};
    const known = example === undefined ? undefined : service.catalogue.find(example, path)?.parameter;
    if (!known || example === undefined || parameter.includes("*")) return [];
    return [known.secret || value === "" ? undefined : anyValueFault(service, example, value, path)];
  });
  return faults.includes(undefined) ? undefined : faults[0];
}
