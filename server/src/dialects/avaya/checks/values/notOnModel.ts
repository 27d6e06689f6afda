import * as l10n from "@vscode/l10n";
import { type Check, withExamples } from "../../../../checks/check";
import { notOnDevice as shared } from "../../../../checks/notOnDevice";
import { modelsReaching } from "../../flow/models";
import { mayHave } from "../../software";

/** Of the phone that a person chose, and of the models that come to a line. */
export const notOnModel: Check = {
  ...withExamples(
    shared,
    {
      bad: "## flat-profile-device family=avaya16xx\nSET SIPDOMAIN example.com\n",
      good: "## flat-profile-device family=avayaj129\nSET SIPDOMAIN example.com\n",
    },
    {
      bad: "IF $MODEL4 SEQ B189 GOTO B189\nGOTO END\n# B189\nSET SIPDOMAIN example.com\n# END\n",
      good: "IF $MODEL4 SEQ J129 GOTO J129\nGOTO END\n# J129\nSET SIPDOMAIN example.com\n# END\n",
    },
  ),
  document(document, { catalogue, device, facts, report }) {
    if (document.hasTemplate || device.certainty === "stated") return;
    for (const [{ statement, segment }, { listed, others }] of modelsReaching(document, catalogue)) {
      if ((statement.kind !== "set" && statement.kind !== "add") || others || listed.length === 0) continue;
      const { setting } = statement;
      const parameter = facts(setting).effective?.parameter;
      if (!parameter || parameter.readOnly || setting.templated) continue;
      if (listed.some(({ families }) => mayHave(families, parameter))) continue;
      const models = [...new Set(listed.map(({ model }) => model))].join(", ");
      report(segment, {
        message: l10n.t(
          "Only {0} come to the line, and they have no parameter `{1}`. They ignore it.",
          models,
          setting.name,
        ),
        span: setting.nameSpan,
      });
    }
  },
};
