import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  InsertTextFormat,
} from "vscode-languageserver-protocol";
import type { CursorContext } from "../dialects/dialect";
import type { Profile } from "../profile/profile";
import type { Catalogue } from "../schema/catalogue";
import { webLabel } from "../schema/elementName";
import type { DeviceChoice } from "../schema/model";
import { setpointOf } from "../schema/setpoint";
import { type OpenFile, rangeOf } from "./feature";

/** A name prepared once for a phone. */
interface Prepared {
  readonly name: string;
  readonly label: string;
  readonly place: string;
  readonly default: string;
}

const prepared = new WeakMap<Catalogue, Map<string, readonly Prepared[]>>();

/** Every element the phone has; those that this profile lacks come first. */
export function nameItems(
  file: OpenFile,
  context: Extract<CursorContext, { kind: "name" }>,
  offset: number,
): CompletionList | null {
  const { snapshot, lines, client } = file;
  if (context.path !== "") return null;
  const profile = snapshot.profileAt(offset);
  const range = rangeOf(context.replace, lines);
  const withAccess = profile ? usesAccess(profile) : false;
  const items: CompletionItem[] = [];
  for (const entry of namesFor(snapshot.catalogue, snapshot.device)) {
    const present = profile?.last(entry.name) !== undefined;
    const bracketed = `<${entry.name}`;
    items.push({
      label: entry.name,
      kind: CompletionItemKind.Field,
      labelDetails: { description: entry.place },
      sortText: `${present ? "1" : "0"}${entry.name}`,
      // Found by the element name and by the words of the web page.
      filterText:
        context.hasElement || snapshot.text[context.replace.start] === "<"
          ? `<${entry.name} ${entry.label}`
          : `${entry.name} ${entry.label}`,
      insertTextFormat: client.snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
      textEdit: { range, newText: context.hasElement ? bracketed : element(entry, withAccess, client.snippets) },
      data: entry.name,
    });
  }
  return { isIncomplete: false, items };
}

function element({ name, default: value }: Prepared, withAccess: boolean, snippets: boolean): string {
  const access = withAccess ? ' ua="na"' : "";
  if (!snippets) return `<${name}${access}></${name}>`;
  const encoded = value
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/[$}\\]/g, "\\$&");
  return `<${name}${access}>\${1:${encoded}}</${name}>$0`;
}

/** The neighbours say whether elements carry `ua` here. */
function usesAccess(profile: Profile): boolean {
  let seen = 0;
  for (const setting of profile.settings()) {
    if (setting.attribute("ua")) return true;
    if (++seen >= 5) break;
  }
  return false;
}

function namesFor(catalogue: Catalogue, device: DeviceChoice): readonly Prepared[] {
  let byFamily = prepared.get(catalogue);
  if (!byFamily) {
    byFamily = new Map();
    prepared.set(catalogue, byFamily);
  }
  const family = device.family ?? "";
  let names = byFamily.get(family);
  if (!names) {
    names = catalogue.concreteNames(device).flatMap((name) => prepare(name, catalogue, device) ?? []);
    byFamily.set(family, names);
  }
  return names;
}

function prepare(name: string, catalogue: Catalogue, device: DeviceChoice): Prepared | undefined {
  const found = catalogue.find(name);
  if (!found || found.parameter.readOnly) return undefined;
  const { parameter } = found;
  const place = [parameter.tab, parameter.section].filter((part) => part !== "").join(" > ");
  const value = parameter.secret ? "" : (setpointOf(found, name, device, catalogue).default ?? "");
  return { name, label: webLabel(parameter), place, default: value };
}
