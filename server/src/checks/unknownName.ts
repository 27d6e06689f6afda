import type { Interest } from "./check";

/** Settings that the catalogue does not have, except those that a template completes. */
export const unknownName: Interest = {
  name: (_, { effective }) => !effective,
  setting: ({ templated }) => !templated,
};
