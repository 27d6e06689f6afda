import type { Catalogue } from "../../../schema/catalogue";
import type { Span } from "../../../text/span";
import { completeDevice, type Device, macroValues } from "../devices/device";
import { hidden } from "../rules/secretPlaces";
import { type ProfileValues, runDevice } from "./deviceRun";
import { type RuleStory, ruleStories } from "./ruleStory";
import { exactShowing, maskedShowing } from "./secretsShown";
import { type Timeline, timeline } from "./timeline";
import { type UpgradeOutcome, upgradeVerdict } from "./upgradeVerdict";

// Everything that a profile makes one phone do, as plain data. Masked unless all is asked for.

export interface DeviceStory {
  readonly device: {
    readonly id: string;
    readonly label?: string;
    readonly family?: string;
    readonly model?: string;
    readonly firmware?: string;
  };
  /** Triggers, profile rules, upgrade rule and the others, in the order of the phone. */
  readonly rules: readonly RuleStory[];
  readonly upgrade: UpgradeStory;
  readonly timeline: Timeline;
  readonly messages: readonly MessageStory[];
  /** What each macro stands for after all assignments. */
  readonly macros: Readonly<Record<string, string>>;
}

export interface UpgradeStory {
  readonly steps: readonly {
    readonly outcome: UpgradeOutcome;
    readonly reason: string;
    readonly running?: string;
    readonly load?: string;
    readonly url?: string;
  }[];
  readonly loops: boolean;
  readonly firmware?: string;
}

export interface MessageStory {
  readonly parameter: string;
  readonly typed: string;
  readonly expanded: string;
  readonly span: Span;
}

export function deviceStory(
  given: Device,
  profile: ProfileValues,
  catalogue: Catalogue,
  view: "masked" | "exact" = "masked",
): DeviceStory {
  const device = completeDevice(given, catalogue);
  const run = runDevice(device, profile);
  const showing = view === "exact" ? exactShowing : maskedShowing(run);
  const shown = (text: string) => showing.value("", text);
  const verdict = upgradeVerdict(device, profile, catalogue);
  const { macros, secrets = {} } = macroValues(device, run.holds);
  const { id, label, family, model, firmware } = device;
  return {
    device: {
      id,
      ...(label !== undefined && { label }),
      ...(family !== undefined && { family }),
      ...(model !== undefined && { model }),
      ...(firmware !== undefined && { firmware }),
    },
    rules: ruleStories(run, showing, catalogue),
    upgrade: {
      steps: verdict.steps.map(({ outcome, reason, running, load, url }) => ({
        outcome,
        reason: shown(reason),
        ...(running !== undefined && { running: shown(running) }),
        ...(load !== undefined && { load: shown(load) }),
        ...(url !== undefined && { url: shown(url) }),
      })),
      loops: verdict.loops,
      ...(verdict.firmware !== undefined && { firmware: shown(verdict.firmware) }),
    },
    timeline: timeline(family, run.holds, undefined, firmware),
    messages: run.messages.map(({ parameter, source, expanded }) => ({
      parameter,
      typed: showing.typed(source.text, { start: 0, end: source.text.length }),
      expanded: shown(showing.typed(expanded.text, { start: 0, end: expanded.text.length })),
      span: source.source,
    })),
    macros: {
      ...Object.fromEntries(Object.entries(macros).map(([name, value]) => [name, shown(value)])),
      ...(view === "masked" && macros.MPWD && { MPWD: hidden }),
      ...Object.fromEntries(
        Object.entries(secrets).map(([name, value]) => [name, view === "exact" || value === "" ? value : hidden]),
      ),
    },
  };
}
