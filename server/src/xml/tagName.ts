import { nameMarkEnd } from "../text/placeholder";

// Names of elements and attributes, with the placeholders of templates in them.

export function isNameStart(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || (code >= 0xc0 && code < 0x2000);
}

export function isNamePart(code: number): boolean {
  return isNameStart(code) || (code >= 48 && code <= 57) || code === 45 || code === 46 || code === 58;
}

/** The end of the name at `at`; it may contain placeholders such as `{{n}}`. `at` itself when there is none. */
export function nameEnd(text: string, at: number): { end: number; templated: boolean } {
  let end = at;
  let templated = false;
  for (;;) {
    const c = text.charCodeAt(end);
    if (end === at ? isNameStart(c) : isNamePart(c)) end++;
    else if (opensMark(c) || c === 60) {
      const close = nameMarkEnd(text, end, 200);
      if (close === undefined || hasLineBreak(text, end, close)) break;
      end = close;
      templated = true;
    } else break;
  }
  return { end, templated };
}

/** { $ # % @ [ */
export function opensMark(code: number): boolean {
  return code === 123 || code === 36 || code === 35 || code === 37 || code === 64 || code === 91;
}

function hasLineBreak(text: string, start: number, end: number): boolean {
  return /[\r\n]/.test(text.slice(start, end));
}

/** The name without a namespace prefix. */
export function localName(name: string): string {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
}
