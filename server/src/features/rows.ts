import type { Setting } from "../profile/setting";

// Rows of tables: settings on one line whose names are written elsewhere.

/** The settings of the line that `setting` is on, in order. */
export function rowOf(setting: Setting): readonly Setting[] {
  const { settings, text } = setting.segment;
  const at = settings.indexOf(setting);
  const isNext = (i: number, j: number) => {
    const [one, other] = [settings[i], settings[j]];
    if (!one || !other || one.hasName || other.hasName) return false;
    return !/[\r\n]/.test(text.slice(one.parts.end, other.parts.start));
  };
  let [first, last] = [at, at];
  while (isNext(first - 1, first)) first--;
  while (isNext(last, last + 1)) last++;
  return settings.slice(first, last + 1);
}

/** The name of a column without that of its table: `Address` of `Hosts_Address`. */
export function columnName({ name, path }: Pick<Setting, "name" | "path">): string {
  const table = `${path.toUpperCase()}_`;
  return name.toUpperCase().startsWith(table) ? name.slice(table.length) : name;
}
