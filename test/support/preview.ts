import assert from "node:assert/strict";
import { evaluationAnswer } from "../../server/src/features/evaluation";
import { expandedAnswer } from "../../server/src/features/expandedProfile";

// Answers about a file of a dialect that has a preview.

export function evaluated(...asked: Parameters<typeof evaluationAnswer>) {
  const answer = evaluationAnswer(...asked);
  assert.ok(answer);
  return answer;
}

export function expandedFile(...asked: Parameters<typeof expandedAnswer>) {
  const answer = expandedAnswer(...asked);
  assert.ok(answer);
  return answer;
}
