import { github } from "./github";
import { json } from "./json";
import { junit } from "./junit";
import type { ReportFormat } from "./report";
import { sarif } from "./sarif";
import { text } from "./text";

/** Every output format of `check`. */
export const reportFormats: readonly ReportFormat<unknown>[] = [text, json, sarif, github, junit];
