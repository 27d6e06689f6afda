import type { FamilyId } from "../../../schema/model";

// What Resync_Trigger_1 and _2 do: specification section 6.3.

/** `gate`: an interval that expires leads to a resync only while a trigger is true; `source`: a true trigger is a reason of its own. */
export type TriggerEffect = "gate" | "source";

/** The guides of adapters say both; their newest chapter says gate. */
export function triggerEffect(family: FamilyId | undefined): TriggerEffect {
  return family !== undefined && /^(?:spa|mpp8831)/.test(family) ? "source" : "gate";
}
