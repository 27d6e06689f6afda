import * as l10n from "@vscode/l10n";
import { type Answer, type Request, type Target, urlOf, usualPort } from "../../../deployment/exchange";
import { applyFile } from "../../../deployment/fold";
import type { Occasion, PhoneState, Round, Step, UpgradeReport } from "../../../deployment/phone";
import type { DeviceSettings } from "../../../deployment/settings";
import { stepOf, stepWithoutFile } from "../../../deployment/step";
import type { Catalogue } from "../../../schema/catalogue";
import { urlFor } from "../update/plan";
import type { IniFile } from "./iniFile";

// One update of a device: its ini file, then its software. What a file leaves out goes back to the default, but for what
// keeps its value, and unless the file says that everything does.

export interface RoundHost {
  readonly catalogue: Catalogue;
  read(answer: Extract<Answer, { readonly kind: "file" }>["file"]): IniFile;
  inEffect(state: PhoneState, name: string): string | undefined;
}

interface Fetch {
  readonly step: Step;
  readonly file?: IniFile;
}

export function* runRound(state: PhoneState, occasion: Occasion, host: RoundHost): Generator<Request, Round, Answer> {
  const { roles } = host.catalogue;
  const consulted = new Set<string>();
  const steps: Step[] = [];
  let settings = state.settings;
  let isFirst = true;
  // A template is loaded first, so that the file of the device counts.
  for (const name of [...(roles["ini-template-url"] ?? []), ...(roles["ini-url"] ?? [])]) {
    consulted.add(name);
    const typed = roles["ini-url"]?.includes(name) ? state.rule : undefined;
    const url = typed ?? host.inEffect(state, name) ?? "";
    if (url === "") continue;
    const { step, file } = yield* fetchIni(name, url, state, host);
    if (!file) {
      steps.push(step);
      continue;
    }
    const base = isFirst && !file.keepsAbsent ? withKept(state, host.catalogue) : settings;
    isFirst = false;
    const origin = occasion.keepsHistory
      ? { rule: name, url: step.urls.at(-1) ?? "", round: occasion.number }
      : undefined;
    const { settings: after, counts } = applyFile(base, file.recipe, state.pinned, origin);
    settings = after;
    steps.push({ ...step, ...counts, applied: file.recipe });
  }
  const after = { ...state, settings };
  const upgrade = yield* askForSoftware(after, host, consulted);
  const failed = steps.find((step) => step.class === "B" || step.class === "C");
  return {
    state: {
      ...after,
      failures: failed ? state.failures + 1 : 0,
      successes: failed ? state.successes : state.successes + 1,
    },
    ...{ steps, consulted, isUndecided: steps.some((step) => step.class === "undecided") },
    ...(failed && { failed }),
    ...(upgrade && { upgrade }),
  };
}

/** Where a new file begins: with what the device has of its own, and with what it keeps. */
function withKept({ settings, begin = settings }: PhoneState, { roles }: Catalogue): DeviceSettings {
  const kept = (roles["kept-when-absent"] ?? []).flatMap((name) => {
    const current = settings.get(name);
    return current && current !== begin.get(name) ? [[name, current] as const] : [];
  });
  return kept.length === 0 ? begin : begin.with(kept);
}

function* fetchIni(
  name: string,
  typed: string,
  { device, settings }: PhoneState,
  host: RoundHost,
): Generator<Request, Fetch, Answer> {
  const setBy = settings.get(name)?.from;
  const more = setBy?.file === undefined ? {} : { setBy };
  const step = (of: Step["class"], facts: Partial<Step> = {}) => stepOf(name, of, { ...more, ...facts });
  if (settings.get(name)?.isUnknown) return { step: step("undecided", { reason: "unknown value", unknown: [name] }) };
  const url = urlFor(typed, device.mac);
  if (url.includes("<MAC>")) return { step: step("undecided", { reason: "unknown value", unknown: ["MAC"] }) };
  const target = targetOf(url);
  if (!target) return { step: step("C", { reason: "unusable address" }) };
  const answer: Answer = yield { step: name, purpose: "settings", method: "GET", target, decryption: {} };
  const urls = { urls: [urlOf(target)] };
  if (answer.kind !== "file") return { step: stepWithoutFile(name, answer, { ...more, ...urls }) };
  const file = host.read(answer.file);
  const known = { ...urls, file: answer.file.name, layers: answer.file.layers };
  if (!file.document.hasTemplate) return { step: step("A", known), file };
  return { step: step("undecided", { ...known, reason: "template" }) };
}

/** The software is downloaded before its version is looked at, and the name of its file does not say the version. */
function* askForSoftware(
  state: PhoneState,
  { catalogue, inEffect }: RoundHost,
  consulted: Set<string>,
): Generator<Request, UpgradeReport | undefined, Answer> {
  for (const name of catalogue.roles["firmware-url"] ?? []) {
    consulted.add(name);
    const target = targetOf(urlFor(inEffect(state, name) ?? "", state.device.mac));
    if (!target) continue;
    const answer: Answer = yield { step: name, purpose: "load", method: "GET", target, decryption: {} };
    const isMissing = answer.kind === "failed" || (answer.kind === "status" && answer.status !== 200);
    const { firmware } = state.device;
    return {
      outcome: "downloaded, taken when its version is another one",
      reason: l10n.t("The version is in the file. Ask `flat-profile updates` with the version that is offered."),
      ...{ load: target.path.replace(/^.*\//, ""), url: urlOf(target) },
      ...(firmware !== undefined && { running: firmware }),
      ...(isMissing && { isMissing }),
    };
  }
  return undefined;
}

const ports: Readonly<Record<string, number>> = { ftp: 21, ftps: 990, nfs: 2049 };

/** Undefined for a text that devices cannot fetch from. */
function targetOf(url: string): Target | undefined {
  const match = /^([a-z]+):\/\/(?:[^@/]*@)?(\[[^\]]*\]|[^/:?#]+)(?::(\d{1,5}))?(\/[^#]*)?$/i.exec(url.trim());
  if (!match) return undefined;
  const [, written = "", server, port, path = "/"] = match;
  const scheme = written.toLowerCase();
  const usual = usualPort(scheme) ?? (Object.hasOwn(ports, scheme) ? ports[scheme] : undefined);
  return usual === undefined ? undefined : { scheme, server, port: port === undefined ? usual : Number(port), path };
}
