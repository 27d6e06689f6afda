import assert from "node:assert/strict";
import { test } from "node:test";
import { DialectService } from "../../server/src/analysis/dialectService";
import type { CheckOptions } from "../../server/src/checks/check";
import { catalogue } from "../support/catalogue";
import { dialect } from "../support/problems";

const start: CheckOptions = {
  device: { family: "mpp88xx", certainty: "stated", reason: "" },
  emergencyNumbers: "auto",
  optIn: [],
};
const others: readonly CheckOptions[] = [
  { ...start, device: { ...start.device, family: "spa5xx" } },
  { ...start, device: { ...start.device, model: "8841" } },
  { ...start, device: { ...start.device, firmware: "11.3.1" } },
  { ...start, device: { ...start.device, certainty: "guessed" } },
  { ...start, emergencyNumbers: "DE" },
  { ...start, optIn: ["parameter/is-default"] },
];

test("equal options have one analyzer, and each other choice has its own", () => {
  const service = new DialectService(dialect, catalogue, () => undefined);
  const made = [start, ...others].map((options) => service.analyzer(options));
  assert.equal(new Set(made).size, made.length);
  for (const [i, options] of [start, ...others].entries())
    assert.equal(service.analyzer({ ...options, device: { ...options.device, reason: "another" } }), made[i]);
});

test("the analyzers used last are kept", () => {
  const service = new DialectService(dialect, catalogue, () => undefined);
  const first = service.analyzer(start);
  for (let i = 0; i < 100; i++) {
    service.analyzer({ ...start, emergencyNumbers: String(i) });
    if (i < 50) assert.equal(service.analyzer(start), first);
  }
  assert.notEqual(service.analyzer(start), first);
});
