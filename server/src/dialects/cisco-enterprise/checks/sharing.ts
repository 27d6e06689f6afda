import * as l10n from "@vscode/l10n";
import type { Check } from "../../../checks/check";
import type { Profile } from "../../../profile/profile";
import type { Setting } from "../../../profile/setting";
import { readLoad } from "../load";
import { statedModel } from "./loads";

const name = "peerFirmwareSharing";

const ofSharing = {
  name: (setting: Pick<Setting, "name" | "path">) => setting.path === "" && setting.name === name,
  setting: ({ templated, text }: Setting) => !templated && text === "1",
};

export const sharingNotOnModel: Check = {
  code: "sharing/not-on-model",
  severity: "warning",
  title: "The model does not share firmware",
  docs: "Peer firmware sharing is a feature of phones of the third generation and later. The 7940 and 7960 ignore the setting and fetch every file from the server. The model is the one that you chose, or that the load is for.",
  examples: [
    {
      bad: "<device><loadInformation>P0S3-8-12-00</loadInformation><vendorConfig><peerFirmwareSharing>1</peerFirmwareSharing></vendorConfig></device>",
      good: "<device><loadInformation>SIP41.9-4-2SR3-1S</loadInformation><vendorConfig><peerFirmwareSharing>1</peerFirmwareSharing></vendorConfig></device>",
    },
  ],
  profile(profile, context) {
    const { catalogue, select, report } = context;
    for (const setting of select(profile, ofSharing)) {
      const load = profile.inEffect("loadInformation");
      const stated = statedModel(context);
      const models = stated !== undefined ? [stated] : load && !load.templated ? loadModels(load) : [];
      const without = (catalogue.sharing?.models ?? []).filter(({ shares }) => !shares).flatMap((each) => each.models);
      if (models.length === 0 || !models.every((model) => without.includes(model))) continue;
      report(setting, {
        // A load may be left over from another phone.
        ...(stated === undefined && { severity: "info" }),
        message: l10n.t("Phones of the model {0} do not share firmware. They ignore the setting.", models.join(", ")),
      });
    }
    function loadModels({ text }: Setting): readonly string[] {
      return readLoad(text, catalogue)?.models ?? [];
    }
  },
};

export const sharingPortInRange: Check = {
  code: "sharing/media-port",
  severity: "warning",
  title: "Audio uses the port of firmware sharing",
  docs: "Phones share firmware on port 4051, UDP and TCP. The administration guides exclude that port from the ports of audio. Choose another range, or switch sharing off.",
  examples: [
    {
      bad: "<device><vendorConfig><peerFirmwareSharing>1</peerFirmwareSharing></vendorConfig><sipProfile><startMediaPort>4000</startMediaPort><stopMediaPort>4100</stopMediaPort></sipProfile></device>",
      good: "<device><vendorConfig><peerFirmwareSharing>1</peerFirmwareSharing></vendorConfig><sipProfile><startMediaPort>16384</startMediaPort><stopMediaPort>32766</stopMediaPort></sipProfile></device>",
    },
  ],
  profile(profile, { catalogue, select, report }) {
    const port = catalogue.sharing?.port;
    for (const setting of select(profile, ofSharing)) {
      const [low, high] = ["startMediaPort", "stopMediaPort"].map((each) => numberOf(profile, `sipProfile/${each}`));
      if (port === undefined || !low || !high || port < low.number || port > high.number) continue;
      report(low.setting, {
        message: l10n.t("The range contains port {0}, which phones share firmware on. Use another range.", port),
        span: low.setting.value.toSource({ start: 0, end: low.setting.text.length }),
        related: [{ segment: setting.segment, span: setting.nameSpan, message: l10n.t("Sharing is on") }],
      });
    }
  },
};

function numberOf(profile: Profile, key: string): { readonly setting: Setting; readonly number: number } | undefined {
  const setting = profile.inEffect(key);
  return setting && !setting.templated && /^\d+$/.test(setting.text)
    ? { setting, number: Number(setting.text) }
    : undefined;
}
