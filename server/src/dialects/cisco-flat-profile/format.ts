import { xmlFormat } from "../../xml/format";
import { policy } from "./policy";

/** How flat-profile files are read and written. */
export const format = xmlFormat(policy);
