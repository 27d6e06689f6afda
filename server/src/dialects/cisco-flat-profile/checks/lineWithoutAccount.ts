import * as l10n from "@vscode/l10n";
import type { Check } from "../../../checks/check";
import { elementOf } from "../../../xml/element";

export const lineWithoutAccount: Check = {
  code: "line/no-account",
  severity: "hint",
  title: "Enabled line without user ID or proxy",
  docs: `The line is enabled, but its user ID or its proxy is empty, so it can never register. Dumps of unused lines look the same, so it is only a hint.`,
  examples: [
    {
      bad: "<flat-profile><Line_Enable_1_>Yes</Line_Enable_1_><Proxy_1_>sip.example.com</Proxy_1_><User_ID_1_></User_ID_1_></flat-profile>",
      good: "<flat-profile><Line_Enable_1_>Yes</Line_Enable_1_><Proxy_1_>sip.example.com</Proxy_1_><User_ID_1_>201</User_ID_1_></flat-profile>",
    },
  ],
  profile(profile, { report, write }) {
    for (let n = 1; n <= 24; n++) {
      const enable = profile.inEffect(`Line_Enable_${n}_`);
      if (!enable || enable.templated || !/^(?:yes|1|enable)$/i.test(enable.text)) continue;
      const user = profile.inEffect(`User_ID_${n}_`);
      const proxy = profile.inEffect(`Proxy_${n}_`);
      const empty =
        user?.text === "" && !user.templated ? user : proxy?.text === "" && !proxy.templated ? proxy : undefined;
      if (!empty || elementOf(empty).form === "self-closing") continue;
      const [word, other] = empty === user ? ["user ID", proxy] : ["proxy", user];
      // A line that has neither is not in use.
      if (!other || other.text === "") continue;
      report(enable, {
        message: l10n.t("Line {0} is enabled but has no {1}. It cannot register.", n, word),
        span: enable.nameSpan,
        related: [{ segment: empty.segment, span: empty.nameSpan, message: l10n.t("Empty value") }],
        fixes: [{ title: l10n.t("Set `Line_Enable_{0}_` to `No`", n), edits: write.setValue(enable, "No") }],
      });
    }
  },
};
