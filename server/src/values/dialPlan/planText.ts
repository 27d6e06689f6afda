import type { Fix, Problem, Severity, Span } from "../../text/span";

/** The text of a plan while it is read: where the reader is, and what it found wrong. */
export class PlanText {
  at = 0;
  readonly problems: Problem[] = [];
  /** The first sign of its kind at or after a place, so that unclosed brackets are not searched for again and again. */
  readonly #next = new Map<string, number>();

  constructor(
    readonly text: string,
    /** `[^12]` matches the other digits. */
    readonly negation = false,
  ) {}

  find(sign: string, from: number): number {
    const known = this.#next.get(sign);
    if (known !== undefined && (known < 0 || known >= from)) return known;
    const found = this.text.indexOf(sign, from);
    this.#next.set(sign, found);
    return found;
  }

  blanks(): void {
    while (isBlank(this.text[this.at])) this.at++;
  }

  here(): Span {
    return { start: this.at, end: Math.min(this.text.length, this.at + 1) };
  }

  report(code: string, severity: Severity, span: Span, message: string, fix?: Fix): void {
    const fixes = fix && fix.edits.length > 0 ? { fixes: [fix] } : {};
    this.problems.push({ code: `dialplan/${code}`, severity, message, span, ...fixes });
  }
}

export function isBlank(c: string | undefined): boolean {
  return c !== undefined && /\s/.test(c);
}
