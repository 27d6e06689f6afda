import type { DialectService } from "../../analysis/dialectService";
import { webLabel } from "../../schema/elementName";
import type { EffectiveParameter } from "../../schema/model";
import { webPath } from "../../schema/webPlace";

/** What the page of a parameter says, as plain data. The default of a secret is left out. */
export function referenceFacts(effective: EffectiveParameter, service: DialectService): object {
  const { catalogue, dialect, manual } = service;
  const { parameter, options, ranges, device } = effective;
  const { secret = false, readOnly = false, unit, since, families, products, path } = parameter;
  return {
    kind: "parameter",
    system: dialect.id,
    name: effective.name,
    ...(path !== "" && { path }),
    pattern: parameter.name,
    label: webLabel(parameter, catalogue),
    webPage: webPath(parameter, device.family, catalogue),
    type: { id: parameter.type, title: catalogue.types.get(parameter.type)?.title ?? parameter.type },
    note: parameter.note,
    options,
    ranges,
    ...(unit !== undefined && { unit }),
    ...(effective.default !== undefined && !secret && { default: effective.default }),
    ...(since !== undefined && { since }),
    secret,
    readOnly,
    families,
    ...(products && { products }),
    manual: manual.ofParameter(parameter) ?? null,
  };
}
