/**
 * Distinguishes the messages of one code in a list without repeating them: `code`, `code#2`. The list ends with the messages
 * themselves; what they quote and their numbers are left out.
 */
export class MessageForms {
  readonly #forms = new Map<string, string[]>();

  codeOf({ code, message }: { readonly code: string; readonly message: string }): string {
    const form = message.replace(/`[^`]*`/g, "`…`").replace(/\b\d+\b/g, "0");
    const forms = this.#forms.get(code) ?? [];
    this.#forms.set(code, forms);
    if (!forms.includes(form)) forms.push(form);
    const number = forms.indexOf(form) + 1;
    return number === 1 ? code : `${code}#${number}`;
  }

  /** Only of codes with several. */
  lines(): readonly string[] {
    return [...this.#forms]
      .filter(([, forms]) => forms.length > 1)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([code, forms]) => forms.map((form, i) => `${code}#${i + 1}: ${form}`));
  }
}
