import * as l10n from "@vscode/l10n";
import type { Check, Interest } from "../../../checks/check";
import { keyOf, type Setting } from "../../../profile/setting";

const group = /pggrp=([\d.]+):(\d+)/gi;

export const pagingPortClash: Check = {
  code: "paging/port-clash",
  severity: "warning",
  title: "Two paging groups on one port",
  docs: `Each multicast paging group needs a port of its own: a phone that listens to two groups on one port cannot distinguish them. Ports are even numbers, so the next free one is two higher.`,
  examples: [
    {
      bad: "<flat-profile><Group_1_Paging_Script>pggrp=224.168.168.168:34560;name=All;num=800;listen=yes;</Group_1_Paging_Script><Group_2_Paging_Script>pggrp=224.168.168.169:34560;name=Shop;num=801;listen=yes;</Group_2_Paging_Script></flat-profile>",
      good: "<flat-profile><Group_1_Paging_Script>pggrp=224.168.168.168:34560;name=All;num=800;listen=yes;</Group_1_Paging_Script><Group_2_Paging_Script>pggrp=224.168.168.169:34562;name=Shop;num=801;listen=yes;</Group_2_Paging_Script></flat-profile>",
    },
  ],
  profile(profile, { report, select }) {
    const byPort = new Map<string, Setting>();
    for (const setting of select(profile, pagingScript)) {
      if (profile.inEffect(keyOf(setting)) !== setting) continue;
      for (const match of setting.text.matchAll(group)) {
        const port = match[2] ?? "";
        const first = byPort.get(port);
        if (!first) {
          byPort.set(port, setting);
          continue;
        }
        const start = match.index + match[0].length - port.length;
        report(setting, {
          message: l10n.t(
            "Another paging group already uses port {0}. The phone cannot distinguish their pages.",
            port,
          ),
          span: setting.value.toSource({ start, end: start + port.length }),
          related: [{ segment: first.segment, span: first.nameSpan, message: l10n.t("Other group") }],
        });
      }
    }
  },
};

const pagingScript: Interest = {
  name: (_, { type }) => type?.id === "PagingScript",
  setting: ({ templated }) => !templated,
};
