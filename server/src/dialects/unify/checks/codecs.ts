import * as l10n from "@vscode/l10n";
import type { Check } from "../../../checks/check";
import { itemsNamed } from "../items";
import { item, written } from "../message";

const ranks = itemsNamed("codec-rank");

export const codecRank: Check = {
  code: "value/rank-twice",
  severity: "warning",
  title: "Two codecs of one rank",
  docs: "`codec-rank` orders the three codecs; each rank belongs to one of them. With a rank twice, the order is not certain.",
  examples: [
    {
      bad: written(item("codec-rank", "1", 1), item("codec-rank", "1", 2)),
      good: written(item("codec-rank", "1", 1), item("codec-rank", "2", 2)),
    },
  ],
  inFragments: true,
  profile(profile, { select, report }) {
    if (profile.hasTemplate) return;
    const taken = new Map<string, string>();
    for (const setting of select(profile, ranks)) {
      if (setting.templated || setting.isEmpty || profile.inEffect(setting.name) !== setting) continue;
      const before = taken.get(setting.text);
      if (before === undefined) taken.set(setting.text, setting.name);
      else
        report(setting, {
          message: l10n.t("`{0}` has rank {1} too. Give each codec its own rank.", before, setting.text),
          span: setting.valueSpan,
        });
    }
  },
};

export const oddPort: Check = {
  code: "value/odd-port",
  severity: "warning",
  title: "Odd port for speech",
  docs: "RTP uses an even port, and RTCP the odd one above it. `rtp-base-port` is even.",
  examples: [{ bad: written(item("rtp-base-port", "5005")), good: written(item("rtp-base-port", "5004")) }],
  setting(setting, _facts, { report }) {
    if (setting.name !== "rtp-base-port" || setting.templated || !/^\d*[13579]$/.test(setting.text)) return;
    report({ message: l10n.t("The first RTP port is even. `{0}` is odd.", setting.text), span: setting.valueSpan });
  },
};
