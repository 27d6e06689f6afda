import { segmentAt } from "../../server/src/values/signal/section";
import type { ToneScript } from "../../server/src/values/signal/toneScript";

/** The frequencies that sound `t` seconds after the start; undefined when the tone is over. */
export function toneAt(script: ToneScript, t: number): readonly number[] | undefined {
  const found = segmentAt(script.sections, t);
  return found && (found.on ? (found.segment.frequencies ?? []).map((f) => f.index) : []);
}
