import * as l10n from "@vscode/l10n";
import type { Check, Interest } from "../../../../checks/check";
import type { Profile } from "../../../../profile/profile";
import type { Setting } from "../../../../profile/setting";
import { phoneKeysOf } from "../../values/phoneKeys";

// Settings that are wrong only beside others of the file.

function numberOf(profile: Profile, name: string): number | undefined {
  const text = profile.text(name) ?? "";
  return /^\d{1,5}$/.test(text) ? Number(text) : undefined;
}

const isSet = ({ templated }: Setting) => !templated;
const phoneKey: Interest = { name: ({ name }) => name === "PHONEKEY", setting: isSet };

export const keyOverlap: Check = {
  code: "softkey/key-overlap",
  severity: "info",
  title: "Key in the place of a call appearance",
  docs: "The first keys of a phone are its call appearances, as many as `PHNNUMOFSA` says. A feature on such a key is moved or hidden by them. Start with the key after the last appearance.",
  examples: [
    {
      bad: 'SET PHNNUMOFSA 3\nSET PHONEKEY "Key=2;Type=autodial;Name=autodial;attr1=6837"\n',
      good: 'SET PHNNUMOFSA 3\nSET PHONEKEY "Key=4;Type=autodial;Name=autodial;attr1=6837"\n',
    },
  ],
  inFragments: true,
  profile(profile, { select, report }) {
    const appearances = numberOf(profile, "PHNNUMOFSA");
    if (appearances === undefined) return;
    for (const setting of select(profile, phoneKey)) {
      // lines are appearances themselves
      if (/(?:^|;)\s*type\s*=\s*line/i.test(setting.text)) continue;
      const found = phoneKeysOf(setting.text).find(({ key }) => key >= 1 && key <= appearances);
      if (!found) continue;
      report(setting, {
        message: l10n.t(
          "Key {0} is a call appearance, because `PHNNUMOFSA` is {1}. Use key {2} or a later one.",
          found.key,
          appearances,
          appearances + 1,
        ),
        span: setting.value.toSource(found.span),
      });
    }
  },
};

const portRange: Interest = { name: ({ name }) => /^(?:RTP|SIG)_PORT_RANGE$/.test(name), setting: isSet };
const lastPort = 65_535;

export const portsBeyondEnd: Check = {
  code: "value/ports-beyond-end",
  severity: "warning",
  title: "Ports beyond the last one",
  docs: "The phone uses the ports from `RTP_PORT_LOW` on, as many as `RTP_PORT_RANGE` says; the same is true of `SIG_PORT_LOW` and `SIG_PORT_RANGE`. The last one must not be higher than 65535.",
  examples: [
    {
      bad: "SET RTP_PORT_LOW 60000\nSET RTP_PORT_RANGE 6000\n",
      good: "SET RTP_PORT_LOW 50000\nSET RTP_PORT_RANGE 6000\n",
    },
  ],
  inFragments: true,
  profile(profile, { select, report }) {
    for (const setting of select(profile, portRange)) {
      const low = numberOf(profile, setting.name.replace("RANGE", "LOW"));
      const range = /^\d{1,5}$/.test(setting.text) ? Number(setting.text) : undefined;
      if (low === undefined || range === undefined || low + range <= lastPort) continue;
      if (profile.inEffect(setting.name) !== setting) continue;
      report(setting, {
        message: l10n.t("{0} and {1} are more than {2}. Use a lower range.", low, range, lastPort),
        span: setting.valueSpan,
      });
    }
  },
};

const mapping: Interest = {
  name: ({ name }) => name === "DIGIT_MAPPING",
  setting: ({ templated, isEmpty }) => !templated && !isEmpty,
};

export const mappingOff: Check = {
  code: "dialplan/mapping-off",
  severity: "info",
  title: "Digit mapping that is not turned on",
  docs: "`DIGIT_MAPPING` applies while `ENABLE_DIGIT_MAPPING` is 1. The file does not set it, or sets it to 0, so the rules change nothing unless another file turns them on.",
  examples: [
    {
      bad: "SET DIGIT_MAPPING <9:>xxxx\n",
      good: "SET ENABLE_DIGIT_MAPPING 1\nSET DIGIT_MAPPING <9:>xxxx\n",
    },
  ],
  inFragments: true,
  profile(profile, { select, report }) {
    for (const setting of select(profile, mapping)) {
      const state = profile.inEffect("ENABLE_DIGIT_MAPPING");
      if (state?.templated || state?.text === "1") continue;
      report(setting, {
        message: l10n.t("`DIGIT_MAPPING` needs `ENABLE_DIGIT_MAPPING 1`. Without it the rules change nothing."),
        span: setting.nameSpan,
      });
    }
  },
};
