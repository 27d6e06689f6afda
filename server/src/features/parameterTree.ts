import type { Setting } from "../profile/setting";
import type { TreeParameter } from "../protocol";
import { webLabel } from "../schema/elementName";
import type { EffectiveParameter } from "../schema/model";
import { type Severity, shift } from "../text/span";
import { LineCursor } from "./lineCursor";
import { type FileRequestFeature, fileParams } from "./requestFeature";
import { detailOf } from "./settingDetail";
import { webSectionsOf } from "./webSections";

/** Maximum number of parameters in an answer; more are of no use in a tree. */
const maxParameters = 20_000;

const worstFirst: readonly Severity[] = ["error", "warning", "info", "hint"];

/** The parameters of a file in its order, each with its place on the web page and what is special about it. */
export const parameterTree: FileRequestFeature<"flatProfile/parameterTree"> = {
  params: fileParams,
  empty: null,
  run({ version, snapshot, lines }) {
    const { document, likelyAnalyzer } = snapshot;
    if (document.form === "foreign") return { version, parameters: [], more: false };
    const problems = snapshot.problems();
    const cursor = new LineCursor(lines);
    const parameters: TreeParameter[] = [];
    let next = 0;
    for (const [i, segment] of document.segments.entries()) {
      const base = document.starts[i] ?? 0;
      const places = webSectionsOf(segment, likelyAnalyzer);
      for (const [j, setting] of segment.settings.entries()) {
        if (parameters.length === maxParameters) return { version, parameters, more: true };
        const place = places[j] ?? { tab: "", section: "" };
        const { effective } = likelyAnalyzer.facts(setting);
        const start = base + setting.parts.start;
        const end = base + setting.parts.end;
        while (next < problems.length && (problems[next]?.span.start ?? 0) < start) next++;
        const first = next;
        while (next < problems.length && (problems[next]?.span.start ?? 0) < end) next++;
        const here = problems.slice(first, next).map(({ severity }) => severity);
        const severity = worstFirst.find((s) => here.includes(s));
        parameters.push({
          name: setting.name,
          label: effective ? webLabel(effective.parameter, snapshot.catalogue) : "",
          tab: setting.path === "" ? place.tab : setting.path,
          section: setting.path === "" ? place.section : "",
          value: detailOf(setting, snapshot),
          secret: snapshot.isSecret(setting),
          changed: effective !== undefined && isChanged(setting, effective),
          ...(severity && { severity }),
          problems: here.length,
          range: cursor.rangeOf(shift(setting.nameSpan, base)),
        });
      }
    }
    return { version, parameters, more: false };
  },
};

/** The value is another than a known default. An empty one may mean the default, and a template is not known yet. */
function isChanged(setting: Setting, { default: usual, parameter }: EffectiveParameter): boolean {
  const { text } = setting;
  if (usual === undefined || text === "" || setting.templated) return false;
  return parameter.type === "Bool" ? text.toLowerCase() !== usual.toLowerCase() : text !== usual;
}
