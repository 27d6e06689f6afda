import { completeDevice, type Device } from "../../../devices/device";
import { type DeviceReport, reported } from "../../../preview/report";
import type { Catalogue } from "../../../schema/catalogue";
import { familyTraits } from "../../../schema/effectiveParameter";
import { hidden } from "../../../secrets/mask";
import { macroValues } from "../devices/macroValues";
import { parameterOfMacro } from "../rules/secretPlaces";
import { type ProfileValues, runDevice } from "./deviceRun";
import { ruleReports } from "./ruleReport";
import { exactShowing, maskedShowing } from "./secretsShown";
import { timeline } from "./timeline";
import { upgradeVerdict } from "./upgradeVerdict";

// Everything that a profile makes one phone do, as plain data. Masked unless all is asked for.

export function deviceReport(
  given: Device,
  profile: ProfileValues,
  catalogue: Catalogue,
  view: "masked" | "exact" = "masked",
  registers?: ReadonlySet<string>,
): DeviceReport {
  const device = completeDevice(given, catalogue);
  const run = runDevice(device, profile);
  const showing = view === "exact" ? exactShowing : maskedShowing(run, registers);
  const shown = (text: string) => showing.text(text);
  const verdict = upgradeVerdict(device, profile, catalogue);
  const { macros, secrets = {} } = macroValues(device, run.inEffect);
  const { family, firmware } = device;
  return {
    device: reported(device),
    rules: ruleReports(run, showing, catalogue),
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
    timeline: timeline(familyTraits(family, catalogue), run.inEffect, undefined, firmware),
    messages: run.messages.map(({ parameter, source, expanded }) => ({
      parameter,
      typed: showing.typed(source.text, { start: 0, end: source.text.length }),
      expanded: shown(showing.typed(expanded.text, { start: 0, end: expanded.text.length })),
      span: source.source,
    })),
    macros: {
      ...Object.fromEntries(
        Object.entries(macros).map(([name, value]) => [name, showing.value(parameterOfMacro(name) ?? "", value)]),
      ),
      ...(view === "masked" && macros.MPWD && { MPWD: hidden }),
      ...Object.fromEntries(
        Object.entries(secrets).map(([name, value]) => [name, view === "exact" || value === "" ? value : hidden]),
      ),
    },
  };
}
