import * as l10n from "@vscode/l10n";
import type { Check, ProfileCheckContext } from "../../../checks/check";
import type { Profile } from "../../../profile/profile";

export const resyncAtHidesPeriodic: Check = {
  code: "resync/periodic-ignored",
  severity: "info",
  title: "Resync_Periodic is ignored because of Resync_At",
  docs: `When \`Resync_At__HHmm_\` contains a time of day, the phone resyncs once a day at that time and ignores \`Resync_Periodic\`. Remove one of the two, so that the file shows what happens.`,
  examples: [
    {
      bad: "<flat-profile><Resync_At__HHmm_>0230</Resync_At__HHmm_><Resync_Periodic>3600</Resync_Periodic></flat-profile>",
      good: "<flat-profile><Resync_At__HHmm_>0230</Resync_At__HHmm_><Resync_Periodic/></flat-profile>",
    },
  ],
  profile(profile, { report, write }) {
    const at = profile.inEffect("Resync_At__HHmm_");
    const periodic = profile.inEffect("Resync_Periodic");
    if (!at || !periodic || at.templated || periodic.templated) return;
    if (!/^(?:[01]\d|2[0-3])[0-5]\d$|^2400$/.test(at.text) || periodic.text === "" || /^0+$/.test(periodic.text))
      return;
    report(periodic, {
      message: l10n.t(
        "The phone ignores this interval. It resyncs once a day at {0}, the time in `Resync_At__HHmm_`.",
        at.text,
      ),
      unnecessary: true,
      related: [{ segment: at.segment, span: at.nameSpan, message: l10n.t("Time of the resync") }],
      fixes: [{ title: l10n.t("Remove `Resync_Periodic`"), edits: write.remove(periodic) }],
    });
  },
};

export const resyncSwitchedOff: Check = {
  code: "resync/switched-off",
  severity: "info",
  title: "Profile rule that never runs",
  docs: `\`Provision_Enable\` set to No stops every resync, also one that is started from the web page. The rules in the same profile then have no effect, and the phone can no longer be provisioned.`,
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
      l10n.t("`Provision_Enable` is off. The phone never fetches a profile again and ignores all profile rules."),
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
      l10n.t("`Upgrade_Enable` is off. The phone ignores `Upgrade_Rule`."),
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
  const enable = profile.inEffect(gate);
  const guarded = profile.inEffect(rule);
  if (!enable || enable.templated || !/^(?:no|0|disable)$/i.test(enable.text)) return;
  if (!guarded || guarded.text === "" || guarded.text.startsWith("#")) return;
  report(enable, {
    message,
    span: enable.valueSpan,
    related: [{ segment: guarded.segment, span: guarded.nameSpan, message: l10n.t("Rule without effect") }],
    fixes: [{ title: l10n.t("Set `{0}` to `Yes`", gate), edits: write.setValue(enable, "Yes") }],
  });
}

export const retryTooShort: Check = {
  code: "resync/short-retry",
  severity: "info",
  title: "Very short retry delay",
  docs: `A first retry of less than 60 seconds makes every phone of a site overload the provisioning server while it is down. From firmware 12.0(3) on it also conflicts with the retries of device activation.`,
  examples: [
    {
      bad: "<flat-profile><Resync_Error_Retry_Delay>5</Resync_Error_Retry_Delay></flat-profile>",
      good: "<flat-profile><Resync_Error_Retry_Delay>60,120,240</Resync_Error_Retry_Delay></flat-profile>",
    },
  ],
  forName: ({ name }) => name === "Resync_Error_Retry_Delay",
  setting(setting, _facts, { report }) {
    if (setting.templated) return;
    const first = /^\s*(\d+)/.exec(setting.text)?.[1];
    if (first === undefined || Number(first) === 0 || Number(first) >= 60) return;
    report({
      message: l10n.t(
        "The first retry comes after {0} s. Below 60 s, phones overload a server that is down. Use 60 or more.",
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
  docs: `\`Resync_At_Random_Delay\` below 600 seconds is not used: MPP phones spread their resync over 0 to 600 seconds instead, ATA adapters use their default. 0 turns the spread off on ATA and 8831.`,
  examples: [
    {
      bad: "<flat-profile><Resync_At_Random_Delay>60</Resync_At_Random_Delay></flat-profile>",
      good: "<flat-profile><Resync_At_Random_Delay>600</Resync_At_Random_Delay></flat-profile>",
    },
  ],
  forName: ({ name }) => name === "Resync_At_Random_Delay",
  setting(setting, _facts, { report, write }) {
    if (setting.templated || !/^\d+$/.test(setting.text)) return;
    const seconds = Number(setting.text);
    if (seconds === 0 || seconds >= 600) return;
    report({
      message: l10n.t("A spread below 600 s is too short. The phone spreads the resync over 600 s instead."),
      span: setting.valueSpan,
      fixes: [{ title: l10n.t("Set to 600"), edits: write.setValue(setting, "600") }],
    });
  },
};
