import * as l10n from "@vscode/l10n";
import type { Catalogue } from "../schema/catalogue";
import type { FleetOutcome, OutcomeNames } from "./fleetWords";
import type { PreviewFleet } from "./preview";
import type { FleetAnswer, UpgradeOutcome } from "./report";

export function outcomeNames({ roles }: Pick<Catalogue, "roles">): OutcomeNames {
  return {
    rule: roles["firmware-rule"]?.[0] ?? l10n.t("the upgrade rule"),
    limit: roles["firmware-limit"]?.[0] ?? l10n.t("the limit"),
  };
}

const bad: ReadonlySet<UpgradeOutcome> = new Set(["other phone", "no firmware", "unusable address"]);
/** Beginnings of addresses that are remembered. */
const maxKnown = 1000;

/** The step of an upgrade that decides what is said of it. */
export function decisiveStep({ steps }: FleetAnswer["upgrade"]): FleetAnswer["upgrade"]["steps"][number] | undefined {
  return steps.find(({ outcome }) => bad.has(outcome)) ?? steps[0];
}

/** Which outcomes the answers for one file have. */
export class FleetOutcomes {
  readonly #known = new Map<string, boolean>();

  constructor(
    readonly fleet: Pick<PreviewFleet, "isUsable" | "hasRule">,
    readonly catalogue: Pick<Catalogue, "hasRole">,
  ) {}

  /** Rows that are invalid are not known here. */
  of({ device, rules, upgrade }: FleetAnswer): FleetOutcome[] {
    const found: FleetOutcome[] = [];
    let isAsked = false;
    let isTaken = false;
    for (const { parameter, taken, url } of rules) {
      if (!this.catalogue.hasRole(parameter, "profile-rule")) continue;
      if (taken > 0) {
        isTaken = true;
        if (url !== "" && !this.#isUsable(url)) found.push(`url ${parameter}`);
      } else if (!isAsked) isAsked = this.fleet.hasRule(device, parameter);
    }
    if (isAsked && !isTaken) found.push("no profile");
    const outcome = upgrade.loops ? "loop" : decisiveStep(upgrade)?.outcome;
    if (outcome) found.push(outcome);
    return found;
  }

  /** The path varies from phone to phone and decides nothing. */
  #isUsable(url: string): boolean {
    const scheme = url.indexOf("://");
    const slash = scheme < 0 ? -1 : url.indexOf("/", scheme + 3);
    const head = slash < 0 ? url : url.slice(0, slash + 1);
    let isUsable = this.#known.get(head);
    if (isUsable === undefined) {
      // What DHCP has not named is shown as `?`.
      isUsable = this.fleet.isUsable(head.replace("://?", "://h"));
      if (this.#known.size >= maxKnown) this.#known.clear();
      this.#known.set(head, isUsable);
    }
    return isUsable;
  }
}
