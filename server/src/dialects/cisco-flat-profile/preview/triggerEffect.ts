import type { TriggerEffect } from "../../../preview/report";
import type { FamilyId } from "../../../schema/model";

// What Resync_Trigger_1 and _2 do: specification section 6.3.

/** The guides of adapters say both; their newest chapter says gate. */
export function triggerEffect(family: FamilyId | undefined): TriggerEffect {
  return family !== undefined && /^(?:spa|mpp8831)/.test(family) ? "source" : "gate";
}
