import * as l10n from "@vscode/l10n";
import type { Catalogue } from "../../../schema/catalogue";
import type { FamilyId, GenerationId } from "../../../schema/model";

/** What is known of a variable that conditions may test. */
export interface Variable {
  readonly name: string;
  describe(): string;
  /** Values that occur; undefined where they are free. */
  readonly values?: readonly string[];
  /** Generations whose phones have it; undefined where all have it, or where no guide says which. */
  readonly of?: readonly GenerationId[];
}

// Sources: guides of the 1600, 9600, 96x1, B189 and J100 Series and of Vantage; the template of settings files of July
// 2022; upgrade files of the vendor. The vendor's own files test names that no guide lists, so any of these may be tested.

const models =
  "1603 1608 1616 9601 9608 9610 9611 9620 9621 9630 9640 9641 9650 9670 B189 J129 J139 J159 J169 J179 J189 H175 K155 K165 K175 aca aci acm acw".split(
    " ",
  );

const oldest = ["Avaya1600", "Avaya9600H323", "Avaya9600SIP"];
const older = ["Avaya9600H323", "Avaya9600SIP"];
const touch = ["Avaya96x1H323", "Avaya96x1SIP"];
const essential = ["AvayaJ100", "AvayaJ100H323"];
const vantage = ["AvayaVantage"];

/** Variables that phones have, for conditions, names of files and folders. */
export const variables: readonly Variable[] = [
  { name: "MODEL4", describe: () => l10n.t("First four characters of the model"), values: models },
  { name: "MODEL6", describe: () => l10n.t("First six characters of the model, on Vantage"), of: vantage },
  {
    name: "MODEL",
    describe: () => l10n.t("Model with its suffix"),
    of: [...older, ...touch, "AvayaB189", ...essential],
  },
  { name: "GROUP", describe: () => l10n.t("Group of the phone, 0 to 999") },
  { name: "SIG", describe: () => l10n.t("Signaling: 1 is H.323, 2 is SIP"), values: ["0", "1", "2"], of: oldest },
  {
    name: "SIG_IN_USE",
    describe: () => l10n.t("Signaling of the running software"),
    values: ["H323", "SIP"],
    of: [...touch, "AvayaB189", ...essential],
  },
  { name: "BOOTNAME", describe: () => l10n.t("Name of the running boot file"), of: oldest },
  { name: "APPNAME", describe: () => l10n.t("Name of the running application file"), of: oldest },
  { name: "APPNAME_IN_USE", describe: () => l10n.t("Version of the running software"), of: essential },
  { name: "MACADDR", describe: () => l10n.t("MAC address of the phone") },
  { name: "MACADDR_UPPER", describe: () => l10n.t("MAC address of the phone in capitals"), of: essential },
  { name: "SERIALNO", describe: () => l10n.t("Serial number of the phone"), of: [...touch, ...essential] },
  { name: "SERIALNO_UPPER", describe: () => l10n.t("Serial number of the phone in capitals"), of: essential },
  { name: "HWVERS", describe: () => l10n.t("Hardware version"), of: [...touch, ...essential] },
  { name: "PHONECC", describe: () => l10n.t("Order code of the phone"), of: ["Avaya1600"] },
  {
    name: "SHA2CAPABLE",
    describe: () => l10n.t("1 where files signed with SHA-2 are accepted"),
    values: ["0", "1"],
    of: older,
  },
  {
    name: "VPNACTIVE",
    describe: () => l10n.t("1 while the VPN tunnel is up"),
    values: ["0", "1"],
    of: ["Avaya9600H323", "Avaya96x1H323"],
  },
  { name: "GEN", describe: () => l10n.t("Generation of the hardware, on Vantage"), of: vantage },
  { name: "IPADD", describe: () => l10n.t("IP address of the phone"), of: vantage },
  { name: "SUBNET", describe: () => l10n.t("Subnet of the phone"), of: vantage },
  { name: "VERSION_IN_USE", describe: () => l10n.t("Version of the running software") },
  { name: "JEM24_APPNAME", describe: () => l10n.t("Name of the running file of the key module"), of: essential },
  { name: "RFSNAME", describe: () => l10n.t("Name of the running kernel and file system"), of: touch },
];

const byName = new Map(variables.map((variable) => [variable.name, variable]));

export function variableOf(name: string): Variable | undefined {
  return byName.get(name.toUpperCase());
}

/** Phones of one of the families have the variable, as far as the guides say. */
export function isOfAny(variable: Variable, families: readonly FamilyId[], catalogue: Catalogue): boolean {
  const { of } = variable;
  return !of || families.some((id) => of.includes(catalogue.family(id)?.generation ?? ""));
}
