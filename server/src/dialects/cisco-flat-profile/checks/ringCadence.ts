import * as l10n from "@vscode/l10n";
import type { Check } from "../../../checks/check";

export const ringCadence: Check = {
  code: "ring/cadence-empty",
  severity: "info",
  title: "Ring tone with an empty cadence",
  docs: `\`c=n\` in a ring script plays the tone in the rhythm of \`Cadence_n\`. This profile sets that cadence to an empty text, so the phone uses its factory rhythm or stays silent.`,
  examples: [
    {
      bad: '<flat-profile><Cadence_2>""</Cadence_2><Ring1>n=Classic;w=3;c=2</Ring1></flat-profile>',
      good: "<flat-profile><Cadence_2>60(2/4)</Cadence_2><Ring1>n=Classic;w=3;c=2</Ring1></flat-profile>",
    },
  ],
  profile(profile, { facts, report }) {
    for (let n = 1; n <= 12; n++) {
      const ring = profile.inEffect(`Ring${n}`);
      if (!ring || ring.templated || facts(ring).type?.id !== "RingScript") continue;
      const match = /(?:^|;)\s*c\s*=\s*([1-9])/i.exec(ring.text);
      const cadence = match ? profile.inEffect(`Cadence_${match[1]}`) : undefined;
      if (!match || !cadence || cadence.text !== '""') continue;
      const end = match.index + match[0].length;
      report(ring, {
        message: l10n.t("`Cadence_{0}` is empty in this profile, so this tone has no rhythm.", match[1] ?? ""),
        span: ring.value.toSource({ start: end - 1, end }),
        related: [{ segment: cadence.segment, span: cadence.nameSpan, message: l10n.t("Empty cadence") }],
      });
    }
  },
};
