// Lists of choices that phones print beside an element of their own dump:
//   <!-- options: none/tftp/http -->            SPA, after the element
//   <!--  available options: UDP|TCP|TLS  -->   MPP, on the next line
//   <!--options: 0:None, 2:Remote-->            router part of the adapters

interface CommentedOptions {
  readonly options: readonly string[];
  /** The meaning of an option, if the comment gives it. */
  readonly labels?: Readonly<Record<string, string>>;
}

const maxLength = 2000;

/** The choices that a comment lists, without its `<!--` and `-->`; `value` is the text of the element. */
export function readOptionComment(comment: string, value = ""): CommentedOptions | undefined {
  const match = /^\s*(available\s+)?options?\s*:/i.exec(comment.slice(0, 40));
  if (!match || comment.length > maxLength) return undefined;
  const list = comment.slice(match[0].length).trim();
  if (!match[1]) {
    const labelled = readLabelled(list);
    if (labelled) return labelled;
  }
  // MPP separates with bars; a bar in a list that has slashes belongs to an option: `OPT|NTFY`.
  const separator = match[1] ? "|" : list.includes("/") ? "/" : "|";
  const parts = list.split(separator).map((part) => part.trim());
  const options = separator === "|" ? parts : regroup(parts, separator, value.trim());
  const distinct = [...new Set(options.filter((option) => option !== ""))];
  return distinct.length > 1 ? { options: distinct } : undefined;
}

/** `0:None, 2:Remote TFTP Server`. */
function readLabelled(list: string): CommentedOptions | undefined {
  const pairs = list.split(",").map((part) => /^\s*(-?\d{1,6})\s*:\s*(.+?)[\s.]*$/.exec(part));
  const labels: [string, string][] = [];
  for (const pair of pairs) {
    if (!pair?.[1] || !pair[2]) return undefined;
    labels.push([pair[1], pair[2]]);
  }
  return labels.length > 1
    ? { options: labels.map(([option]) => option), labels: Object.fromEntries(labels) }
    : undefined;
}

/** Options may contain the separator themselves: `month/day/day/month` are two, `month/day` and `day/month`. */
function regroup(parts: readonly string[], separator: string, value: string): readonly string[] {
  if (parts.includes(value)) return parts;
  const repeated = new Set(parts).size < parts.length;
  const size = value.includes(separator) ? value.split(separator).length : 2;
  if ((!repeated && !value.includes(separator)) || parts.length % size !== 0) return parts;
  const groups: string[] = [];
  for (let i = 0; i < parts.length; i += size) groups.push(parts.slice(i, i + size).join(separator));
  return new Set(groups).size === groups.length && (value === "" || groups.includes(value)) ? groups : parts;
}
