import * as l10n from "@vscode/l10n";
import type { Check } from "../../../checks/check";

/** Seconds; the longest interval on which all manuals agree: three days. */
const agreed = 259_200;
const maxSeconds = 2_592_000;

export const longReportInterval: Check = {
  code: "report/long-interval",
  severity: "info",
  title: "Report interval that one manual does not allow",
  docs: `Release notes allow up to 2592000 seconds (30 days) between periodic reports, the administration guide up to 259200 (3 days). Firmware that follows the guide does not accept the longer interval.`,
  examples: [
    {
      bad: "<flat-profile><Periodic_Upload_To_Server>604800</Periodic_Upload_To_Server></flat-profile>",
      good: "<flat-profile><Periodic_Upload_To_Server>259200</Periodic_Upload_To_Server></flat-profile>",
    },
  ],
  forName: ({ name }) => name.length === 25 && /^periodic_upload_to_server$/i.test(name),
  setting({ text, templated, valueSpan }, _facts, { report }) {
    if (templated || !/^\d{1,9}$/.test(text)) return;
    if (Number(text) <= agreed || Number(text) > maxSeconds) return;
    report({
      message: l10n.t("Manuals disagree whether phones accept more than {0} s (3 days).", agreed),
      span: valueSpan,
    });
  },
};
