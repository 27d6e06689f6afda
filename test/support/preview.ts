import assert from "node:assert/strict";
import type { Device } from "../../server/src/devices/device";
import { evaluation } from "../../server/src/features/evaluation";
import { expandedProfile } from "../../server/src/features/expandedProfile";
import type { OpenFile } from "../../server/src/features/feature";
import { answerFor } from "./requests";

// Answers about a file of a dialect that has a preview.

export function evaluated(file: OpenFile, device: Device | undefined) {
  const answer = answerFor(evaluation, file, device && { device });
  assert.ok(answer);
  return answer;
}

export function expandedFile(file: OpenFile, device: Device | undefined) {
  const answer = answerFor(expandedProfile, file, device && { device });
  assert.ok(answer);
  return answer;
}
