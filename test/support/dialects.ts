import type { Dialect } from "../../server/src/dialects/dialect";
import { dialects as product } from "../../server/src/dialects/index";
import { toySettings } from "./toy/index";

/** The dialects of the product and the toy: what the code under test has instead of the list (test/support/withToy.mjs). */
export const dialects: readonly Dialect[] = [...product.filter(({ id }) => id !== toySettings.id), toySettings];
