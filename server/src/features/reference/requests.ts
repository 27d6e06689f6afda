import { isText } from "../paramShapes";
import type { RequestFeature } from "../requestFeature";
import { subjectAt } from "./addresses";
import { searchReference } from "./entries";
import { linksTo, referencePage } from "./referencePage";

export const referenceEntries: RequestFeature<"flatProfile/reference"> = {
  params: { words: isText },
  run: ({ words }, { services }) => searchReference(words, services.all()),
};

export const referencePageAt: RequestFeature<"flatProfile/referencePage"> = {
  params: { address: isText, linkPrefix: isText },
  run({ address, linkPrefix }, { services }) {
    const found = subjectAt(address, services.all());
    if (!found) return null;
    const links = linksTo(found.service, (path) => `${linkPrefix}${path}`);
    return { page: referencePage(found.subject, found.service, links) };
  },
};
