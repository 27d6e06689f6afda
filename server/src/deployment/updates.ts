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
  readonly url: string;
  /** Updates by the clock ask for it too, not only a start. */
  readonly isRepeated: boolean;
  readonly newWhen: string;
  readonly verdict: string;
}

export interface UpdateAnswer {
  /** What starts an update, in words. */
  readonly triggers: readonly string[];
  /** What happens before the first file, in words. */
  readonly start: string;
  readonly files: readonly UpdatedFile[];
  readonly checksPerDay: number;
  readonly bytesPerDay: number | undefined;
  readonly warnings: readonly string[];
}

/** What becomes of one setting of a running device when a new file replaces its own. */
export interface ReplacedSetting {
  readonly name: string;
  readonly fate: "changed" | "back to default" | "kept when absent" | "added" | "unknown" | "row lost";
  /** Values as they may be shown. */
  readonly before?: string;
  readonly after?: string;
}

/** Updates that devices of a dialect make by themselves. */
export interface Updates {
  plan(document: ProfileDocument, catalogue: Catalogue, asked: UpdateQuestion): UpdateAnswer;
  /** What a new file takes from a running device, whose own export the other file is. */
  replace(running: ProfileDocument, fresh: ProfileDocument, catalogue: Catalogue): readonly ReplacedSetting[];
}
