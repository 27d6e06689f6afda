import * as l10n from "@vscode/l10n";
import { type Check, type CheckContext, parameterOf } from "../../../checks/check";
import type { Setting } from "../../../profile/setting";
import type { Catalogue } from "../../../schema/catalogue";
import { familyOf } from "../../../schema/identity";
import { modelOfType, readLoad } from "../load";

/** The model that a person said the file is for. */
export function statedModel({ device, catalogue }: Pick<CheckContext, "device" | "catalogue">): string | undefined {
  if (device.certainty !== "stated" || device.model === undefined) return undefined;
  return familyOf({ model: device.model }, catalogue)?.model?.model ?? device.model;
}

/** The model that takes a load: by the number in its name, or the stated one. */
function modelFor(setting: Setting, role: string | undefined, context: CheckContext): string | undefined {
  if (role !== "load-by-type") return statedModel(context);
  const number = /\d+$/.exec(setting.name)?.[0];
  return number === undefined ? undefined : modelOfType(Number(number), context.catalogue)?.model;
}

function isLoad(role: string | undefined): boolean {
  return role === "load" || role === "load-by-type";
}

export const otherModelsLoad: Check = {
  code: "load/other-model",
  severity: "warning",
  title: "Firmware of another model",
  docs: "The name of a load begins with the models that it is for. A phone refuses the load of another model and keeps its firmware. In `XMLDefault.cnf.xml` the number in the name of the element is the kind of device.",
  examples: [
    {
      bad: "<Default><loadInformation434>SIP45.9-4-2SR3-1S</loadInformation434></Default>",
      good: "<Default><loadInformation434>SIP42.9-4-2SR3-1S</loadInformation434></Default>",
    },
  ],
  forName: (_, facts) => isLoad(parameterOf(facts)?.role),
  setting(setting, facts, context) {
    if (setting.templated || setting.isEmpty) return;
    const model = modelFor(setting, parameterOf(facts)?.role, context);
    const load = readLoad(setting.text, context.catalogue);
    if (model === undefined || !load || load.models.includes(model) || !hasLoads(model, context.catalogue)) return;
    context.report({
      message: l10n.t(
        "The load is for {0}, the element for {1}. The phone keeps its firmware.",
        load.models.join(", "),
        model,
      ),
      span: setting.value.toSource({ start: 0, end: load.prefix.length }),
    });
  },
};

/** It is known how loads of the model begin. */
function hasLoads(model: string, { families }: Catalogue): boolean {
  return families.some(({ models, firmwarePrefix }) =>
    models.some((each) => each.model === model && (each.firmwarePrefix ?? firmwarePrefix) !== undefined),
  );
}

export const otherProtocolsLoad: Check = {
  code: "load/other-protocol",
  severity: "info",
  title: "Load and protocol differ",
  docs: "The load decides which protocol the phone speaks. With `deviceProtocol` for the other protocol it looks for settings that the file does not have. While phones move from one protocol to the other, this can be meant.",
  examples: [
    {
      bad: "<device><deviceProtocol>SIP</deviceProtocol><loadInformation>SCCP41.9-4-2SR3-1S</loadInformation></device>",
      good: "<device><deviceProtocol>SIP</deviceProtocol><loadInformation>SIP41.9-4-2SR3-1S</loadInformation></device>",
    },
  ],
  profile(profile, { catalogue, select, report }) {
    for (const setting of select(profile, ofLoads)) {
      if (profile.inEffect(setting.name) !== setting || setting.templated) continue;
      const stated = profile.inEffect("deviceProtocol");
      const { protocol } = readLoad(setting.text, catalogue) ?? {};
      const wanted = stated?.templated ? undefined : /^(?:SIP|SCCP)$/.exec(stated?.text.trim() ?? "")?.[0];
      if (!stated || protocol === undefined || wanted === undefined || protocol === wanted) continue;
      report(setting, {
        message: l10n.t("The load speaks {0}, but `deviceProtocol` is `{1}`.", protocol, wanted),
        span: setting.value.toSource({ start: 0, end: setting.text.length }),
        related: [{ segment: stated.segment, span: stated.nameSpan, message: l10n.t("Protocol of the file") }],
      });
    }
  },
};

const ofLoads = {
  name: ({ name, path }: Pick<Setting, "name" | "path">) =>
    path === "" && (name === "loadInformation" || name === "deviceProtocol"),
  setting: ({ name }: Setting) => name === "loadInformation",
};
