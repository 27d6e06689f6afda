import { namedSecrets } from "../../secrets/namedSecrets";
import { format } from "./format";

/** Secrets by the catalogue and by name, also where the text could not be read. */
export const secrets = namedSecrets(format.likelySecrets);
