import { xmlFormat } from "../../xml/format";
import { policy } from "./policy";

/** How files of Unified CM are read and written. */
export const format = xmlFormat(policy);
