import { rangeOf } from "./feature";
import { type FileRequestFeature, fileParams } from "./requestFeature";

/** The tests beside the dial plans of a file, followed for the same phone as its problems. */
export const dialTests: FileRequestFeature<"flatProfile/dialTests"> = {
  params: fileParams,
  empty: null,
  run({ version, snapshot, lines }) {
    const { document, statedAnalyzer, dialect } = snapshot;
    const { catalogue, device } = statedAnalyzer;
    const found = dialect.scripts?.dialTests(document, {
      catalogue,
      device,
      facts: (setting) => statedAnalyzer.facts(setting),
    });
    const tests = [...(found ?? [])].map(({ line, at, plan, failure }) => ({
      line,
      plan: plan.name,
      range: rangeOf(document.inFile(at.segment, at.span), lines),
      ...(failure !== undefined && { failure }),
    }));
    return { version, tests };
  },
};
