// The seed of all random tests, so that a run can be repeated; imported before the tests.
import fc from "fast-check";

export const seed = Number(process.env.FAST_CHECK_SEED ?? 20261129);
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed });
