import * as l10n from "@vscode/l10n";

/** What is known of a variable that conditions may test. */
export interface Variable {
  readonly name: string;
  describe(): string;
  /** Values that occur; undefined where they are free. */
  readonly values?: readonly string[];
}

// Sources: guides of the 1600, 9600, 96x1, B189 and J100 Series and of Vantage; the template of settings files of July
// 2022; upgrade files of the vendor. The vendor's own files test names that no guide lists, so any of these may be tested.

const models =
  "1603 1608 1616 9601 9608 9610 9611 9620 9621 9630 9640 9641 9650 9670 B189 J129 J139 J159 J169 J179 J189 H175 K155 K165 K175 aca aci acm acw".split(
    " ",
  );

/** Variables that phones have, for conditions, names of files and folders. */
export const variables: readonly Variable[] = [
  { name: "MODEL4", describe: () => l10n.t("First four characters of the model"), values: models },
  { name: "MODEL6", describe: () => l10n.t("First six characters of the model, on Vantage") },
  { name: "MODEL", describe: () => l10n.t("Model with its suffix") },
  { name: "GROUP", describe: () => l10n.t("Group of the phone, 0 to 999") },
  { name: "SIG", describe: () => l10n.t("Signaling: 1 is H.323, 2 is SIP"), values: ["0", "1", "2"] },
  { name: "SIG_IN_USE", describe: () => l10n.t("Signaling of the running software"), values: ["H323", "SIP"] },
  { name: "BOOTNAME", describe: () => l10n.t("Name of the running boot file") },
  { name: "APPNAME", describe: () => l10n.t("Name of the running application file") },
  { name: "APPNAME_IN_USE", describe: () => l10n.t("Version of the running software") },
  { name: "MACADDR", describe: () => l10n.t("MAC address of the phone") },
  { name: "MACADDR_UPPER", describe: () => l10n.t("MAC address of the phone in capitals") },
  { name: "SERIALNO", describe: () => l10n.t("Serial number of the phone") },
  { name: "SERIALNO_UPPER", describe: () => l10n.t("Serial number of the phone in capitals") },
  { name: "HWVERS", describe: () => l10n.t("Hardware version") },
  { name: "PHONECC", describe: () => l10n.t("Order code of the phone") },
  { name: "SHA2CAPABLE", describe: () => l10n.t("1 where files signed with SHA-2 are accepted"), values: ["0", "1"] },
  { name: "VPNACTIVE", describe: () => l10n.t("1 while the VPN tunnel is up"), values: ["0", "1"] },
  { name: "GEN", describe: () => l10n.t("Generation of the hardware, on Vantage") },
  { name: "IPADD", describe: () => l10n.t("IP address of the phone") },
  { name: "SUBNET", describe: () => l10n.t("Subnet of the phone") },
  { name: "VERSION_IN_USE", describe: () => l10n.t("Version of the running software") },
  { name: "JEM24_APPNAME", describe: () => l10n.t("Name of the running file of the key module") },
  { name: "RFSNAME", describe: () => l10n.t("Name of the running kernel and file system") },
];

const byName = new Map(variables.map((variable) => [variable.name, variable]));

export function variableOf(name: string): Variable | undefined {
  return byName.get(name.toUpperCase());
}
