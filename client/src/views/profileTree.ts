import type { TreeParameter } from "../../../server/src/protocol";

// What a person types to narrow the view, as in VS Code's own settings:
//   filter = (word | "@changed" | "@problems" | "@secret")*     words: all must occur, in any order

export interface Filter {
  readonly words: readonly string[];
  readonly changed: boolean;
  readonly problems: boolean;
  readonly secret: boolean;
}

/** A tab with its sections, or a section; parameters without a section are directly in the tab. */
export interface Group {
  readonly id: string;
  /** Empty for parameters that are on no known page. */
  readonly name: string;
  readonly groups: readonly Group[];
  readonly parameters: readonly TreeParameter[];
}

export function filterFrom(text: string): Filter {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const has = (mark: string) => words.some((word) => word.length > 1 && mark.startsWith(word));
  return {
    words: words.filter((word) => !word.startsWith("@")),
    changed: has("@changed"),
    problems: has("@problems"),
    secret: has("@secret"),
  };
}

export function matches(parameter: TreeParameter, { words, changed, problems, secret }: Filter): boolean {
  if ((changed && !parameter.changed) || (problems && parameter.problems === 0) || (secret && !parameter.secret))
    return false;
  if (words.length === 0) return true;
  const { name, label, tab, section, value } = parameter;
  const text = `${name} ${name.replaceAll("_", " ")} ${label} ${tab} ${section} ${value}`.toLowerCase();
  return words.every((word) => text.includes(word));
}

/** Tabs in the order in which the file first sets something of them, in them their sections likewise. */
export function treeOf(parameters: readonly TreeParameter[], filter: Filter): readonly Group[] {
  const tabs = new Map<string, Map<string, TreeParameter[]>>();
  for (const parameter of parameters) {
    if (!matches(parameter, filter)) continue;
    const sections = entry(tabs, parameter.tab, () => new Map<string, TreeParameter[]>());
    entry(sections, parameter.section, () => []).push(parameter);
  }
  return [...tabs].map(([tab, sections]) => ({
    id: tab,
    name: tab,
    groups: [...sections]
      .filter(([section]) => section !== "")
      .map(([section, members]) => ({ id: `${tab}\n${section}`, name: section, groups: [], parameters: members })),
    parameters: sections.get("") ?? [],
  }));
}

/** Number of parameters in a group and below it. */
export function countOf({ groups, parameters }: Group): number {
  return groups.reduce((sum, group) => sum + countOf(group), parameters.length);
}

function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
