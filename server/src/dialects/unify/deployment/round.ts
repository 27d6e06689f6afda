import { type Answer, type Request, type SiteFile, type Target, urlOf } from "../../../deployment/exchange";
import { applyFile } from "../../../deployment/fold";
import type { Occasion, PhoneState, Round, Step, StepReason } from "../../../deployment/phone";
import { stepOf, stepWithoutFile } from "../../../deployment/step";
import { macDigits } from "../../../devices/device";
import { fileRequests } from "../requests";
import type { ItemFile } from "./itemFile";
import { serverOf, targetOf } from "./server";

// One start of a phone with a server of files: it asks for its own file, and after a 404 for the default one. What it does
// with other answers, and when it asks again, is not documented.

/** The step of a request: DHCP says where to ask, no item does. */
const rule = "DHCP";

export function* round(
  state: PhoneState,
  { keepsHistory, number }: Occasion,
  read: (file: SiteFile) => ItemFile,
): Generator<Request, Round, Answer> {
  const server = serverOf(state);
  if (server.kind === "unknown")
    return undecided(state, [stepOf(rule, "undecided", { reason: "unknown value", unknown: server.names })]);
  // Whether there is a file of its own is not known then.
  if (macDigits(state.device.mac) === undefined)
    return undecided(state, [stepOf(rule, "undecided", { reason: "unknown value", unknown: ["MAC"] })]);
  const tried: Step[] = [];
  for (const { url } of fileRequests(server.url, state.device.mac)) {
    const target = targetOf(url);
    if (!target) return failed(state, [...tried, stepOf(rule, "C", { urls: [url], reason: "unusable address" })]);
    const answer: Answer = yield request(target);
    const urls = [urlOf(target)];
    if (answer.kind !== "file") {
      const step = stepWithoutFile(rule, answer, { urls });
      if (step.class === "undecided") return undecided(state, [...tried, step]);
      const isMissing = answer.kind === "status" && answer.status === 404;
      if (!isMissing) return failed(state, [...tried, step]);
      tried.push(step);
      continue;
    }
    const file = read(answer.file);
    const known = { urls, file: answer.file.name, layers: answer.file.layers };
    const missing = tried.map((step) => ({ ...step, isForgiven: true }));
    const open = (reason: StepReason) =>
      undecided(state, [...missing, stepOf(rule, "undecided", { ...known, reason })]);
    if (file.isTemplate) return open("template");
    if (!file.hasItems) return open("not a profile");
    const { recipe } = file;
    const origin = keepsHistory ? { rule, url: urls[0] ?? "", round: number } : undefined;
    const { settings, counts } = applyFile(state.settings, recipe, state.pinned, origin);
    const isDone = file.otherActions.length === 0;
    const step = stepOf(rule, isDone ? "A" : "undecided", {
      ...{ ...known, ...counts, applied: recipe, ignored: recipe.ignored },
      ...(!isDone && { reason: "unknown value" as const, unknown: file.otherActions }),
    });
    return {
      state: { ...state, settings, failures: 0, successes: state.successes + 1 },
      steps: [...missing, step],
      isUndecided: !isDone,
      consulted,
    };
  }
  return failed(state, tried);
}

const consulted: ReadonlySet<string> = new Set();

function request(target: Target): Request {
  return { step: rule, purpose: "settings", method: "GET", target, decryption: {} };
}

function failed(state: PhoneState, steps: readonly Step[]): Round {
  const last = steps.at(-1);
  return {
    state: { ...state, failures: state.failures + 1 },
    steps: steps.map((step, i) => (i < steps.length - 1 ? { ...step, isForgiven: true } : step)),
    ...(last && { failed: last }),
    isUndecided: false,
    consulted,
  };
}

function undecided(state: PhoneState, steps: readonly Step[]): Round {
  return { state, steps, isUndecided: true, consulted };
}
