import { webPlace } from "../schema/webPlace";
import { perSegment } from "./perSegment";

/** Where the web interface shows a setting; empty for an unknown name and for one in sections of its own. */
export interface WebSection {
  readonly tab: string;
  readonly section: string;
}

const nowhere: WebSection = { tab: "", section: "" };

/** The places of the settings of a segment, in their order. */
export const webSectionsOf = perSegment((segment, analyzer): readonly WebSection[] =>
  segment.settings.map((setting): WebSection => {
    const { effective } = analyzer.facts(setting);
    return effective && effective.parameter.path === ""
      ? webPlace(effective.parameter, effective.indexes, analyzer.catalogue)
      : nowhere;
  }),
);
