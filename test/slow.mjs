// Test files that run apart from `npm run test:unit`, with the seconds of processor time that each took: hostile inputs,
// processes that are ended, long random runs. `npm test` runs both suites.
const seconds = {
  "test/cli/bytes.test.ts": 11,
  "test/cli/canaries.test.ts": 7,
  "test/cli/encodings.test.ts": 10,
  "test/cli/faults.test.ts": 0,
  "test/corpus/unprovisioned.test.ts": 0,
  "test/features/everyPlace.test.ts": 14,
  "test/fuzz/short.test.ts": 0,
  "test/fuzz/twins.test.ts": 0,
  "test/hostile/disk.test.ts": 0,
  "test/hostile/manySettings.test.ts": 0,
  "test/hostile/marks.test.ts": 0,
  "test/hostile/places.test.ts": 0,
  "test/hostile/process.test.ts": 0,
  "test/hostile/profiles.test.ts": 0,
  "test/hostile/protocol.test.ts": 0,
  "test/hostile/values.test.ts": 0,
  "test/sealed/faults.test.ts": 0,
  "test/sealed/order.test.ts": 9,
  "test/soak/short.test.ts": 0,
};

export const slowFiles = Object.keys(seconds);
