import * as l10n from "@vscode/l10n";
import type { Check } from "../../../checks/check";
import { seenFrom } from "../../../checks/seenFrom";
import type { Profile } from "../../../profile/profile";
import type { Setting } from "../../../profile/setting";
import type { Catalogue } from "../../../schema/catalogue";
import { isOn, settingWith } from "../roles";

/** What makes the device update by the clock: a time of day, or a period. */
function triggerOf(profile: Profile, catalogue: Catalogue, period: Setting | undefined): Setting | undefined {
  return settingWith(profile, "update-time", catalogue) ?? (isOn(period?.text) ? period : undefined);
}

/** The period of updates, in minutes or in seconds. */
function anyPeriod(profile: Profile, catalogue: Catalogue): Setting | undefined {
  return settingWith(profile, "update-period", catalogue) ?? settingWith(profile, "update-period-seconds", catalogue);
}

export const twoTriggers: Check = {
  code: "update/two-triggers",
  severity: "error",
  title: "Time of day and period of updates",
  docs: "`AutoUpdatePredefinedTime` and `AutoUpdateFrequency` exclude each other. Leave one of them out.",
  examples: [
    {
      bad: "AutoUpdatePredefinedTime = '18:00'\nAutoUpdateFrequency = 60\n",
      good: "AutoUpdatePredefinedTime = '18:00'\n",
    },
  ],
  profile(profile, context) {
    const time = settingWith(profile, "update-time", context.catalogue);
    const period = anyPeriod(profile, context.catalogue);
    if (!time || !period || !isOn(period.text)) return;
    context.report(period, {
      message: l10n.t("`{0}` and `{1}` exclude each other. Remove one of them.", time.name, period.name),
      related: [{ segment: time.segment, span: time.nameSpan, message: l10n.t("The other setting") }],
      fixes: [period, time].map((each) => ({
        title: l10n.t("Remove `{0}`", each.name),
        edits: seenFrom(period, each, context.write.remove(each), profile),
      })),
    });
  },
};

export const firmwareNotChecked: Check = {
  code: "update/firmware-not-checked",
  severity: "warning",
  title: "Software that updates leave out",
  docs: "Updates at a time of day or in a period fetch the file of `CmpFileURL` only when `AutoUpdateCmpFile` is 1. Its default is 0.",
  examples: [
    {
      bad: "CmpFileURL = 'http://192.0.2.1/mp118.cmp'\nAutoUpdateFrequency = 60\n",
      good: "CmpFileURL = 'http://192.0.2.1/mp118.cmp'\nAutoUpdateCmpFile = 1\nAutoUpdateFrequency = 60\n",
    },
  ],
  profile(profile, context) {
    const url = profile.inEffect("CmpFileURL");
    const flag = profile.inEffect("AutoUpdateCmpFile");
    if (!url || url.isEmpty || url.templated || flag?.templated || isOn(flag?.text)) return;
    const trigger = triggerOf(profile, context.catalogue, settingWith(profile, "update-period", context.catalogue));
    if (!trigger) return;
    context.report(url, {
      message: l10n.t("`{0}` does not fetch this file: `AutoUpdateCmpFile` is not 1.", trigger.name),
      fixes: flag
        ? [
            {
              title: l10n.t("Set `{0}` to `{1}`", flag.name, "1"),
              edits: seenFrom(url, flag, context.write.setValue(flag, "1"), profile),
            },
          ]
        : [
            {
              title: l10n.t("Add `{0}`", "AutoUpdateCmpFile = 1"),
              edits: context.write.insertAfter(url, "AutoUpdateCmpFile", "1"),
            },
          ],
    });
  },
};

