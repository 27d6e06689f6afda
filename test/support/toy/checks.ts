import * as l10n from "@vscode/l10n";
import { type Check, withExamples } from "../../../server/src/checks/check";
import { duplicateParameter } from "../../../server/src/checks/duplicateParameter";
import { notOnDevice } from "../../../server/src/checks/notOnDevice";
import { typography } from "../../../server/src/checks/typography";
import { unknownParameter } from "../../../server/src/checks/unknownParameter";

const pollsNothing: Check = {
  code: "fetch/polls-nothing",
  severity: "warning",
  title: "Hour of polling without a file",
  docs: "At `POLLHOUR` the phone fetches the file of `NEXTFILE` again. Without a file it does nothing.",
  examples: [{ bad: "SET POLLHOUR 3\n", good: "SET POLLHOUR 3\nSET NEXTFILE http://h/next.txt\n" }],
  profile(profile, { report, write }) {
    if (profile.hasTemplate) return;
    const hour = profile.inEffect("POLLHOUR");
    if (!hour || hour.isEmpty || profile.inEffect("NEXTFILE")?.isEmpty === false) return;
    report(hour, {
      message: l10n.t("`POLLHOUR` is set, but `NEXTFILE` is not. The phone fetches nothing."),
      fixes: [{ title: l10n.t("Remove `POLLHOUR`"), edits: write.remove(hour), safe: true }],
    });
  },
};

/** Every check of settings and files; the first is of these phones alone. */
export const checks: readonly Check[] = [
  pollsNothing,
  withExamples(unknownParameter, { bad: "SET LANGUAGES german\n", good: "SET LANGUAGE german\n" }),
  withExamples(duplicateParameter, {
    bad: "SET LANGUAGE german\nSET language french\n",
    good: "SET LANGUAGE german\n",
  }),
  withExamples(notOnDevice, {
    bad: "## flat-profile-device family=acmed\nSET RINGPATTERN long\n",
    good: "## flat-profile-device family=acmew\nSET RINGPATTERN long\n",
  }),
  withExamples(typography, {
    bad: "SET NEXTFILE http://h/a\u2013b.txt\n",
    good: "SET NEXTFILE http://h/a-b.txt\n",
  }),
];
