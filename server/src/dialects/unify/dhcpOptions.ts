import * as l10n from "@vscode/l10n";
import type { DecodedOption, DhcpOption, EncodedOption, OptionSetting } from "../../conversion/dhcpOption";
import { bytesOf, hexOf, numberOf, readCodes, textOf } from "../../conversion/optionBytes";
import { fileRequests } from "./requests";

// Option 43: 1 is the vendor, 2 the VLAN in four bytes, 3 the URL of the server. https is a server with files of items
// (DMS), sdlp one that speaks with phones (DLS). A phone has one of both, never two.

const vendor = "Siemens";
const [vendorCode, vlanCode, urlCode] = [1, 2, 3];

/** Settings of the option; files have an item for the VLAN alone. */
const vlan = "vlan-id";
const url = "url";

const maxVlan = 4095;
/** Bytes of an option. */
const maxLength = 255;

/** The servers that the bytes of the option name. */
export function serversIn(text: string): readonly string[] {
  return readCodes(text).values.flatMap(({ code, bytes }) => (code === urlCode ? textOf(bytes) || [] : []));
}

function decode(text: string): DecodedOption {
  const { values, problems: unread } = readCodes(text);
  const settings: OptionSetting[] = [];
  const problems: string[] = [];
  const facts: string[] = [];
  let isVendor = false;
  for (const { code, bytes } of values)
    if (code === vendorCode) {
      isVendor = textOf(bytes) === vendor;
      if (!isVendor) problems.push(l10n.t("Code 1 is not {0}. The phone ignores the option.", vendor));
      facts.push(l10n.t("Vendor: {0}", textOf(bytes) ?? hexOf(bytes)));
    } else if (code === vlanCode) {
      if (bytes.length !== 4) problems.push(l10n.t("The VLAN must have four bytes, not {0}.", bytes.length));
      settings.push({ name: vlan, value: String(numberOf(bytes)) });
    } else if (code === urlCode) {
      const server = textOf(bytes);
      if (server === undefined) problems.push(l10n.t("The URL of the server is not ASCII text."));
      else facts.push(serverInWords(server), ...requestsInWords(server));
    } else problems.push(l10n.t("Unknown code {0}. The phone ignores it.", code));
  problems.push(...unread, ...serverProblems(serversIn(text)));
  if (!isVendor && problems.length === 0) problems.push(l10n.t("Code 1 is missing. The phone ignores the option."));
  return { settings, problems, facts };
}

function serverInWords(server: string): string {
  if (/^sdlp:/i.test(server)) return l10n.t("Server (DLS): {0}", server);
  return /^https?:/i.test(server) ? l10n.t("Server (DMS): {0}", server) : l10n.t("Server: {0}", server);
}

/** What a phone asks a server with files for. */
function requestsInWords(server: string): readonly string[] {
  if (!/^https?:/i.test(server)) return [];
  const [own, other] = fileRequests(server, undefined);
  return [l10n.t("The phone asks for {0}, and after a 404 for {1}.", own?.url ?? "", other?.url ?? "")];
}

/** What is wrong with the servers that a phone is given. */
export function serverProblems(servers: readonly string[]): readonly string[] {
  const unknown = servers.filter((server) => !/^(?:https?|sdlp):\/\/[^/\s]/i.test(server));
  return [
    ...unknown.map((server) =>
      l10n.t("`{0}` is not the URL of a server. It begins with `https://` (DMS) or `sdlp://` (DLS).", server),
    ),
    ...(servers.length > 1 ? [l10n.t("Two servers are given. A phone uses either a DMS or a DLS.")] : []),
  ];
}

function encode(settings: readonly OptionSetting[]): EncodedOption {
  const losses: EncodedOption["losses"][number][] = [];
  const lose = (name: string, reason: string) => losses.push({ name, reason });
  const parts: { readonly code: number; readonly bytes: readonly number[] }[] = [
    { code: vendorCode, bytes: bytesOf(vendor) ?? [] },
  ];
  for (const { name, value } of settings)
    if (name === vlan || name === "vlan") {
      const number = Number(value);
      if (/^\d{1,4}$/.test(value) && number <= maxVlan)
        parts.push({ code: vlanCode, bytes: [0, 0, number >> 8, number & 255] });
      else lose(name, l10n.t("`{0}` is not a VLAN. Use 0 to {1}.", value, maxVlan));
    } else if (name === url) {
      const bytes = bytesOf(value);
      const [problem] = serverProblems([value]);
      if (problem !== undefined) lose(name, problem);
      else if (bytes === undefined) lose(name, l10n.t("It is not ASCII text."));
      else if (parts.some(({ code }) => code === urlCode))
        lose(name, l10n.t("Two servers are given. A phone uses either a DMS or a DLS."));
      else parts.push({ code: urlCode, bytes });
    } else lose(name, l10n.t("Option 43 has no code for it."));
  const ordered = [...parts].sort((a, b) => a.code - b.code);
  const bytes = ordered.flatMap(({ code, bytes: each }) => [code, each.length, ...each]);
  // The mark of the end counts too.
  if (bytes.length + 1 > maxLength)
    return {
      text: "",
      losses: [
        ...losses,
        { name: url, reason: l10n.t("The option has no room for it. It has {0} characters at most.", maxLength) },
      ],
    };
  return { text: hexOf([...bytes, 255]), losses };
}

/** The option of DHCP that says where phones find their server. */
export const dhcpOptions: readonly DhcpOption[] = [
  {
    code: 43,
    decode,
    encode,
    isOwn: (text) => readCodes(text).values.some(({ code, bytes }) => code === vendorCode && textOf(bytes) === vendor),
  },
];
