import { defaultSettings } from "../../server/src/analysis/snapshot";
import { dialects } from "../../server/src/dialects/index";
import { recognize } from "../../server/src/dialects/recognize";
import { problemsOf } from "../support/problems";
import { codes } from "./codes";
import type { VendorCase } from "./vendorCase";

/** Files of a folder, the first one being the one that is looked at. */
export function enterpriseCase({ input, expected }: VendorCase): string | undefined {
  const files = Object.entries(input).filter((each): each is [string, string] => typeof each[1] === "string");
  const [[own, text] = ["", ""], ...others] = files;
  const dialect = recognize(dialects, own, text);
  if (!dialect) return `${own} is not recognized`;
  const found = problemsOf(text, defaultSettings, dialect, { own, others: Object.fromEntries(others) });
  if (expected.ok === true) {
    const bad = found.filter(({ severity }) => severity === "error" || severity === "warning");
    return bad.length === 0 ? undefined : `reported: ${bad.map(({ code }) => code).join(", ")}`;
  }
  const plain = String(expected.code).replace(/ \(new\)$/, "");
  const severity = expected.severity === "information" ? "info" : expected.severity;
  const code = codes[plain] ?? plain;
  return found.some((each) => each.code === code && (severity === undefined || each.severity === severity))
    ? undefined
    : `no ${severity} ${code}; found ${JSON.stringify(found.map((each) => [each.severity, each.code]))}`;
}
