import { readDialPlan, readNumberMap } from "../../../server/src/values/dialPlan/read";
import {
  automatonOf,
  type DialSettings,
  decision,
  defaultDialSettings,
  dial,
  follow,
  mapNumber,
  offHook,
  stateOf,
} from "../../../server/src/values/dialPlan/simulate";
import type { Area } from "./area";

interface Input {
  readonly plan: string;
  readonly digits: string;
  readonly event?: string;
  readonly family?: string;
}

function settingsOf({ family = "mpp" }: Input, context: Readonly<Record<string, unknown>>): DialSettings {
  return {
    short: Number(context.short ?? defaultDialSettings.short),
    long: Number(context.long ?? defaultDialSettings.long),
    xIsAnyKey: family !== "mpp",
    sendsPartial: family === "mpp" || family === "sipura",
  };
}

const state: Area = (raw, context) => {
  const input = raw as Input;
  const settings = settingsOf(input, context);
  const dialling = dial(automatonOf(readDialPlan(input.plan), settings), input.digits);
  if (input.event) {
    const end = decision(dialling, input.digits, settings);
    if (end.kind === "partial") return { dial: end.number };
    return end.kind === "dials" ? { dial: end.winner.number } : "reject";
  }
  const isEnded = input.digits.endsWith("#") && !dial(dialling.automaton, input.digits.slice(0, -1)).expects("#");
  const now = isEnded
    ? (follow(dialling.automaton, input.digits, settings).at(-1)?.state ?? stateOf(dialling, settings))
    : stateOf(dialling, settings);
  switch (now.kind) {
    case "rejected":
      return { state: "reject" };
    case "partial":
      return { state: "dial_now", number: now.number };
    case "barred":
      return { state: "reject_barred" };
    case "dials":
      return {
        state: "dial_now",
        number: now.winner.number,
        ...(now.winner.gateway !== undefined && { gateway: now.winner.gateway }),
      };
    case "waiting":
      return now.winner
        ? { state: "complete_wait", timer: now.seconds, number: now.winner.number }
        : { state: "incomplete_wait", timer: now.seconds };
  }
};

/** What the product knows of dial plans, by area of the vector files. */
export const dialPlanAreas: Readonly<Record<string, Area>> = {
  "dialplan-state": state,
  "policy-dialplan": state,
  "dialplan-offhook": (raw) => {
    const { after, number } = offHook(automatonOf(readDialPlan((raw as Input).plan), defaultDialSettings));
    return {
      ...(after !== undefined && { after }),
      ...(number === undefined ? { result: "reorder" } : { dial: number }),
    };
  },
  "number-map": (raw) => {
    const { map, number } = raw as { readonly map: string; readonly number: string };
    return mapNumber(automatonOf(readNumberMap(map), defaultDialSettings), number) ?? number;
  },
};
