import type { Dialect } from "../dialects/dialect";
import type { PackedFacts, PackedList, Row } from "../schema/packed";

/** Parameters of each data type. */
const perType = 25;

/** Good and bad values of most types. */
const values = ["Yes", "1", "", "many", "192.0.2.1", "text with spaces"];

/** A packed catalogue with invented parameters of all data types of a dialect, and its list. */
export function madeUpCatalogue({ valueTypes }: Dialect): readonly [facts: string, list: string] {
  const families = ["a", "b", "c"].map((id) => ({
    id,
    name: id,
    label: id,
    generation: "g",
    firmware: [],
    models: [],
  }));
  const rows = valueTypes.flatMap((_, type) =>
    Array.from({ length: perType }, (_, i) => {
      const row: Row = [type, 0o121, "", { d: values[(type + i) % values.length] ?? "" }];
      return { name: nameOf(type, i), row };
    }),
  );
  const facts: PackedFacts = {
    families,
    generations: [{ id: "g", traits: [] }],
    otherLoads: [],
    types: [],
    switches: [],
  };
  const list: PackedList = {
    place: [["", "", ""]],
    type: valueTypes.map(({ id }) => [id, -1, 1]),
    presence: [["DgD"]],
    index: [[{ n: [1, 4] }, { 1: { n: [1, 2] } }]],
    list: [],
    names: rows.map(({ name }) => name),
    places: rows.map(() => 0),
    indexes: rows.map(() => 0),
    presences: rows.map(() => 0),
    bits: rows.map(() => 0),
  };
  const lines = [list, ...rows.map(({ row }) => row)];
  return [JSON.stringify(facts), lines.map((line) => JSON.stringify(line)).join("\n")];
}

/** In letters, as the catalogue files names by what is left without their numbers. */
function nameOf(type: number, i: number): string {
  return `${String.fromCharCode(65 + (type >> 4), 97 + (type & 15))}_Made_Up_${String.fromCharCode(65 + i)}_{n}_`;
}
