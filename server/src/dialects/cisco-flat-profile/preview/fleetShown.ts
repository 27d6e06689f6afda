import { completeDevice, type Device } from "../../../devices/device";
import type { FleetAnswer } from "../../../preview/report";
import type { Catalogue } from "../../../schema/catalogue";
import { covered } from "../../../secrets/mask";
import { findMacros } from "../rules/macro";
import { isSecretMacro, secretPlaces, secretRegisters, withoutSecrets } from "../rules/secretPlaces";
import { evaluatedRules, type ProfileValues, runDevice } from "./deviceRun";
import { ruleReports } from "./ruleReport";
import { maskedShowing } from "./secretsShown";

// What may be shown of many phones. Most profiles keep their secrets in options; only where a secret
// can get into an address, the phone's run is looked at as a whole.

type FleetShowing = (answer: FleetAnswer) => FleetAnswer;

const none: ReadonlySet<string> = new Set();

/** `known` are parameters that the file uses as secrets. */
export function fleetShowing(profile: ProfileValues, catalogue: Catalogue, known = none): FleetShowing {
  const rules = evaluatedRules.flatMap(([parameter]) => profile(parameter)?.text ?? []);
  const mayReveal = putsSecretsElsewhere(rules, known);
  return (answer) => {
    const own = ownRules(answer.device);
    if (mayReveal || (own.length > 0 && putsSecretsElsewhere([...rules, ...own], known)))
      return maskedByRun(answer, profile, catalogue, known);
    return answer.rules.some(({ url }) => mayContainSecret(url)) ? maskedByText(answer) : answer;
  };
}

/** A secret, or a macro or text given as one, also occurs outside the places of secrets. */
function putsSecretsElsewhere(rules: readonly string[], known: ReadonlySet<string>): boolean {
  const registers = new Set([...known, ...secretRegisters(rules)]);
  const elsewhere = rules.map((text) => covered(text, { start: 0, end: text.length }, secretPlaces(text, registers)));
  const secrets = rules.flatMap((text) =>
    secretPlaces(text, registers)
      .filter(({ isUser }) => !isUser)
      .map(({ start, end }) => text.slice(start, end).replace(/^"|"$/g, "")),
  );
  const macros = new Set<string>();
  for (const secret of secrets) for (const { name } of findMacros(secret)) if (name !== "") macros.add(name);
  return elsewhere.some(
    (text) =>
      findMacros(text).some(({ name }) => macros.has(name) || isSecretMacro(name, registers)) ||
      secrets.some((secret) => secret !== "" && text.includes(secret)),
  );
}

function ownRules({ settings }: Device): readonly string[] {
  return settings ? evaluatedRules.flatMap(([parameter]) => settings[parameter] ?? []) : [];
}

/** From the text itself: a password before the host, a parameter of the query. */
function mayContainSecret(url: string): boolean {
  return /[@=]|%[34]/.test(url);
}

function maskedByText(answer: FleetAnswer): FleetAnswer {
  return masked(
    answer,
    answer.rules.map(({ url }) => withoutSecrets(url)),
    withoutSecrets,
  );
}

function maskedByRun(
  answer: FleetAnswer,
  profile: ProfileValues,
  catalogue: Catalogue,
  known: ReadonlySet<string>,
): FleetAnswer {
  const run = runDevice(completeDevice(answer.device, catalogue), profile);
  const showing = maskedShowing(run, known);
  const urls = ruleReports(run, showing, catalogue).map(
    ({ fetches, alternatives, taken }) => fetches ?? alternatives[taken - 1]?.url ?? "",
  );
  return masked(answer, urls, (text) => showing.text(text));
}

function masked(
  { device, rules, upgrade }: FleetAnswer,
  urls: readonly string[],
  shown: (text: string) => string,
): FleetAnswer {
  return {
    device,
    rules: rules.map((rule, i) => ({ ...rule, url: urls[i] ?? "" })),
    upgrade: {
      ...upgrade,
      steps: upgrade.steps.map((step) => ({
        ...step,
        load: step.load === undefined ? undefined : shown(step.load),
        url: step.url === undefined ? undefined : shown(step.url),
      })),
      firmware: upgrade.firmware === undefined ? undefined : shown(upgrade.firmware),
    },
  };
}
