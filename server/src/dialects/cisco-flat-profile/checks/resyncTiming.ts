import * as l10n from "@vscode/l10n";
import type { Check, ProfileCheckContext } from "../../../checks/check";
import type { Profile } from "../../../profile/profile";

export const resyncAtHidesPeriodic: Check = {
  code: "resync/periodic-ignored",
  severity: "info",
  title: "Resync_Periodic is ignored beside Resync_At",
  docs: `When \`Resync_At__HHmm_\` holds a time of day, the phone resynchronises once a day at that time and ignores \`Resync_Periodic\`. Empty one of the two, so that the file says what happens.`,
  examples: [
    {
      bad: "<flat-profile><Resync_At__HHmm_>0230</Resync_At__HHmm_><Resync_Periodic>3600</Resync_Periodic></flat-profile>",
      good: "<flat-profile><Resync_At__HHmm_>0230</Resync_At__HHmm_><Resync_Periodic/></flat-profile>",
    },
  ],
  profile(profile, { report, write }) {
    const at = profile.last("Resync_At__HHmm_");
    const periodic = profile.last("Resync_Periodic");
    if (!at || !periodic || at.templated || periodic.templated) return;
    if (!/^(?:[01]\d|2[0-3])[0-5]\d$|^2400$/.test(at.text) || periodic.text === "" || /^0+$/.test(periodic.text))
      return;
    report(periodic, {
      message: l10n.t(
        "ignored: Resync_At__HHmm_ is set to {0}, so the phone resynchronises once a day at that time",
        at.text,
      ),
      unnecessary: true,
      related: [{ segment: at.segment, span: at.nameSpan, message: l10n.t("this one decides") }],
      fixes: [{ title: l10n.t("Remove Resync_Periodic"), edits: write.remove(periodic) }],
    });
  },
};

export const resyncSwitchedOff: Check = {
  code: "resync/switched-off",
  severity: "info",
  title: "Profile rule that never runs",
  docs: `\`Provision_Enable\` set to No stops every resync, also one asked for over the web page. The rules in the same profile then have no effect, and the phone cannot be reached by provisioning again.`,
  examples: [
    {
      bad: "<flat-profile><Provision_Enable>No</Provision_Enable><Profile_Rule>/a.xml</Profile_Rule></flat-profile>",
      good: "<flat-profile><Provision_Enable>Yes</Provision_Enable><Profile_Rule>/a.xml</Profile_Rule></flat-profile>",
    },
  ],
  profile(profile, context) {
    reportGate(
      profile,
      context,
      "Provision_Enable",
      "Profile_Rule",
      l10n.t("with Provision_Enable = No the phone never fetches a profile again, whatever the rules say"),
    );
  },
};

export const upgradeSwitchedOff: Check = {
  code: "upgrade/switched-off",
  severity: "info",
  title: "Upgrade rule that never runs",
  docs: `\`Upgrade_Enable\` set to No stops every firmware upgrade; the \`Upgrade_Rule\` of the same profile has no effect.`,
  examples: [
    {
      bad: "<flat-profile><Upgrade_Enable>No</Upgrade_Enable><Upgrade_Rule>http://h/sip88xx.12-0-2MPP0001-116.loads</Upgrade_Rule></flat-profile>",
      good: "<flat-profile><Upgrade_Enable>Yes</Upgrade_Enable><Upgrade_Rule>http://h/sip88xx.12-0-2MPP0001-116.loads</Upgrade_Rule></flat-profile>",
    },
  ],
  profile(profile, context) {
    reportGate(
      profile,
      context,
      "Upgrade_Enable",
      "Upgrade_Rule",
      l10n.t("with Upgrade_Enable = No the phone ignores the Upgrade_Rule"),
    );
  },
};

function reportGate(
  profile: Profile,
  { report, write }: ProfileCheckContext,
  gate: string,
  rule: string,
  message: string,
): void {
  const enable = profile.last(gate);
  const guarded = profile.last(rule);
  if (!enable || enable.templated || !/^(?:no|0|disable)$/i.test(enable.text)) return;
  if (!guarded || guarded.text === "" || guarded.text.startsWith("#")) return;
  report(enable, {
    message,
    span: enable.valueSpan,
    related: [{ segment: guarded.segment, span: guarded.nameSpan, message: l10n.t("the rule without effect") }],
    fixes: [{ title: l10n.t("Set {0} to Yes", gate), edits: write.setValue(enable, "Yes") }],
  });
}

export const retryTooShort: Check = {
  code: "resync/short-retry",
  severity: "info",
  title: "Very short retry delay",
  docs: `A first retry of less than 60 seconds makes every phone of a site hammer the provisioning server while it is down, and collides with the retries of device activation from firmware 12.0(3) on.`,
  examples: [
    {
      bad: "<flat-profile><Resync_Error_Retry_Delay>5</Resync_Error_Retry_Delay></flat-profile>",
      good: "<flat-profile><Resync_Error_Retry_Delay>60,120,240</Resync_Error_Retry_Delay></flat-profile>",
    },
  ],
  setting(setting, _facts, { report }) {
    if (setting.name !== "Resync_Error_Retry_Delay" || setting.templated) return;
    const first = /^\s*(\d+)/.exec(setting.text)?.[1];
    if (first === undefined || Number(first) === 0 || Number(first) >= 60) return;
    report({
      message: l10n.t(
        "the first retry comes after {0} s already; below 60 s a server that is down is hammered",
        Number(first),
      ),
      span: setting.valueSpan,
    });
  },
};

export const shortSpread: Check = {
  code: "resync/short-spread",
  severity: "info",
  title: "Spread below ten minutes",
  docs: `\`Resync_At_Random_Delay\` below 600 seconds is not used as it stands: MPP phones spread their resync over 0 to 600 seconds instead, ATA adapters take their default. 0 switches the spread off on ATA and 8831.`,
  examples: [
    {
      bad: "<flat-profile><Resync_At_Random_Delay>60</Resync_At_Random_Delay></flat-profile>",
      good: "<flat-profile><Resync_At_Random_Delay>600</Resync_At_Random_Delay></flat-profile>",
    },
  ],
  setting(setting, _facts, { report, write }) {
    if (setting.name !== "Resync_At_Random_Delay" || setting.templated || !/^\d+$/.test(setting.text)) return;
    const seconds = Number(setting.text);
    if (seconds === 0 || seconds >= 600) return;
    report({
      message: l10n.t("a spread below 600 s is not used; the phone spreads the resync over ten minutes"),
      span: setting.valueSpan,
      fixes: [{ title: l10n.t("Write 600"), edits: write.setValue(setting, "600") }],
    });
  },
};
