export type Variables = Readonly<Record<string, string>>;

/** What a phone does, line by line, as the guides say it: the simulator must agree. */
export function oracle(name: string, files: Variables, variables: Variables, settings = new Map<string, string>()) {
  const lines = (files[name] ?? "").split("\n");
  for (let i = 0; i < lines.length; i++) {
    const [word = "", a = "", , c = "", , e = ""] = (lines[i] ?? "").split(" ");
    const label = word === "GOTO" ? a : word === "IF" && variables[a.slice(1)] === c ? e : undefined;
    const rest = lines.slice(i + 1);
    if (word === "SET") settings.set(a, (lines[i] ?? "").split(" ").slice(2).join(" "));
    else if (word === "GET" && files[a] !== undefined) return oracle(a, { ...files, [name]: "" }, variables, settings);
    else if (label !== undefined && !rest.includes(`# ${label}`)) return settings;
    else if (label !== undefined) i += rest.indexOf(`# ${label}`);
  }
  return settings;
}
