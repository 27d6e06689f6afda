import * as l10n from "@vscode/l10n";
import type { Check, ProfileCheckContext } from "../../../checks/check";
import type { Profile } from "../../../profile/profile";
import type { Setting } from "../../../profile/setting";
import { isListed } from "../../../schema/catalogue";
import { readBool } from "../../../values/bool";
import { dumpSize } from "./switchedOff";

const sharing = "Peer_Firmware_Sharing";
const logServer = "Peer_Firmware_Sharing_Log_Server";
const upgrades = "Upgrade_Enable";
const ports = ["RTP_Port_Min", "RTP_Port_Max"] as const;

/** The value of a setting that takes effect and is not filled in by a template. */
function stated(profile: Profile, name: string): Setting | undefined {
  const setting = profile.inEffect(name);
  return setting && !setting.templated && setting.text !== "" ? setting : undefined;
}

const isOff = (setting: Setting | undefined) => setting !== undefined && readBool(setting.text) === false;

export const sharingWithoutEffect: Check = {
  code: "sharing/no-effect",
  severity: "info",
  title: "Firmware sharing without effect",
  docs: "Phones share firmware only while both `Upgrade_Enable` and `Peer_Firmware_Sharing` are `Yes`, and they log it only while they share. Another file of the same phone may turn these on, so this is only information. Files with as many settings as a phone's own report are not checked.",
  examples: [
    {
      bad: "<flat-profile><Upgrade_Enable>No</Upgrade_Enable><Peer_Firmware_Sharing>Yes</Peer_Firmware_Sharing></flat-profile>",
      good: "<flat-profile><Upgrade_Enable>Yes</Upgrade_Enable><Peer_Firmware_Sharing>Yes</Peer_Firmware_Sharing></flat-profile>",
    },
  ],
  profile(profile, { report, select }) {
    if (profile.count >= dumpSize) return;
    for (const setting of select(profile, ofSharing)) {
      if (stated(profile, setting.name) !== setting) continue;
      const names = setting.name === logServer ? [sharing, upgrades] : [upgrades];
      if (setting.name === sharing && readBool(setting.text) !== true) continue;
      const off = names.map((name) => stated(profile, name)).find(isOff);
      if (off)
        report(setting, {
          message: l10n.t("`{0}` has no effect while `{1}` is `{2}`.", setting.name, off.name, off.text),
          related: [{ segment: off.segment, span: off.nameSpan, message: l10n.t("Setting that turns it off") }],
        });
    }
  },
};

const ofSharing = { name: ({ name }: Pick<Setting, "name">) => name === sharing || name === logServer };

export const sharingPortInRange: Check = {
  code: "sharing/rtp-port",
  severity: "warning",
  title: "Audio uses the port of firmware sharing",
  docs: "Phones share firmware on port 4051, UDP and TCP. The administration guides exclude that port from the ports of audio. Choose another range, or turn `Peer_Firmware_Sharing` off.",
  examples: [
    {
      bad: "<flat-profile><RTP_Port_Min>4040</RTP_Port_Min><RTP_Port_Max>4060</RTP_Port_Max></flat-profile>",
      good: "<flat-profile><RTP_Port_Min>16384</RTP_Port_Min><RTP_Port_Max>16482</RTP_Port_Max></flat-profile>",
    },
  ],
  profile(profile, context) {
    const port = context.catalogue.sharing?.port;
    if (port === undefined || !mayShare(profile, context)) return;
    const [low, high] = ports.map((name) => stated(profile, name));
    if (!low || !high || !isBetween(port, low.text, high.text)) return;
    for (const setting of context.select(profile, ofPorts))
      if (setting === low)
        context.report(setting, {
          message: l10n.t("The range contains port {0}, which phones share firmware on. Use another range.", port),
          span: setting.value.toSource({ start: 0, end: setting.text.length }),
          related: [{ segment: high.segment, span: high.nameSpan, message: l10n.t("End of the range") }],
        });
  },
};

const ofPorts = {
  name: ({ name }: Pick<Setting, "name">) =>
    ports.some((port) => port === name) || name === sharing || name === upgrades,
};

/** Sharing is on unless the file says otherwise; a phone that is known not to have it cannot share. */
function mayShare(profile: Profile, { catalogue, device }: ProfileCheckContext): boolean {
  const parameter = catalogue.find(sharing)?.parameter;
  if (device.certainty === "stated" && device.family !== undefined && parameter && !isListed(parameter, device.family))
    return false;
  return ![sharing, upgrades].some((name) => {
    const setting = profile.inEffect(name);
    return setting?.templated || isOff(stated(profile, name));
  });
}

function isBetween(port: number, low: string, high: string): boolean {
  return /^\d+$/.test(low) && /^\d+$/.test(high) && Number(low) <= port && port <= Number(high);
}
