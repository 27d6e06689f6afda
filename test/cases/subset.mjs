// An expectation is read as "at least this": every member of an object, every element of a list of objects or words.

/** Why `actual` is less than `expected`; nothing when it is not. */
export function missing(expected, actual, where = "") {
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual)) return [`${where}: expected a list, found ${shown(actual)}`];
    return expected.flatMap((item, i) =>
      actual.some((each) => missing(item, each).length === 0)
        ? []
        : [`${where}[${i}]: ${shown(item)} not in ${shown(actual)}`],
    );
  }
  if (typeof expected === "object" && expected !== null) {
    if (typeof actual !== "object" || actual === null)
      return [`${where}: expected ${shown(expected)}, found ${shown(actual)}`];
    return Object.entries(expected).flatMap(([key, value]) =>
      missing(value, actual[key], where === "" ? key : `${where}.${key}`),
    );
  }
  return Object.is(expected, actual) ? [] : [`${where}: expected ${shown(expected)}, found ${shown(actual)}`];
}

function shown(value) {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}
