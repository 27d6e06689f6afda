import * as l10n from "@vscode/l10n";
import type { Check } from "../../../checks/check";
import type { Profile } from "../../../profile/profile";
import { modelOfFile } from "../gate/index";
import { indexed, itemOf, reportedModel } from "../items";
import { item, messageOf } from "../message";
import { deploymentItems } from "../skeleton";

const software = (...more: readonly string[]) =>
  messageOf("SoftwareDeployment", [...deploymentItems({ file: "OS60-V3R3.24.0.img" }), ...more]);

const isFileName = { name: ({ name }: { readonly name: string }) => itemOf({ name }).base === "file-name" };
const isBaseUrl = { name: ({ name }: { readonly name: string }) => itemOf({ name }).base === "file-https-base-url" };
const isPriority = { name: ({ name }: { readonly name: string }) => itemOf({ name }).base === "file-priority" };

/** An item of the file with the same index. */
function beside(profile: Profile, name: string, index: string | undefined): string | undefined {
  return profile.text(index === undefined ? name : indexed(name, index));
}

export const imageModel: Check = {
  code: "deployment/image-model",
  severity: "warning",
  title: "Image of another model",
  docs: "The name of the image names another model than that of the phone. A phone checks the hardware level in the header of an image, or its version, and abandons an update that does not fit; then the original application goes on without a restart. With Override it takes the wrong image.",
  examples: [
    {
      bad: software(item("device-type", "OpenStage 40")),
      good: software(item("device-type", "OpenStage 60")),
    },
  ],
  inFragments: true,
  profile(profile, { select, report, device }) {
    const own = (device.certainty === "stated" ? device.model : undefined) ?? reportedModel(profile);
    if (own === undefined) return;
    for (const setting of select(profile, isFileName)) {
      const type = beside(profile, "file-type", itemOf(setting).index);
      if (setting.templated || setting.isStatus || (type !== undefined && type !== "APP")) continue;
      const meant = modelOfFile(setting.text);
      if (meant === undefined || meant === own) continue;
      report(setting, {
        message: l10n.t("The image is for {0}, but the phone is {1}. The phone abandons the update.", meant, own),
        span: setting.valueSpan,
      });
    }
  },
};

export const httpsBase: Check = {
  code: "deployment/https-base",
  severity: "error",
  title: "HTTPS transfer without its URL",
  docs: "With HTTPS a file comes from `file-https-base-url`, an `https://` URL with the name of the file. The items for FTP are not used then. Only when the phone uses its default access data is the name of the file enough.",
  examples: [
    {
      bad: messageOf("FileDeployment", [item("file-https-base-url", "ftp://192.0.2.10/a.img")]),
      good: messageOf("FileDeployment", [item("file-https-base-url", "https://192.0.2.10/a.img")]),
    },
  ],
  inFragments: true,
  profile(profile, { select, report }) {
    for (const setting of select(profile, isBaseUrl)) {
      if (setting.templated || setting.isStatus || setting.isEmpty) continue;
      if (/^https:\/\/[^/\s]/i.test(setting.text)) continue;
      report(setting, {
        message: l10n.t("`file-https-base-url` is not an `https://` URL. The phone cannot load the file."),
        span: setting.valueSpan,
      });
    }
  },
};

const normal = software().replace(">immediate<", ">normal<");

export const normalPriority: Check = {
  code: "deployment/normal-during-call",
  severity: "info",
  title: "Deployment that a call prevents",
  docs: "With `file-priority` `normal` a phone refuses the deployment while a call is up, and the server must ask again. `immediate` loads the file whatever the phone does.",
  examples: [{ bad: normal, good: software() }],
  inFragments: true,
  profile(profile, { select, report }) {
    for (const setting of select(profile, isPriority)) {
      if (setting.templated || !/^(?:normal|0)$/.test(setting.text)) continue;
      report(setting, {
        message: l10n.t("The phone refuses the deployment while a call is up. Send it again later."),
        span: setting.valueSpan,
      });
    }
  },
};

export const noPriority: Check = {
  code: "deployment/interrupts-calls",
  severity: "info",
  title: "Deployment without a priority",
  docs: "Without `file-priority` a deployment is `immediate`: it interrupts people who are on the phone. Say `normal` where that is not meant, or `immediate` where it is.",
  examples: [
    {
      bad: software()
        .split("\n")
        .filter((line) => !line.includes("file-priority"))
        .join("\n"),
      good: software(),
    },
  ],
  profile(profile, { select, report }) {
    const action = profile.inEffect("Action");
    if (profile.hasTemplate || action?.text !== "SoftwareDeployment") return;
    if ([...select(profile, isPriority)].length > 0) return;
    report(action, {
      message: l10n.t("Without `file-priority` the phone loads the software at once, also during a call."),
      span: action.valueSpan,
    });
  },
};
