import type { TriggerEffect } from "../../../preview/report";

// What Resync_Trigger_1 and _2 do: specification section 6.3.

/** The guides of adapters say both; their newest chapter says gate. */
export function triggerEffect(traits: ReadonlySet<string>): TriggerEffect {
  return traits.has("triggers-start-resyncs") ? "source" : "gate";
}
