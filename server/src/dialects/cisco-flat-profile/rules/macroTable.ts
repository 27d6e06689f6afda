import * as l10n from "@vscode/l10n";

// Macros of specification section 3.3.

interface MacroFacts {
  readonly name: string;
  readonly meaning: () => string;
  /** Valid inside `[ … ]` only. */
  readonly secret?: boolean;
}

const fixed: readonly MacroFacts[] = [
  { name: "MA", meaning: () => l10n.t("MAC address, 12 lower-case hex digits") },
  { name: "MAU", meaning: () => l10n.t("MAC address, 12 upper-case hex digits") },
  { name: "MAC", meaning: () => l10n.t("MAC address, lower case with colons") },
  { name: "PN", meaning: () => l10n.t("product name, such as CP-8841-3PCC") },
  { name: "PSN", meaning: () => l10n.t("product series number, such as 8841-3PCC") },
  { name: "SN", meaning: () => l10n.t("serial number") },
  { name: "CCERT", meaning: () => l10n.t("client certificate: Installed or Not Installed") },
  { name: "IP", meaning: () => l10n.t("IP address in the local network") },
  { name: "EXTIP", meaning: () => l10n.t("public IP address") },
  { name: "SWVER", meaning: () => l10n.t("running firmware") },
  { name: "HWVER", meaning: () => l10n.t("hardware version") },
  {
    name: "PRVST",
    meaning: () => l10n.t("reason for the resync: -1 explicit request, 0 power-up, 1 periodic, 2 retry after failure"),
  },
  { name: "UPGST", meaning: () => l10n.t("upgrade state: 1 first attempt, 2 retry") },
  { name: "UPGERR", meaning: () => l10n.t("result of the previous upgrade") },
  { name: "PRVTMR", meaning: () => l10n.t("seconds since the last resync attempt") },
  { name: "UPGTMR", meaning: () => l10n.t("seconds since the last upgrade attempt") },
  { name: "REGTMR1", meaning: () => l10n.t("seconds since line 1 lost its registration; 0 while registered") },
  { name: "REGTMR2", meaning: () => l10n.t("seconds since line 2 lost its registration; 0 while registered") },
  { name: "UPGCOND", meaning: () => l10n.t("old name, always true") },
  { name: "SCHEME", meaning: () => l10n.t("scheme of the current URL") },
  { name: "METH", meaning: () => l10n.t("old name of SCHEME") },
  { name: "SERV", meaning: () => l10n.t("server of the current URL") },
  { name: "SERVIP", meaning: () => l10n.t("IP address of the server") },
  { name: "PORT", meaning: () => l10n.t("port of the current URL") },
  { name: "PATH", meaning: () => l10n.t("path of the current URL") },
  { name: "ERR", meaning: () => l10n.t("result message") },
  { name: "ISCUST", meaning: () => l10n.t("1 if the phone is customized, otherwise 0") },
  { name: "EMS", meaning: () => l10n.t("extension mobility: mobile when logged in") },
  { name: "MUID", meaning: () => l10n.t("extension mobility user") },
  { name: "MPWD", meaning: () => l10n.t("extension mobility password") },
  { name: "PDOM", meaning: () => l10n.t("extension mobility domain, with @") },
  { name: "ORIGTYPE", meaning: () => l10n.t("origin of the phone: orig_ent, orig_mpp, none") },
  { name: "AUTHSTATUS", meaning: () => l10n.t("authorization: classic, wxc, none") },
  { name: "MCASTADDR", meaning: () => l10n.t("multicast address") },
];

const letters = [..."ABCDEFGHIJKLMNOP"].map(
  (letter): MacroFacts => ({ name: letter, meaning: () => l10n.t("content of GPP_{0}", letter) }),
);
const secrets = ["SA", "SB", "SC", "SD"].map(
  (name): MacroFacts => ({ name, meaning: () => l10n.t("content of GPP_{0}; only inside [ … ]", name), secret: true }),
);

/** Macros of provisioning rules and log messages. */
export const macroTable: readonly MacroFacts[] = [...fixed, ...letters, ...secrets];

const byName = new Map(macroTable.map((macro) => [macro.name, macro]));

/** Names from other small languages, and the one that manuals print for "any macro"; harmless everywhere. */
const elsewhere = new Set([
  "MACRO",
  "PROXY",
  "USER",
  "NOTIFY",
  "REGISTER",
  "OPTIONS",
  "PING",
  "VALUE",
  "NAME",
  "VERSION",
  "INCOMINGNAME",
  "REMOTENUMBER",
  "SERIAL_NUMBER",
  "XML_User_Name",
]);

export function macroFacts(name: string): MacroFacts | undefined {
  if (/^UID\d{1,2}$/.test(name)) return { name, meaning: () => l10n.t("content of User_ID_{0}_", name.slice(3)) };
  return byName.get(name);
}

export function isKnownMacro(name: string): boolean {
  return (
    macroFacts(name) !== undefined || elsewhere.has(name) || /^(?:DISPLAYNAME|AUTHID|PROXY|UID|REGTMR)\d*$/.test(name)
  );
}

/** Known macros that a longer name begins with, the longest first: $MAconfig was meant as $(MA)config. */
export function prefixMacros(name: string): string[] {
  const found: string[] = [];
  for (let length = Math.min(name.length - 1, 20); length >= 2; length--)
    if (byName.has(name.slice(0, length))) found.push(name.slice(0, length));
  return found;
}
