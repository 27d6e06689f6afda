import * as l10n from "@vscode/l10n";
import { addressIn, plainAddress, type Tree } from "../deployment/site/tree";
import type { PlanReport } from "../impact/groups";
import type { ProfileDocument } from "../profile/profileDocument";
import type { Server } from "./requestFeature";
import { type SiteRemark, settingsByKey } from "./siteRemarks";

// A line that is deleted changes nothing on devices that have its value. Where a site has no list, that is said beside
// the deleted line.

export const leftBehindCode = "site/left-behind";

type Group = PlanReport["leftBehind"][number];

/** What devices keep of the lines that open files do not have any more, by file. */
export async function leftBehindRemarks(
  { leftBehind }: PlanReport,
  folder: string,
  old: Tree,
  server: Server,
): Promise<ReadonlyMap<string, readonly SiteRemark[]>> {
  const found = new Map<string, readonly SiteRemark[]>();
  if (leftBehind.length === 0) return found;
  const start = plainAddress(addressIn(folder, ""));
  for await (const { uri, snapshot } of server.openFiles()) {
    const address = plainAddress(uri);
    if (!address.startsWith(start)) continue;
    const before = await old.find("", address.slice(start.length));
    if (before.kind !== "file") continue;
    const text = server.decode(await old.read(before));
    const remarks = remarksOn(snapshot.dialect.read(text, snapshot.catalogue), snapshot.document, leftBehind);
    if (remarks.length > 0) found.set(uri, remarks);
  }
  return found;
}

function remarksOn(before: ProfileDocument, now: ProfileDocument, groups: readonly Group[]): readonly SiteRemark[] {
  const [old, kept] = [[...settingsByKey(before).keys()], settingsByKey(now)];
  return groups.flatMap((group): readonly SiteRemark[] => {
    const at = old.indexOf(group.name);
    const isOnlyAccess = group.access !== undefined && group.deployed === undefined && !group.secret;
    if (isOnlyAccess || at < 0 || kept.has(group.name)) return [];
    // The setting that was above it, or else the one below.
    const isThere = (name: string) => kept.has(name);
    const key = old.slice(0, at).reverse().find(isThere) ?? old.slice(at).find(isThere);
    if (key === undefined) return [];
    const of = kept.get(key)?.length ?? 0;
    return [{ code: leftBehindCode, severity: "info", key, which: of - 1, of, message: messageOf(group) }];
  });
}

function messageOf({ name, deployed, count, devices: [first = ""], clear }: Group): string {
  const sentences = [l10n.t("`{0}` was deleted near this line.", name)];
  const value = deployed === "" ? '""' : deployed && cut(deployed);
  if (value === undefined || value === null)
    sentences.push(
      count === 1 ? l10n.t("Phone {0} keeps its value.", first) : l10n.t("{0} phones keep their values.", count),
    );
  else
    sentences.push(
      count === 1 ? l10n.t("Phone {0} keeps `{1}`.", first, value) : l10n.t("{0} phones keep `{1}`.", count, value),
    );
  if (clear !== undefined) sentences.push(l10n.t("To clear it, write `{0}`.", clear));
  return sentences.join(" ");
}

/** Characters of a value that are shown; a dial plan has thousands. */
const maxShown = 80;

function cut(value: string): string {
  return value.length > maxShown ? `${value.slice(0, maxShown)}…` : value;
}
