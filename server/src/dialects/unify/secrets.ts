import { namedSecrets } from "../../secrets/namedSecrets";
import { format } from "./policy";

/** Passwords, by the catalogue and by name. */
export const secrets = namedSecrets(format.likelySecrets);
