import * as l10n from "@vscode/l10n";
import type { CodePage } from "../../../checks/check";
import type { Problem } from "../../../text/span";
import { bool } from "../../../values/bool";
import { host } from "../../../values/host";
import { whole } from "../../../values/number";
import type { ValueType } from "../../../values/valueType";

// Peer firmware sharing (specification of other systems, section 6.1): a switch, and a server for its log: host[:port].

/** Yes or No; 1 and 0 are the words of files for phones of Unified CM. */
export const sharingSwitch: ValueType = {
  ...bool,
  id: "SharingSwitch",
  check(text, at) {
    if (text !== "0" && text !== "1") return bool.check(text, at);
    const meant = text === "1" ? "Yes" : "No";
    return [
      {
        code: "sharing/value",
        severity: "warning",
        message: l10n.t("`{0}` is a value for phones of Unified CM. Use `{1}`.", text, meant),
        span: whole(text),
        fixes: [
          { title: l10n.t("Replace with `{0}`", meant), safe: true, edits: [{ span: whole(text), text: meant }] },
        ],
      },
    ];
  },
};

const defaultLogPort = 514;

export const sharingLogServer: ValueType = {
  ...host,
  id: "SharingLogServer",
  check(text, at) {
    const [, scheme] = /^([a-z][a-z0-9+.-]*:\/\/)/i.exec(text) ?? [];
    if (scheme !== undefined)
      return [
        {
          code: "sharing/log-host",
          severity: "warning",
          message: l10n.t("Expected a host name or IP address, not a URL."),
          span: whole(text),
        },
      ];
    const port = /:([^:\]]*)$/.exec(text.replace(/^\[[^\]]*\]/, (address) => "x".repeat(address.length)));
    const name = port ? text.slice(0, port.index) : text;
    const problems: Problem[] = host
      .check(name, at)
      .map((each) => ({ ...each, code: "sharing/log-host", severity: "warning" }));
    if (port && !text.slice(0, port.index).includes(":") && !isPort(port[1] ?? ""))
      problems.push({
        code: "sharing/log-port",
        severity: "warning",
        message: l10n.t("Port `{0}` is not valid. Use 1 to 65535.", port[1] ?? ""),
        span: { start: port.index + 1, end: text.length },
      });
    return problems;
  },
  describe(text) {
    const [, name = "", port] = /^(.*?)(?::(\d+))?$/.exec(text) ?? [];
    return l10n.t("Log messages go to {0}, UDP {1}.", name, port ?? defaultLogPort);
  },
};

function isPort(text: string): boolean {
  return /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65535;
}

export const sharingPages: readonly CodePage[] = [
  {
    code: "sharing/value",
    severity: "warning",
    title: "Value for phones of another system",
    docs: "Files of Unified CM switch peer firmware sharing on with `1` and off with `0`. Multiplatform phones write `Yes` and `No`.",
    examples: [
      {
        bad: "<flat-profile><Peer_Firmware_Sharing>1</Peer_Firmware_Sharing></flat-profile>",
        good: "<flat-profile><Peer_Firmware_Sharing>Yes</Peer_Firmware_Sharing></flat-profile>",
      },
    ],
  },
  {
    code: "sharing/log-host",
    severity: "warning",
    title: "Invalid log server of firmware sharing",
    docs: "The log server is a host name or IP address, with an optional port. The phone sends no log to anything else.",
    examples: [
      {
        bad: "<flat-profile><Peer_Firmware_Sharing_Log_Server>udp://192.0.2.5</Peer_Firmware_Sharing_Log_Server></flat-profile>",
        good: "<flat-profile><Peer_Firmware_Sharing_Log_Server>192.0.2.5</Peer_Firmware_Sharing_Log_Server></flat-profile>",
      },
    ],
  },
  {
    code: "sharing/log-port",
    severity: "warning",
    title: "Invalid port of the log server",
    docs: "The port of the log server is a number from 1 to 65535. Without a port the phone uses UDP 514.",
    examples: [
      {
        bad: "<flat-profile><Peer_Firmware_Sharing_Log_Server>192.0.2.5:99999</Peer_Firmware_Sharing_Log_Server></flat-profile>",
        good: "<flat-profile><Peer_Firmware_Sharing_Log_Server>192.0.2.5:514</Peer_Firmware_Sharing_Log_Server></flat-profile>",
      },
    ],
  },
];
