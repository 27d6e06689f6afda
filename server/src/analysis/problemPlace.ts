import type { FileProblem } from "./fileProblem";
import type { Snapshot } from "./snapshot";

/**
 * Where a problem is, in words that stay the same when lines move: its code and the setting it is in (empty outside
 * settings). No value is part of it, so that it can be written to files.
 */
export interface ProblemPlace {
  readonly code: string;
  readonly setting: string;
}

export function placeOf({ code, span }: FileProblem, { document }: Snapshot): ProblemPlace {
  const setting = document.settingAt(span.start)?.setting;
  return {
    code,
    setting: setting === undefined ? "" : [...(setting.path === "" ? [] : [setting.path]), setting.name].join("/"),
  };
}
