/** `text` as literal Markdown: nothing in it is formatting, a link or HTML. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_{}[\]()#+\-.!|<>&~]/g, (c) => (c === "<" ? "&lt;" : c === "&" ? "&amp;" : `\\${c}`))
    .replace(/[\r\n]+/g, " ");
}

/** The same for sentences within a line, which read well as they are in files: other signs are kept. */
export function escapeProse(text: string): string {
  return text
    .replace(/[\\`*_[\]<>&|~]/g, (c) => (c === "<" ? "&lt;" : c === "&" ? "&amp;" : `\\${c}`))
    .replace(/[\r\n]+/g, " ");
}

/** `text` as inline code, whatever it contains. */
export function codeSpan(text: string): string {
  const flat = text.replace(/[\r\n]+/g, " ");
  const longest = Math.max(0, ...[...flat.matchAll(/`+/g)].map((match) => match[0].length));
  const fence = "`".repeat(longest + 1);
  const pad = flat.startsWith("`") || flat.endsWith("`") || flat === "" ? " " : "";
  return `${fence}${pad}${flat}${pad}${fence}`;
}
