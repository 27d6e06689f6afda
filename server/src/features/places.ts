import { isSecretName } from "../schema/secretName";
import { webPlace } from "../schema/webPlace";
import { perSegment } from "./perSegment";

/** Where the web interface shows a setting; empty for a name that nobody knows and for one in sections of its own. */
export interface Place {
  readonly tab: string;
  readonly section: string;
  readonly secret: boolean;
}

const nowhere: Place = { tab: "", section: "", secret: false };
const hidden: Place = { ...nowhere, secret: true };

/** The places of the settings of a segment, in their order. */
export const placesOf = perSegment((segment, analyzer): readonly Place[] =>
  segment.settings.map((setting): Place => {
    const { setpoint } = analyzer.facts(setting);
    if (!setpoint) return isSecretName(setting.name) ? hidden : nowhere;
    const { parameter, indexes } = setpoint;
    const secret = parameter.secret === true;
    if (parameter.path !== "") return secret ? hidden : nowhere;
    return { ...webPlace(parameter, indexes), secret };
  }),
);
