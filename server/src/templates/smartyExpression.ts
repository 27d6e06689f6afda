// An expression of Smarty as one of Jinja: `$row.name|default:'x'`, `$a[0]`, `$a->b`, `$x@index`, `eq`, `&&`.

const token =
  /\s+|\$smarty\.foreach\.\w+\.(\w+)|\$(\w+)@(\w+)|\$(\w+)|("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(\d+(?:\.\d+)?)|(===?|!==?|<>|<=|>=|<|>|&&|\|\|)|(->)|(\|)(\w+)|([.:,()[\]+\-*/%!])|(\w+)/y;

const words: Readonly<Record<string, string>> = {
  eq: "==",
  ne: "!=",
  neq: "!=",
  gt: ">",
  lt: "<",
  ge: ">=",
  gte: ">=",
  le: "<=",
  lte: "<=",
  mod: "%",
  "===": "==",
  "!==": "!=",
  "<>": "!=",
  "&&": "and",
  "||": "or",
  "!": "not ",
  "->": ".",
};

const loops: Readonly<Record<string, string>> = {
  index: "loop.index0",
  iteration: "loop.index",
  first: "loop.first",
  last: "loop.last",
  total: "loop.length",
};

const modifiers: Readonly<Record<string, string>> = {
  capitalize: "title",
  count: "length",
  default: "default",
  escape: "escape",
  intval: "int",
  lower: "lower",
  replace: "replace",
  trim: "trim",
  upper: "upper",
  strtolower: "lower",
  strtoupper: "upper",
};

/** Undefined when it is not one, or has something else than the part of Smarty that is understood. */
export function smartyExpression(text: string): string | undefined {
  let made = "";
  let comparison: string | undefined;
  /** The modifier that is being read has arguments. */
  let isOpen = false;
  const endModifier = () => {
    if (isOpen) made += ")";
    isOpen = false;
  };
  let modifier: string | undefined;
  token.lastIndex = 0;
  while (token.lastIndex < text.length) {
    const found = token.exec(text);
    if (!found) return undefined;
    const [whole, ofLoop, , atLoop, name, quoted, number, operator, arrow, bar, filter, sign, word] = found;
    if (/^\s/.test(whole)) {
      made += " ";
      continue;
    }
    const loop = ofLoop ?? atLoop;
    if (loop !== undefined) {
      if (!Object.hasOwn(loops, loop)) return undefined;
      made += loops[loop];
    } else if (name !== undefined) made += name;
    else if (quoted !== undefined) made += quoted;
    else if (number !== undefined) {
      // PHP compares numbers with texts; values of lists are texts.
      if (comparison !== undefined && /^[=!]=$/.test(comparison))
        made = `${withFilter(made, comparison, "string")}"${number}"`;
      else if (comparison !== undefined) made = `${withFilter(made, comparison, "float")}${number}`;
      else made += number;
    } else if (bar !== undefined && filter !== undefined) {
      endModifier();
      if (!Object.hasOwn(modifiers, filter)) return undefined;
      made += ` | ${modifiers[filter]}`;
      modifier = filter;
    } else if (sign === ":") {
      if (modifier === undefined) return undefined;
      made += isOpen ? ", " : "(";
      isOpen = true;
    } else {
      const plain = operator ?? arrow ?? word ?? sign ?? "";
      const isOperator = operator !== undefined || (word !== undefined && Object.hasOwn(words, word));
      if (isOperator || /^(?:and|or)$/.test(plain) || sign === ")") {
        endModifier();
        modifier = undefined;
      }
      if (word !== undefined && !isOperator && !/^(?:and|or|not|true|false|null)$/i.test(word)) {
        // A member: `$row.name`. Functions of PHP are not called.
        if (!/[.]\s*$/.test(made) && !/^\s*\(/.test(text.slice(token.lastIndex))) return undefined;
        if (/^\s*\(/.test(text.slice(token.lastIndex))) return undefined;
      }
      const meant = Object.hasOwn(words, plain) ? (words[plain] as string) : plain === "null" ? "none" : plain;
      made += word !== undefined && isOperator ? ` ${meant} ` : plain === "->" || plain === "." ? "." : meant;
      comparison = /^(?:[=!]=|[<>]=?)$/.test(meant) ? meant : undefined;
      continue;
    }
    comparison = undefined;
  }
  endModifier();
  return made.trim() === "" ? undefined : made.trim();
}

/** The left side of a comparison with a filter. */
function withFilter(made: string, operator: string, filter: string): string {
  const at = made.lastIndexOf(operator);
  const left = made.slice(0, at).trimEnd();
  return `${left} | default("") | ${filter} ${made.slice(at)}`;
}
