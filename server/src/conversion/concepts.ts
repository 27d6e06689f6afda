import type { ProfileDocument } from "../profile/profileDocument";
import type { FileTone } from "./tones";

// What settings of any system say, in terms of none. A dialect reads its own settings into these and writes them again.

/** A moment of the year in local time or UTC. */
export interface DaylightMoment {
  /** 1 to 12. */
  readonly month: number;
  readonly day:
    | {
        readonly kind: "weekday" /** 0 Sunday to 6 Saturday */;
        readonly weekday: number;
        readonly ordinal: 1 | 2 | 3 | 4 | "last";
      }
    | { readonly kind: "date"; readonly date: number | "last" };
  /** After midnight. */
  readonly minutes: number;
  readonly isUtc: boolean;
}

export interface DaylightRule {
  readonly start: DaylightMoment;
  readonly end: DaylightMoment;
  readonly saveMinutes: number;
}

export interface SipServer {
  readonly host: string;
  readonly port: number | undefined;
  readonly transport: "tls" | "tcp" | "udp" | "auto";
}

/** Numbers that match and what becomes of them, with keys, `x`, classes, dots and substitutions. */
export interface PlanRule {
  readonly pattern: string;
  readonly barred: boolean;
  /** It has a substitution. */
  readonly changes: boolean;
  /** Seconds that the device waits for more keys after it; undefined: as long as usual. */
  readonly wait?: number;
}

export interface Concepts {
  /** Minutes east of Greenwich. */
  readonly "time.zone": number;
  readonly "time.daylight": DaylightRule;
  readonly "time.servers": readonly string[];
  /** Code points of differentiated services, 0 to 63. */
  readonly "qos.audio": number;
  readonly "qos.signaling": number;
  readonly "vlan.voice": number;
  readonly "syslog.server": string;
  readonly "sip.servers": readonly SipServer[];
  readonly "sip.user": string;
  /** Seconds. */
  readonly "sip.expires": number;
  readonly "rtp.ports": { readonly first: number; readonly last: number };
  readonly "voicemail.number": string;
  readonly "dial.plan": readonly PlanRule[];
  readonly tones: readonly FileTone[];
}

export type ConceptValues = { readonly [id in keyof Concepts]?: Concepts[id] };

/** Something that the other system does not get, and why. */
export interface Loss {
  /** The setting. */
  readonly name: string;
  readonly reason: string;
  /** What could be written instead. */
  readonly suggestion?: string;
}

export interface Taken {
  readonly values: ConceptValues;
  /** Settings that were understood, whether anything was lost or not. */
  readonly used: ReadonlySet<string>;
  readonly losses: readonly Loss[];
}

export interface Given {
  readonly settings: readonly (readonly [name: string, value: string])[];
  readonly losses: readonly Loss[];
}

/** How a dialect takes part in conversions. */
export interface Conversion {
  /** What settings say; those that are not understood stay unused. */
  read(settings: ReadonlyMap<string, string>, device?: { readonly firmware?: string | undefined }): Taken;
  /** What a file says beside its settings, or as a whole; undefined where it says nothing more. */
  readFile?(document: ProfileDocument): Taken | undefined;
  /** The settings that say the same; what cannot be said is a loss. */
  write(values: ConceptValues): Given;
}
