import * as l10n from "@vscode/l10n";
import { type Device, identified } from "../../../devices/device";
import { isTaken, type UpgradeOutcome } from "../../../preview/report";
import type { Catalogue } from "../../../schema/catalogue";
import type { ReadParameter } from "../devices/macroValues";
import { bareName, fileIn, judgeForAll, judgeLoad, type LoadVerdict, loadVersion } from "../rules/firmwareLoad";
import { type RuleTarget, targetUrl } from "../rules/ruleTarget";
import { compareVersions, readVersion } from "../rules/version";
import { type ProfileValues, runDevice } from "./deviceRun";

// Would the load of the upgrade rule be taken, and what comes after it: specification sections 6.2, 6.4
// and 10. The rules are evaluated again with each new version until nothing changes any more.

interface UpgradeStep {
  readonly outcome: UpgradeOutcome;
  readonly reason: string;
  /** The firmware that runs at this step. */
  readonly running: string | undefined;
  /** File name of the load. */
  readonly load: string | undefined;
  readonly url: string | undefined;
}

export interface UpgradeVerdict {
  /** The first is what happens now; each later one is evaluated with the load of the one before. */
  readonly steps: readonly UpgradeStep[];
  /** The rule leads back to a version that ran before, or goes on without end. */
  readonly loops: boolean;
  /** What runs in the end; of a loop, what runs when it closes. */
  readonly firmware: string | undefined;
}

/** Limit on firmware files installed one after another. */
const maxSteps = 10;
/** What the upgrade rule comes to on a device. */
export interface UpgradeRuleResult {
  /** There is a rule that is not switched off. */
  readonly isSet: boolean;
  readonly isTaken: boolean;
  readonly target: RuleTarget | undefined;
  readonly inEffect: ReadParameter;
}

export function upgradeVerdict(device: Device, profile: ProfileValues, catalogue: Catalogue): UpgradeVerdict {
  return verdictBy(device, catalogue, (now) => {
    const { upgradeRule, inEffect } = runDevice(now, profile);
    const trace = upgradeRule?.trace;
    return {
      isSet: trace !== undefined && !trace.skipped,
      isTaken: trace?.taken !== undefined,
      target: upgradeRule?.target,
      inEffect,
    };
  });
}

export function verdictBy(
  device: Device,
  catalogue: Catalogue,
  evaluate: (device: Device) => UpgradeRuleResult,
): UpgradeVerdict {
  const steps: UpgradeStep[] = [];
  const seen = new Set([device.firmware]);
  let now = device;
  for (;;) {
    const step = upgradeStep(now, evaluate(now), catalogue, steps.at(-1)?.url);
    steps.push(step);
    if (!isTaken(step)) return { steps, loops: false, firmware: now.firmware };
    const firmware = firmwareOf(step.load ?? "", now);
    if (seen.has(firmware) || steps.length === maxSteps) return { steps, loops: true, firmware };
    seen.add(firmware);
    now = { ...now, firmware, upgrade: { ...now.upgrade, state: 1, error: "", seconds: 0 } };
  }
}

/** `lastUrl` is what the phone tried last, by the same rule. */
export function upgradeStep(
  device: Device,
  { isSet, isTaken: isChosen, target, inEffect }: UpgradeRuleResult,
  catalogue: Catalogue,
  lastUrl: string | undefined,
): UpgradeStep {
  const url = target && targetUrl(target);
  const load = target && loadIn(target.path);
  const answer = (outcome: UpgradeOutcome, reason: string): UpgradeStep => ({
    outcome,
    reason,
    running: device.firmware,
    load,
    url,
  });
  if (!isSet) return answer("no rule", l10n.t("There is no upgrade rule."));
  if (isNo(inEffect("Upgrade_Enable"))) return answer("switched off", l10n.t("Upgrade_Enable is No."));
  if (!isChosen) return answer("nothing chosen", l10n.t("No alternative of the rule applies."));
  if (!target) return answer("unusable address", l10n.t("The upgrade rule needs a URL with a server and a file."));
  if (!load) return answer("no firmware", l10n.t("The URL has no file name."));
  const judgement = loadFor(load, device, catalogue);
  if (judgement.is === "no firmware")
    return answer("no firmware", l10n.t("A file that ends in {0} is not firmware.", judgement.ending));
  if (judgement.is === "other phone")
    return answer(
      "other phone",
      judgement.mark.startsWith(".")
        ? l10n.t("Files that end in {0} are firmware for other phones.", judgement.mark)
        : l10n.t("Firmware files that begin with {0} are for other phones.", judgement.mark),
    );
  const verdict = judged(load, device, inEffect, answer);
  if (url !== lastUrl || !isTaken(verdict)) return verdict;
  return answer("same address", l10n.t("The phone has already tried this URL. It tries again when the rule changes."));
}

function judged(
  load: string,
  device: Device,
  inEffect: ReadParameter,
  answer: (outcome: UpgradeOutcome, reason: string) => UpgradeStep,
): UpgradeStep {
  const next = loadVersion(load)?.version;
  const running = device.firmware === undefined ? undefined : readVersion(device.firmware);
  if (!next) return answer("load taken", l10n.t("The name of the firmware file contains no version."));
  const limit = readVersion(inEffect("Downgrade_Rev_Limit")?.trim() ?? "");
  if (limit && compareVersions(next, limit) === -1)
    return answer("below limit", l10n.t("The firmware is older than Downgrade_Rev_Limit."));
  const order = running && compareVersions(next, running);
  if (order === undefined)
    return answer("load taken", l10n.t("The running version cannot be compared with the firmware."));
  if (order === 0) return answer("already running", l10n.t("The phone already runs this firmware."));
  return order > 0
    ? answer("upgrade", l10n.t("The firmware is newer than the running version."))
    : answer(
        "downgrade",
        l10n.t("The firmware is older than the running version, and no limit prevents the downgrade."),
      );
}

/** A script that is asked may answer with a load. */
function loadIn(path: string): string | undefined {
  return fileIn(path) || /\?.*/.exec(path)?.[0];
}

/** What `$SWVER` is once the load runs: adapters leave its prefix out. */
export function firmwareOf(load: string, { firmware, family }: Device): string {
  const running = loadVersion(load)?.running ?? bareName(load);
  const isBare = firmware === undefined ? family === "ata19x" : /^\d/.test(firmware);
  return isBare ? running.replace(/^[A-Za-z][\w-]*\./, "") : running;
}

/** Verdicts by phone and load, for lists of many phones. */
const verdicts = new WeakMap<Catalogue, Map<string, LoadVerdict>>();

function loadFor(load: string, device: Device, catalogue: Catalogue): LoadVerdict {
  let known = verdicts.get(catalogue);
  if (!known) {
    known = new Map();
    verdicts.set(catalogue, known);
  }
  const key = `${device.family}\n${device.model}\n${device.pn}\n${load}`;
  let verdict = known.get(key);
  if (!verdict) {
    const { family, model } = identified(device, catalogue);
    verdict = family ? judgeLoad(load, { family, model }, catalogue) : judgeForAll(load, catalogue);
    if (known.size >= 1000) known.clear();
    known.set(key, verdict);
  }
  return verdict;
}

export function isNo(value: string | undefined): boolean {
  return value !== undefined && /^(?:no|0|false)$/i.test(value.trim());
}
