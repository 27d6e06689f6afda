import * as l10n from "@vscode/l10n";
import { type Device, identified, macDigits } from "../../../devices/device";
import type { ScriptReport } from "../../../preview/report";
import type { Neighbors } from "../../../profile/neighbors";
import type { ProfileDocument } from "../../../profile/profileDocument";
import type { Catalogue } from "../../../schema/catalogue";
import { compareReleases, parseRelease } from "../../../schema/firmware";
import type { FileRequest } from "../../../schema/model";
import { readLoad } from "../load";

type Asked = ScriptReport["files"][number];

export interface Requests {
  readonly files: readonly Asked[];
  /** The phone reads the file that is looked at; also where its name is not one that phones ask for. */
  readonly readsOwn: boolean;
}

interface Source {
  readonly document: ProfileDocument;
  readonly catalogue: Catalogue;
  readonly neighbors?: Neighbors | undefined;
}

/** The files that a phone asks for, in order, and what the folder has of them. */
export function requestsOf({ document, catalogue, neighbors }: Source, device: Device): Requests {
  const { family } = identified(device, catalogue);
  const list = catalogue.generation(family?.generation)?.requests ?? [];
  const mac = macDigits(device.mac)?.toUpperCase() ?? "<MAC>";
  const nameOf = (file: string) => file.replace("{MAC}", mac);
  const protocol = protocolOf(document, device, catalogue);
  const own = neighbors?.own ?? "";
  const has = (file: string) => neighbors?.names.includes(nameOf(file)) ?? false;
  const files: Asked[] = [];
  let isRefused = false;
  for (const request of list) {
    if (request.protocol !== undefined && protocol !== undefined && request.protocol !== protocol) continue;
    const name = nameOf(request.file);
    const why = whyNot(request, device, catalogue, has, nameOf);
    if (why !== undefined && name === own) isRefused = true;
    if (why !== undefined) files.push({ name, answer: "missing", note: why });
    else if (name === own) files.push({ name, answer: "start", note: l10n.t("is this file") });
    else if (has(request.file)) files.push({ name, answer: "file", note: l10n.t("is in the folder") });
    else files.push({ name, answer: "missing", note: missingWords(request) });
  }
  const isAsked = files.some(({ answer }) => answer === "start");
  // Templates and copies have other names.
  if (!isAsked && !isRefused) files.unshift({ name: own, answer: "start" });
  return { files, readsOwn: !isRefused };
}

/** Why a phone does not ask for a file. */
function whyNot(
  { unless, before }: FileRequest,
  { firmware }: Device,
  catalogue: Catalogue,
  has: (file: string) => boolean,
  nameOf: (file: string) => string,
): string | undefined {
  if (unless !== undefined && has(unless))
    return l10n.t("is not asked for, because the server has {0}", nameOf(unless));
  const [running, last] = [firmware, before].map((text) =>
    text === undefined ? undefined : parseRelease(text, catalogue),
  );
  return running && last && compareReleases(running, last) >= 0
    ? l10n.t("is not asked for by firmware {0} and later", before ?? "")
    : undefined;
}

function missingWords({ what }: FileRequest): string {
  switch (what) {
    case "trust":
      return l10n.t("is not in the folder; the phone trusts no certificates of it");
    case "firmware":
      return l10n.t("is not in the folder; the phone keeps its firmware");
    default:
      return l10n.t("is not in the folder; the phone goes on with the next file");
  }
}

/** By the firmware that runs, else by the file. */
function protocolOf(document: ProfileDocument, { firmware }: Device, catalogue: Catalogue): string | undefined {
  const running = firmware === undefined ? undefined : readLoad(firmware, catalogue)?.protocol;
  return running ?? document.profiles[0]?.text("deviceProtocol")?.trim();
}