export const restartLoop: Check = {
  code: "update/restart-loop",
  severity: "warning",
  title: "Restart after each update",
  docs: "`ResetNow = 1` restarts the device when the file is loaded. A file that is fetched in a period, without `AUPDCheckIfIniChanged`, is loaded again whenever the server does not say that it is unchanged: the device restarts at each update.",
  examples: [
    {
      bad: "IniFileURL = 'http://192.0.2.1/mp.ini'\nAutoUpdateFrequency = 60\nResetNow = 1\n",
      good: "IniFileURL = 'http://192.0.2.1/mp.ini'\nAutoUpdateFrequency = 60\nAUPDCheckIfIniChanged = 1\nResetNow = 1\n",
    },
  ],
  profile(profile, context) {
    const reset = settingWith(profile, "restart-now", context.catalogue);
    const check = profile.inEffect("AUPDCheckIfIniChanged");
    if (!reset || !isOn(reset.text) || isOn(check?.text) || check?.templated) return;
    const url =
      settingWith(profile, "ini-url", context.catalogue) ?? settingWith(profile, "ini-template-url", context.catalogue);
    const trigger = triggerOf(profile, context.catalogue, anyPeriod(profile, context.catalogue));
    if (!url || !trigger) return;
    context.report(reset, {
      message: l10n.t(
        "The device may restart at each update: `{0}` fetches the file again, and `AUPDCheckIfIniChanged` is not set.",
        trigger.name,
      ),
      fixes: [
        {
          title: l10n.t("Add `{0}`", "AUPDCheckIfIniChanged = 1"),
          edits: context.write.insertAfter(reset, "AUPDCheckIfIniChanged", "1"),
        },
      ].filter(() => check === undefined),
    });
  },
};

export const loadedOnce: Check = {
  code: "update/loaded-once",
  severity: "info",
  title: "File that is loaded once for each URL",
  docs: "Files such as call progress tones are loaded once for each text of their URL. When the file on the server changes, the device does not fetch it again. Change the URL then, for example with a number in the file name. It is reported where updates repeat.",
  examples: [
    {
      bad: "CptFileURL = 'http://192.0.2.1/usa.dat'\nAutoUpdateFrequency = 60\n",
      good: "CptFileURL = 'http://192.0.2.1/usa_v2.dat'\nAutoUpdateFrequency = 60\n",
    },
  ],
  profile(profile, context) {
    const trigger = triggerOf(profile, context.catalogue, settingWith(profile, "update-period", context.catalogue));
    if (!trigger) return;
    for (const name of context.catalogue.roles["auxiliary-url"] ?? []) {
      const url = profile.inEffect(name);
      if (!url || url.isEmpty || url.templated || /v?\d+\.\w+$/i.test(url.text)) continue;
      const dot = /\.\w+$/.exec(url.text)?.index;
      context.report(url, {
        message: l10n.t("The file is loaded once for each URL. Change the URL to load a new one."),
        ...(dot !== undefined && {
          fixes: [
            {
              title: l10n.t("Add `{0}` to the file name", "_v2"),
              edits: context.write.setValue(url, `${url.text.slice(0, dot)}_v2${url.text.slice(dot)}`),
            },
          ],
        }),
      });
    }
  },
};

export const plainHttp: Check = {
  code: "secret/plain-http",
  severity: "info",
  title: "Passwords in a file that is fetched without encryption",
  docs: "The file has passwords, and the device fetches it by HTTP, FTP or TFTP. Others on the network can read them. Use HTTPS.",
  examples: [
    {
      bad: "IniFileURL = 'http://192.0.2.1/mp.ini'\nAUPDDigestPassword = 'example'\n",
      good: "IniFileURL = 'https://192.0.2.1/mp.ini'\nAUPDDigestPassword = 'example'\n",
    },
  ],
  profile(profile, context) {
    const url = settingWith(profile, "ini-url", context.catalogue);
    if (!url || !/^(?:http|ftp|tftp):/i.test(url.text)) return;
    for (const setting of context.select(profile, secretSettings)) {
      if (setting.isEmpty || setting.templated) continue;
      context.report(url, {
        message: l10n.t("The file has passwords, and is fetched without encryption. Use `https`."),
        related: [{ segment: setting.segment, span: setting.nameSpan, message: l10n.t("A password") }],
      });
      return;
    }
  },
};

const secretSettings = {
  name: (
    _: unknown,
    { effective }: { readonly effective: { readonly parameter: { readonly secret?: boolean } } | undefined },
  ) => effective?.parameter.secret === true,
};

export const updateChecks: readonly Check[] = [twoTriggers, firmwareNotChecked, restartLoop, loadedOnce, plainHttp];
