// Names of files as a dialect lists them: one source for the command line, watchers and the editor.

/** Endings that template engines add to the name of what they print. */
const templateEndings = [
  "tpl",
  "tmpl",
  "j2",
  "jinja",
  "jinja2",
  "erb",
  "php",
  "vm",
  "ejs",
  "mustache",
  "hbs",
  "in",
  "dist",
  "sample",
];

/** Languages that VS Code gives to templates. */
export const templateLanguages: readonly string[] = [
  "smarty",
  "jinja",
  "jinja-xml",
  "jinja-html",
  "twig",
  "handlebars",
  "mustache",
];

/** These names, and those of templates for such files. */
export function withTemplates(names: readonly string[]): string[] {
  return names.flatMap((name) => [name, ...templateEndings.map((ending) => `${name}.${ending}`)]);
}

/** These names without those of templates. */
export function withoutTemplates(names: readonly string[]): string[] {
  const isTemplate = (name: string) =>
    templateEndings.some((end) => names.includes(name.slice(0, -end.length - 1)) && name.endsWith(`.${end}`));
  return names.filter((name) => !isTemplate(name));
}

const matchers = new WeakMap<readonly string[], RegExp>();

/** Whether a name without folders is one of `names`. */
export function isNamed(fileName: string, names: readonly string[]): boolean {
  let matcher = matchers.get(names);
  if (!matcher) {
    const alternatives = names.map((name) => name.split("*").map(escaped).join(".*"));
    matcher = new RegExp(`^(?:${alternatives.join("|")})$`, "is");
    matchers.set(names, matcher);
  }
  return matcher.test(fileName);
}

/**
 * Patterns of these names in any folder, for watchers and searches that distinguish letter case. They have no braces,
 * which not every editor reads with other signs in them; so templates are any file with one more ending.
 */
export function globsOf(names: readonly string[]): string[] {
  const patterns = names.map((name) => {
    const [, base, ending = ""] = /^(.*)\.([^.]*)$/.exec(name) ?? [];
    return base !== undefined && templateEndings.includes(ending) && names.includes(base) ? `${base}.*` : name;
  });
  return [...new Set(patterns)].map((pattern) => `**/${pattern.replace(/[a-z]/gi, anyCase)}`);
}

function anyCase(letter: string): string {
  return `[${letter.toLowerCase()}${letter.toUpperCase()}]`;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
