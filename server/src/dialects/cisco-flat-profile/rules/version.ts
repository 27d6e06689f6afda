import type { GenerationId } from "../../../schema/model";

// Firmware versions of specification sections 4.4 and 10:
// MPP [prefix.]11-3-2MPP0001-609[.loads], SPA 7.5.5(b), PhoneOS PHONEOS.3-2-1-0104-37, ATA 11-1-0MPP-19.

export interface Version {
  readonly shape: "mpp" | "dotted" | "phoneos";
  /** Without the build, from left to right. */
  readonly parts: readonly string[];
  readonly build: number | undefined;
  /** The text in parentheses after a dotted version. */
  readonly suffix: string | undefined;
  readonly prefix: string | undefined;
}

const mpp =
  /^(?:([A-Za-z][\w-]*)\.)?(\d{1,4}(?:-\d{1,4})*)-(\d{1,4}[A-Za-z][A-Za-z0-9]*)(?:-(\d{1,6}))?(?:\.(?:loads|img))?$/;
const phoneOs = /^(PHONEOS(?:-\d+)?)[.-](\d{1,4})-(\d{1,4})-(\d{1,4})(?:-(\d{1,4}))?(?:-(\d{1,6}))?(?:\.loads)?$/i;
const dotted = /^(\d{1,4})\.(\d{1,4})(?:\.(\d{1,4}))?(?:\.(\d{1,4}))?([a-z]?)(?:\(([A-Za-z0-9]*)\))?$/;

export function readVersion(text: string): Version | undefined {
  const os = phoneOs.exec(text);
  if (os) {
    const parts = [os[2], os[3], os[4], os[5]].filter((part) => part !== undefined);
    return {
      shape: "phoneos",
      parts,
      build: os[6] === undefined ? undefined : Number(os[6]),
      suffix: undefined,
      prefix: os[1],
    };
  }
  const load = mpp.exec(text);
  if (load) {
    const parts = [...(load[2] ?? "").split("-"), load[3] ?? ""];
    return {
      shape: "mpp",
      parts,
      build: load[4] === undefined ? undefined : Number(load[4]),
      suffix: undefined,
      prefix: load[1],
    };
  }
  const old = dotted.exec(text);
  if (!old) return undefined;
  const parts = [old[1], old[2], old[3], old[4]].filter((part) => part !== undefined);
  return { shape: "dotted", parts, build: undefined, suffix: old[6] ?? (old[5] || undefined), prefix: undefined };
}

/**
 * A version that phones of a generation can have; undefined where the phone finds a format error. Dotted ones are of SPA
 * phones and the 8831, and none of them reached release 10: `11.0.0` is not a version anywhere.
 */
export function readOwnVersion(text: string, generation?: GenerationId): Version | undefined {
  const version = readVersion(text);
  if (version?.shape !== "dotted") return version;
  const isOld = generation === undefined || generation === "SPA" || generation === "8831";
  return isOld && Number(version.parts[0]) < 10 ? version : undefined;
}

/** -1, 0 or 1; undefined when the two shapes cannot be compared. The prefix does not count. */
export function compareVersions(a: Version, b: Version): -1 | 0 | 1 | undefined {
  if ((a.shape === "dotted") !== (b.shape === "dotted") || (a.shape === "phoneos") !== (b.shape === "phoneos"))
    return undefined;
  for (let i = 0; i < Math.max(a.parts.length, b.parts.length); i++) {
    const order = comparePart(a.parts[i] ?? "", b.parts[i] ?? "");
    if (order !== 0) return order;
  }
  if (a.shape === "dotted") return comparePart(a.suffix ?? "", b.suffix ?? "");
  // A version without a build matches every build.
  if (a.build === undefined || b.build === undefined) return 0;
  return sign(a.build - b.build);
}

/** Leading digits as a number, then the rest by letters. */
function comparePart(a: string, b: string): -1 | 0 | 1 {
  const number = (part: string) => Number(/^\d+/.exec(part)?.[0] ?? -1);
  const digits = sign(number(a) - number(b));
  return digits !== 0 ? digits : sign(compareText(a.replace(/^\d+/, ""), b.replace(/^\d+/, "")));
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function sign(n: number): -1 | 0 | 1 {
  return n < 0 ? -1 : n > 0 ? 1 : 0;
}
