import type { ProfileDocument } from "../profile/profileDocument";
import type { Catalogue } from "../schema/catalogue";

// What devices fetch by themselves, where the files of a dialect say when and from where.

/** The device, and what is known of the server. */
export interface UpdateQuestion {
  readonly mac?: string | undefined;
  readonly firmware?: string | undefined;
  /** Version of the software file on the server. */
  readonly offered?: string | undefined;
  /** Bytes of that file, and how many devices fetch it. */
  readonly firmwareBytes?: number | undefined;
  readonly devices?: number | undefined;
}

/** A file that a device asks for. All texts are sentences or phrases for people, without secrets. */
export interface UpdatedFile {
  readonly kind: "settings" | "firmware" | "auxiliary";
  readonly parameter: string;
  /** Where it is set; counts from the start of the file. */
  readonly at: number;
  readonly url: string;
  /** Updates by the clock ask for it too, not only a start. */
  readonly isRepeated: boolean;
  readonly newWhen: string;
  /** What happens when it is new. */
  readonly effect: string;
  readonly verdict: string;
  /** `older`: taken, although it is older than what runs. */
  readonly outcome: "unknown" | "left" | "taken" | "older";
}

export interface UpdateTrigger {
  readonly kind: "start" | "daily" | "period" | "message";
  /** What starts an update, in words. */
  readonly words: string;
  /** The parameter that turns it on, and where it is set. */
  readonly parameter?: string;
  readonly at?: number;
  /** Seconds: after midnight for a daily one, from one time to the next for a period. */
  readonly earliest?: number;
  readonly latest?: number;
}

export interface UpdateAnswer {
  readonly triggers: readonly UpdateTrigger[];
  /** What happens before the first file, in words. */
  readonly start: string;
  readonly files: readonly UpdatedFile[];
  readonly checksPerDay: number;
  readonly bytesPerDay: number | undefined;
  readonly warnings: readonly string[];
}

/** What becomes of one setting of a running device when a new file replaces its own. */
export type Fate = "changed" | "back to default" | "kept when absent" | "added" | "unknown" | "row lost" | "same";

export interface ReplacedSetting {
  readonly name: string;
  readonly fate: Fate;
  /** Values as they may be shown. */
  readonly before?: string;
  readonly after?: string;
  /** Where it is in the file of the running device and in the new one. */
  readonly beforeAt?: number;
  readonly afterAt?: number;
}

/** Updates that devices of a dialect make by themselves. */
export interface Updates {
  plan(document: ProfileDocument, catalogue: Catalogue, asked: UpdateQuestion): UpdateAnswer;
  /** What a new file takes from a running device, whose own export the other file is. */
  replace(running: ProfileDocument, fresh: ProfileDocument, catalogue: Catalogue): readonly ReplacedSetting[];
}
