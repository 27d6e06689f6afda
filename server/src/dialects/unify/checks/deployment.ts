import * as l10n from "@vscode/l10n";
import type { Check } from "../../../checks/check";
import type { Profile } from "../../../profile/profile";
import { type AccessData, type AccessProblem, accessProblems } from "../access";
import { modelOfFile } from "../gate/index";
import { indexed, itemOf, itemsNamed, modelOf } from "../items";
import { item, messageOf } from "../message";

const software = (...more: readonly string[]) =>
  messageOf("SoftwareDeployment", [
    item("file-server", "192.0.2.10"),
    item("file-path", "/software"),
    item("file-name", "OS60-V3R3.24.0.img"),
    item("file-type", "APP"),
    item("file-priority", "immediate"),
    ...more,
  ]);

const fileNames = itemsNamed("file-name");
const accessNames = ["file-server", "file-https-base-url", "file-name"];
const accessItems = itemsNamed(...accessNames);
const priorities = itemsNamed("file-priority");

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
    const own = modelOf(profile, device);
    if (own === undefined) return;
    for (const setting of select(profile, fileNames)) {
      const type = profile.text(indexed("file-type", itemOf(setting).index));
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

/** The access data of one file, by the items of its index; undefined where a template fills one in. */
function accessOf(profile: Profile, index: string | undefined): AccessData | undefined {
  const [server, url, file] = accessNames.map((name) => profile.inEffect(indexed(name, index)));
  if ([server, url, file].some((setting) => setting?.templated || setting?.isStatus)) return undefined;
  return {
    usesDefaults: !server && !url,
    method: url && (!server || !url.isEmpty) ? "HTTPS" : "FTP",
    server: server?.isEmpty ? undefined : server?.text,
    httpsBaseUrl: url?.isEmpty ? undefined : url?.text,
    file: file?.isEmpty ? undefined : file?.text,
  };
}

/** Other messages ask for items, without values, or report them. A part of a message may be one that deploys. */
function isDeployment(profile: Profile): boolean {
  const action = profile.text("Action");
  return action === undefined ? !profile.inEffect("ReasonForContact") : /^(?:Software|File)Deployment$/.test(action);
}

/** Reports what keeps the phone from getting a file, for one code. */
function accessCheck(code: AccessProblem["code"], text: Omit<Check, "code" | "profile">): Check {
  return {
    ...text,
    code,
    inFragments: true,
    profile(profile, { select, report }) {
      if (profile.hasTemplate || !isDeployment(profile)) return;
      const seen = new Set<string | undefined>();
      for (const first of select(profile, accessItems)) {
        const { index } = itemOf(first);
        if (seen.has(index)) continue;
        seen.add(index);
        const access = accessOf(profile, index);
        const problem = access && accessProblems(access).find((each) => each.code === code);
        if (!problem || profile.text(indexed("file-action", index)) === "delete") continue;
        const name = access.method === "HTTPS" ? "file-https-base-url" : "file-server";
        const setting = profile.inEffect(indexed(name, index)) ?? first;
        report(setting, { severity: problem.severity, message: problem.message, span: setting.span });
      }
    },
  };
}

const deployed = (...items: readonly string[]) => messageOf("FileDeployment", items);

export const httpsBase = accessCheck("deployment/https-base", {
  severity: "error",
  title: "HTTPS transfer without its URL",
  docs: "With HTTPS a file comes from `file-https-base-url`, an `https://` URL with the name of the file. The items for FTP are not used then. Only when the phone uses its default access data is the name of the file enough.",
  examples: [
    {
      bad: deployed(item("file-https-base-url", "ftp://192.0.2.10/a.img")),
      good: deployed(item("file-https-base-url", "https://192.0.2.10/a.img")),
    },
    {
      bad: deployed(item("file-https-base-url", ""), item("file-name", "a.img")),
      good: deployed(item("file-name", "a.img")),
    },
  ],
});

export const noServer = accessCheck("deployment/no-server", {
  severity: "error",
  title: "FTP transfer without a server",
  docs: "`file-server` is there and empty, so the phone does not use its default access data and has no server to ask. Name one, or leave the item out.",
  examples: [
    {
      bad: deployed(item("file-server", ""), item("file-name", "a.img")),
      good: deployed(item("file-server", "192.0.2.10"), item("file-name", "a.img")),
    },
  ],
});

export const noFile = accessCheck("deployment/no-file", {
  severity: "warning",
  title: "Transfer without a file",
  docs: "The message names a server and no file, so the phone loads nothing. With HTTPS the URL has the name of the file.",
  examples: [
    {
      bad: deployed(item("file-server", "192.0.2.10"), item("file-path", "/os")),
      good: deployed(item("file-server", "192.0.2.10"), item("file-name", "a.img")),
    },
  ],
});

const normal = software().replace(">immediate<", ">normal<");

export const normalPriority: Check = {
  code: "deployment/normal-during-call",
  severity: "info",
  title: "Deployment that a call prevents",
  docs: "With `file-priority` `normal` a phone refuses the deployment while a call is up, and the server must ask again. `immediate` loads the file whatever the phone does.",
  examples: [{ bad: normal, good: software() }],
  inFragments: true,
  profile(profile, { select, report }) {
    for (const setting of select(profile, priorities)) {
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
    if ([...select(profile, priorities)].length > 0) return;
    report(action, {
      message: l10n.t("Without `file-priority` the phone loads the software at once, also during a call."),
      span: action.valueSpan,
    });
  },
};
