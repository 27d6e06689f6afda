import * as l10n from "@vscode/l10n";
import { compareReleases, type Release } from "../../schema/firmware";

// Whether a device takes an image of software. The device knows its own hardware level. When the header of the image
// has a hardware level, the two levels are compared; otherwise the version of the image is compared with the lowest one
// that is known to run on the device. Override takes the image either way. A device that does not take it returns to
// its original application, without a restart.

/** What a manifest says of one image. */
export interface GateImage {
  readonly file: string;
  /** The product that it is for. */
  readonly product?: string;
  readonly softwareType?: string;
  readonly version?: string;
  /** In the header; absent where the header has none. */
  readonly hardwareLevel?: number;
  /** Levels that the image runs on; without them only its own. */
  readonly supportedLevels?: readonly number[];
  /** Where neither the device nor its model has one. */
  readonly minVersion?: string;
  readonly override?: boolean;
}

/** What is known of a device. */
export interface GatePhone {
  readonly hardwareLevel?: number;
  /** The lowest version that is known to run on it. */
  readonly minVersion?: string;
  /** The version that runs. */
  readonly running?: string;
}

/** 1 compares levels, 2 compares versions. */
export type GateRule = 1 | 2;

export type GateReason = "compatible" | "incompatible" | "override" | "unknown";

export interface GateVerdict {
  readonly verdict: "accept" | "reject" | "unknown";
  /** Absent where the manifest does not say what the header has. */
  readonly rule?: GateRule;
  readonly because: GateReason;
  /** The comparison, and what is not known, in sentences. */
  readonly reason: string;
  /** What runs afterwards; absent where that is not known. */
  readonly after?: "new image" | "original application";
  /** Absent where that is not known. */
  readonly restarts?: boolean;
}

type Compared = Pick<GateVerdict, "because" | "reason" | "rule">;

export type ReadVersion = (text: string) => Release | undefined;

/** The verdict of a device on an image. `override` is that of the person who loads it. */
export function gateVerdict(
  image: GateImage,
  phone: GatePhone,
  readVersion: ReadVersion,
  override = false,
): GateVerdict {
  const compared = compare(image, phone, readVersion);
  if (compared.because === "compatible") return { verdict: "accept", ...compared, ...accepted };
  if (override || image.override)
    return {
      verdict: "accept",
      ...compared,
      because: "override",
      reason: `${compared.reason} ${l10n.t("Override takes the image all the same.")}`,
      ...accepted,
    };
  return compared.because === "incompatible"
    ? { verdict: "reject", ...compared, after: "original application", restarts: false }
    : { verdict: "unknown", ...compared };
}

const accepted = { after: "new image", restarts: true } as const;

function compare(image: GateImage, phone: GatePhone, readVersion: ReadVersion): Compared {
  const { hardwareLevel, supportedLevels, version } = image;
  if (hardwareLevel !== undefined || supportedLevels !== undefined)
    return { rule: 1, ...compareLevels(supportedLevels ?? [hardwareLevel ?? 0], phone.hardwareLevel) };
  if (version !== undefined)
    return { rule: 2, ...compareVersions(version, phone.minVersion ?? image.minVersion, readVersion) };
  return {
    because: "unknown",
    reason: l10n.t("The manifest has neither a hardware level nor a version of the image."),
  };
}

function compareLevels(levels: readonly number[], own: number | undefined): Compared {
  const listed = levels.join(", ");
  if (own === undefined)
    return {
      because: "unknown",
      reason: l10n.t("The image is for hardware level {0}. The level of the phone is not known.", listed),
    };
  return levels.includes(own)
    ? {
        because: "compatible",
        reason: l10n.t("The image is for hardware level {0}, and the phone has {1}.", listed, own),
      }
    : {
        because: "incompatible",
        reason: l10n.t("The image is for hardware level {0}, but the phone has {1}.", listed, own),
      };
}

/** Field by field, as numbers: 10 is more than 4. */
function compareVersions(version: string, least: string | undefined, readVersion: ReadVersion): Compared {
  if (least === undefined)
    return {
      because: "unknown",
      reason: l10n.t("The image has no hardware level. The lowest version for the phone is not known."),
    };
  const [own, limit] = [readVersion(version), readVersion(least)];
  if (!own || !limit)
    return {
      because: "unknown",
      reason: l10n.t("`{0}` is not a version that can be compared.", own ? least : version),
    };
  return compareReleases(own, limit) >= 0
    ? {
        because: "compatible",
        reason: l10n.t("The image has no hardware level. Its version {0} is not below {1}.", version, least),
      }
    : {
        because: "incompatible",
        reason: l10n.t("The image has no hardware level. Its version {0} is below {1}.", version, least),
      };
}
