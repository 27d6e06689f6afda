import * as l10n from "@vscode/l10n";
import { type Device, identified } from "../../devices/device";
import type { Catalogue } from "../../schema/catalogue";
import { compareReleases, parseRelease } from "../../schema/firmware";
import { familyOf } from "../../schema/identity";
import type { GateManifest } from "./manifest";
import { type GateImage, type GateVerdict, gateVerdict } from "./verdict";

// The verdicts of many devices on the images of a manifest.

/** What a dialect knows of images and hardware. */
export interface Gate {
  /** The model that the name of an image is of. */
  modelOfFile(file: string): string | undefined;
  /** What an order number says of the hardware; only a hint, as the level itself is not public. */
  partInWords(part: string): string | undefined;
}

export interface GateRow extends GateVerdict {
  readonly id: string;
  readonly model?: string;
  readonly running?: string;
  readonly file: string;
  readonly version?: string;
  /** What to look at before the image is loaded. */
  readonly notes: readonly string[];
}

export interface GateOptions {
  readonly override: boolean;
  /** Lowest versions by model, before those of the manifest. */
  readonly minVersions: Readonly<Record<string, string>>;
}

/** One device and each image that may be for it; all of them when none is surely for it. */
export function gateRows(
  device: Device,
  manifest: GateManifest,
  { override, minVersions }: GateOptions,
  gate: Gate,
  catalogue: Catalogue,
): GateRow[] {
  const readVersion = (text: string) => parseRelease(text, catalogue);
  const model = identified(device, catalogue).model?.model ?? device.model;
  const minVersion =
    device.minFirmware ?? ofModel(minVersions, model, catalogue) ?? ofModel(manifest.minVersions, model, catalogue);
  const isForOther = (image: GateImage) => {
    const meant = modelOf(image, gate, catalogue);
    return meant !== undefined && model !== undefined && meant !== model;
  };
  const own = manifest.images.filter((image) => !isForOther(image));
  return (own.length > 0 ? own : manifest.images).map((image) => {
    const phone = {
      ...(device.hardwareLevel !== undefined && { hardwareLevel: device.hardwareLevel }),
      ...(minVersion !== undefined && { minVersion }),
      ...(device.firmware !== undefined && { running: device.firmware }),
    };
    const verdict = gateVerdict(image, phone, readVersion, override || manifest.override);
    return {
      id: device.id,
      ...(model !== undefined && { model }),
      ...(device.firmware !== undefined && { running: device.firmware }),
      file: image.file,
      ...(image.version !== undefined && { version: image.version }),
      ...verdict,
      notes: [...notesOf(device, image, verdict, isForOther(image), gate, catalogue)],
    };
  });
}

function* notesOf(
  { firmware, partNumber, hardwareLevel }: Device,
  image: GateImage,
  { verdict, because, rule }: GateVerdict,
  isForOther: boolean,
  gate: Gate,
  catalogue: Catalogue,
): Generator<string> {
  if (isForOther)
    yield l10n.t("The image is for {0}. Check that it is the right file.", modelOf(image, gate, catalogue) ?? "");
  if (because === "override") yield l10n.t("Override skips the check that protects the phone from the wrong software.");
  const part = partNumber === undefined ? undefined : gate.partInWords(partNumber);
  if (part !== undefined && rule === 1 && hardwareLevel === undefined) yield part;
  const [own, next] = [firmware, image.version].map((text) =>
    text === undefined ? undefined : parseRelease(text, catalogue),
  );
  if (!own || !next || verdict !== "accept") return;
  const order = compareReleases(next, own);
  if (order === 0) yield l10n.t("The phone already runs this version.");
  else if (order < 0) yield l10n.t("The version is older than the one that the phone runs.");
}

function modelOf({ product, file }: GateImage, gate: Gate, catalogue: Catalogue): string | undefined {
  if (product === undefined) return gate.modelOfFile(file);
  return familyOf({ model: product }, catalogue)?.model?.model;
}

/** A table may have models as people write them. */
function ofModel(
  table: Readonly<Record<string, string>>,
  model: string | undefined,
  catalogue: Catalogue,
): string | undefined {
  if (model === undefined) return undefined;
  const found = Object.keys(table).find(
    (name) => name === model || familyOf({ model: name }, catalogue)?.model?.model === model,
  );
  return found === undefined ? undefined : table[found];
}

export type GateCounts = Readonly<Record<GateVerdict["verdict"] | "override", number>>;

export function countVerdicts(rows: readonly GateRow[]): GateCounts {
  const count = (test: (row: GateRow) => boolean) => rows.filter(test).length;
  return {
    accept: count(({ verdict }) => verdict === "accept"),
    reject: count(({ verdict }) => verdict === "reject"),
    unknown: count(({ verdict }) => verdict === "unknown"),
    override: count(({ because }) => because === "override"),
  };
}
