import type { ParameterEntry } from "../protocol";
import { webLabel } from "../schema/elementName";
import { type FileRequestFeature, fileParams } from "./requestFeature";

/** Every parameter of the phone the file is for, for a list to pick from. */
export const parameters: FileRequestFeature<"flatProfile/parameters"> = {
  params: fileParams,
  empty: [],
  run({ snapshot }) {
    const { catalogue, device, document } = snapshot;
    const [profile] = document.profiles;
    return catalogue.concreteNames(device).flatMap((name): ParameterEntry[] => {
      const parameter = catalogue.find(name)?.parameter;
      if (!parameter || parameter.readOnly) return [];
      const place = [parameter.tab, parameter.section].filter((part) => part !== "").join(" > ");
      return [
        {
          name,
          label: webLabel(parameter, catalogue),
          place,
          note: parameter.note,
          present: profile?.inEffect(name) !== undefined,
        },
      ];
    });
  },
};
