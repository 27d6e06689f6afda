import { type Paint, printable } from "./printable";

/** Columns of a page; a longer line is hard to read. */
const width = 100;

/** Markdown as a terminal shows it: marks become bold or vanish, code stays. */
export function inTerminal(markdown: string, paint: Paint): string {
  let inCode = false;
  return markdown
    .split("\n")
    .flatMap((line) => {
      if (!line.startsWith("```"))
        return inCode ? `    ${paint.dim(printable(line))}` : wrapped(line.trimEnd()).map((each) => plain(each, paint));
      inCode = !inCode;
      return [];
    })
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trimEnd();
}

/** Lines of at most `width` columns, those of a list below its first word. Marks of Markdown count: nothing is too long. */
function wrapped(line: string): string[] {
  const [, mark = "", text = ""] = /^(- |#+ )?(.*)$/.exec(line) ?? [];
  if (mark.startsWith("#")) return [line];
  const lines: string[] = [];
  let current = mark;
  // code may have spaces, and stays in one line
  for (const word of text.match(/(?:`+[^`]*`+|[^\s`])+/g) ?? []) {
    if (current.length + word.length >= width && current.trim() !== "" && current !== mark) {
      lines.push(current.trimEnd());
      current = " ".repeat(mark.length);
    }
    current += `${word} `;
  }
  return [...lines, current.trimEnd()];
}

function plain(line: string, paint: Paint): string {
  if (/^#+ /.test(line)) return paint.bold(unescaped(printable(line.replace(/^#+ /, ""))));
  return printable(line)
    .replace(/\*\*([^*]+)\*\*/g, (_, words: string) => paint.bold(words))
    .split(/(`+)(.+?)\1/)
    .map((part, i) => {
      // text, fence and code in turn
      if (i % 3 === 1) return "";
      return i % 3 === 2 ? paint.cyan(part.trim()) : unescaped(part.replace(/(^|\s)\*([^*]+)\*/g, "$1$2"));
    })
    .join("");
}

function unescaped(text: string): string {
  return text
    .replace(/\\([\\`*_{}[\]()#+\-.!|<>&~])/g, "$1")
    .replaceAll("&lt;", "<")
    .replaceAll("&amp;", "&");
}
