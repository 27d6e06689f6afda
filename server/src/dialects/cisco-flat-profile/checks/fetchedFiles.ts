import type { Check, SettingCheckContext } from "../../../checks/check";
import type { Setting } from "../../../profile/setting";
import { fileProblemsOf } from "../rules/fileProblems";

/** Reports the problems of `code` among those of the files that a rule fetches. */
function reporting(code: string): Pick<Check, "inFragments" | "forName" | "setting"> {
  return {
    inFragments: true,
    forName: ({ name, path }) => path === "" && (name.startsWith("Profile_Rule") || name.startsWith("Upgrade_Rule")),
    setting(setting: Setting, _facts, { catalogue, device, report }: SettingCheckContext) {
      if (setting.templated) return;
      for (const { message, span, ...problem } of fileProblemsOf(setting.name, setting.text, device, catalogue))
        if (problem.code === code) report({ message, span: setting.value.toSource(span) });
    },
  };
}

export const noFirmware: Check = {
  code: "upgrade/no-firmware",
  severity: "warning",
  title: "Upgrade rule without a firmware file",
  docs: `An upgrade rule must name a firmware file: \`.loads\` for MPP phones and the 9800 Series, \`.img\` for ATA adapters, \`.bin\` for SPA devices. The phone downloads any other file, cannot install it, and tries again after \`Upgrade_Error_Retry_Delay\`. Vendor downloads are packages (\`cmterm-….zip\`, \`.cop\`): unpack them on the server and use the firmware file inside.`,
  examples: [
    {
      bad: "<flat-profile><Upgrade_Rule>http://prov.example.com/$MA.xml</Upgrade_Rule></flat-profile>",
      good: "<flat-profile><Upgrade_Rule>http://prov.example.com/sip88xx.12-0-3MPP0001-87.loads</Upgrade_Rule></flat-profile>",
    },
    {
      bad: "<flat-profile><Upgrade_Rule>http://h/cmterm-88xx.12-0-3MPP0001-87_REL.zip</Upgrade_Rule></flat-profile>",
      good: "<flat-profile><Upgrade_Rule>http://h/sip88xx.12-0-3MPP0001-87.loads</Upgrade_Rule></flat-profile>",
    },
  ],
  ...reporting("upgrade/no-firmware"),
};

export const otherPhonesFirmware: Check = {
  code: "upgrade/other-phone",
  severity: "warning",
  title: "Firmware for another phone",
  docs: `The name of a load begins with the phones it is for: \`sip88xx\` for 8811, 8841, 8851 and 8861, \`sip8845_65\` for 8845 and 8865, \`sip78xx\` for the 7800 desk phones. A phone refuses the load of another. The check uses the phone that you chose for the file, and conditions on \`$PN\` and \`$PSN\`. For a profile for several models write one alternative for each, such as \`("$PN" eq "CP-8845-3PCC")? http://h/sip8845_65….loads | http://h/sip88xx….loads\`.`,
  examples: [
    {
      bad: "<flat-profile><!-- flat-profile-device family=mpp88xx --><Upgrade_Rule>http://h/sip78xx.12-0-3MPP0001-87.loads</Upgrade_Rule></flat-profile>",
      good: "<flat-profile><!-- flat-profile-device family=mpp88xx --><Upgrade_Rule>http://h/sip88xx.12-0-3MPP0001-87.loads</Upgrade_Rule></flat-profile>",
    },
    {
      bad: '<flat-profile><Upgrade_Rule>("$PN" eq "CP-8845-3PCC")? http://h/sip88xx.12-0-3MPP0001-87.loads</Upgrade_Rule></flat-profile>',
      good: '<flat-profile><Upgrade_Rule>("$PN" eq "CP-8845-3PCC")? http://h/sip8845_65.12-0-3MPP0001-87.loads</Upgrade_Rule></flat-profile>',
    },
  ],
  ...reporting("upgrade/other-phone"),
};

export const fetchesFirmware: Check = {
  code: "rule/fetches-firmware",
  severity: "warning",
  title: "Profile rule that fetches firmware",
  docs: `A profile rule must name a configuration file. The phone downloads the firmware, cannot read it as a profile, and gets no settings. Firmware belongs in \`Upgrade_Rule\`.`,
  examples: [
    {
      bad: "<flat-profile><Profile_Rule>http://h/sip88xx.12-0-3MPP0001-87.loads</Profile_Rule></flat-profile>",
      good: "<flat-profile><Profile_Rule>http://h/$MA.xml</Profile_Rule><Upgrade_Rule>http://h/sip88xx.12-0-3MPP0001-87.loads</Upgrade_Rule></flat-profile>",
    },
  ],
  ...reporting("rule/fetches-firmware"),
};

export const noFile: Check = {
  code: "rule/no-file",
  severity: "warning",
  title: "URL without a file",
  docs: `Other makers' phones add the name of their file to a folder. These phones do not: they request the URL as it is written, and a server does not send a file for a folder. Write the file name after the last \`/\`, such as \`$MA.xml\`. A profile rule with the root of a web server, or with a query such as \`/?mac=$MA\`, is not reported.`,
  examples: [
    {
      bad: "<flat-profile><Profile_Rule>http://prov.example.com/cisco/</Profile_Rule></flat-profile>",
      good: "<flat-profile><Profile_Rule>http://prov.example.com/cisco/$MA.xml</Profile_Rule></flat-profile>",
    },
  ],
  ...reporting("rule/no-file"),
};
