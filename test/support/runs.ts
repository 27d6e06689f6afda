// The quick suite runs the random tests of some files on a part of their samples; the slow one runs these files in full
// (`sampled` in test/slow.mjs).
const share = process.env.TEST_SAMPLE ? 6 : 1;

/** How often a random test runs. */
export const runs = (all: number): number => Math.ceil(all / share);

/** What a test over many real inputs looks at. */
export const some = <T>(all: readonly T[]): readonly T[] => all.filter((_, i) => i % share === 0);
