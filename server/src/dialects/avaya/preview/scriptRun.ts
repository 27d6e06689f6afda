import { completeDevice, type Device } from "../../../devices/device";
import type { PreviewSource } from "../../../preview/preview";
import type { ProfileDocument } from "../../../profile/profileDocument";
import type { Setting } from "../../../profile/setting";
import { type Rounds, runUntilStable } from "../flow/firmware";
import { programOf, type Step } from "../flow/program";
import type { Attention, Outcome } from "../flow/run";
import type { Value } from "../flow/settings";
import { signalingOf } from "../software";
import { factsOf, runningOn } from "./phoneFacts";

export type Source = Pick<PreviewSource, "document" | "catalogue" | "neighbors">;

/** What one version of a file makes a device do, with the files of its folder. */
export class ScriptRun {
  readonly device: Device;
  readonly rounds: Rounds;
  /** The name of the file itself, where it is known. */
  readonly own: string;

  constructor(
    readonly source: Source,
    given: Device,
    attention?: Attention,
  ) {
    const { catalogue, document, neighbors } = source;
    this.device = completeDevice(given, catalogue);
    this.own = neighbors?.own ?? "";
    const site = { fetch: (name: string): ProfileDocument | undefined => neighbors?.read(name) };
    const facts = factsOf(this.device, catalogue, signalingOf(given, catalogue));
    this.rounds = runUntilStable(this.own, document, facts, site, runningOn(this.device), attention);
  }

  /** The first round: what happens with the software that runs now. */
  get outcome(): Outcome {
    return (this.rounds.rounds[0] as Rounds["rounds"][number]).outcome;
  }

  /** `0`: not reached, `1`: perhaps, `2`: surely; of the steps of the file itself. */
  get visits(): Uint8Array {
    return this.outcome.visits.get(this.source.document) ?? new Uint8Array();
  }

  /** Whether a setting of the file is in effect, and why not. */
  fateOf(setting: Setting): "skipped" | "perhaps" | "in effect" | "replaced" | undefined {
    const { steps } = programOf(this.source.document);
    const index = steps.findIndex(({ statement }) => "setting" in statement && statement.setting === setting);
    if (index < 0) return undefined;
    const visit = this.visits[index];
    if (visit === 0) return "skipped";
    const value = this.outcome.settings.get(setting.name);
    if (visit === 1 || value?.others) return "perhaps";
    for (let each = value; each; each = each.verb === "add" ? each.before : undefined)
      if (isFrom(each, steps[index] as Step)) return "in effect";
    return "replaced";
  }
}

function isFrom({ origin }: Value, { segment, statement }: Step): boolean {
  return origin.step.segment === segment && origin.step.statement === statement;
}
