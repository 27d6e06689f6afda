import * as l10n from "@vscode/l10n";
import { type Check, withExamples } from "../../../../checks/check";
import { notOnDevice as shared } from "../../../../checks/notOnDevice";
import { isListed } from "../../../../schema/catalogue";
import type { FamilyId, Parameter } from "../../../../schema/model";
import { type ListedModel, modelsReaching } from "../../flow/models";

/** Other software that models of a family run: of the other signaling, or an application on the device. */
const otherSoftware: Readonly<Record<FamilyId, readonly FamilyId[]>> = {
  avaya96x0h323: ["avaya96x0sip"],
  avaya96x1h323: ["avaya96x1sip"],
  avayaj159: ["avayaj100h323"],
  avayaj169: ["avayaj100h323"],
  avayaj189: ["avayaj100h323"],
  avayavantage: ["avayavantageconnect", "avayaworkplace"],
};

/** The template lists few parameters of the oldest phones, and their guides more. */
const hardlyListed = "avaya16xx";

/** What a model may have; a model that no family names may have any parameter. */
function mayHave({ families }: ListedModel, parameter: Parameter): boolean {
  const all = families.flatMap((id) => [id, ...(otherSoftware[id] ?? [])]);
  return all.length === 0 || all.some((id) => id === hardlyListed || isListed(parameter, id));
}

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
      if (listed.some((each) => mayHave(each, parameter))) continue;
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
