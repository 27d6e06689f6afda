import * as l10n from "@vscode/l10n";

// Rows of spreadsheets: RFC 4180 with comma, semicolon or tab, and lines that end with LF, CR LF or CR.

/** Why a row cannot be separated from the text around it. */
export type RowFault = "open-quote" | "text-after-quote";

/** Why a row, and perhaps what follows it, cannot be read. */
export function faultInWords(fault: RowFault): string {
  return fault === "open-quote"
    ? l10n.t("A quotation mark is not closed. The remaining rows cannot be read.")
    : l10n.t("Text follows a closing quotation mark. Write each quotation mark inside a cell twice.");
}

/** Takes the cells of one row and the line it begins in, counted from 0. A row that is not wanted has none. */
export type TakeRow = (cells: string[], line: number, fault?: RowFault) => void;

/** Characters of a row at most. What is longer has a quotation mark that is not closed. */
const maxRowLength = 1 << 20;
const [tab, lf, space, quote] = [9, 10, 32, 34];

/** Where in a row the reader is; the end of a cell in quotes may be the first half of a doubled quote. */
type Mode = "row" | "cell" | "plain" | "quoted" | "closed";

/** Splits text into rows as it comes in. */
export class RowReader {
  #separator: string | undefined;
  #endsWithCr: boolean | undefined;
  /** What of the text is not taken yet. It begins with a row. */
  #rest = "";
  /** How far `#rest` is read. */
  #at = 0;
  #mode: Mode = "row";
  #line = 0;
  #row = 0;
  #isFirst = true;
  #isOver = false;

  /** The cells of other rows are not looked for; rows count from 0, that of the names of columns. */
  constructor(readonly isWanted: (row: number) => boolean = () => true) {}

  /** Takes the rows that are complete with `chunk`, the next part of the text. */
  read(chunk: string, take: TakeRow): void {
    if (this.#isOver) return;
    this.#rest += this.#isFirst && chunk.charCodeAt(0) === 0xfeff ? chunk.slice(1) : chunk;
    if (chunk !== "") this.#isFirst = false;
    if (!this.#chooseLineEnd(false)) return;
    this.#scan(take);
    if (this.#rest.length > maxRowLength) this.#giveUp(take);
  }

  /** Takes what is left when the text is over. */
  finish(take: TakeRow): void {
    if (this.#isOver) return;
    this.#chooseLineEnd(true);
    if (this.#rest !== "" && !this.#rest.endsWith("\n")) this.#rest += "\n";
    this.#scan(take);
    if (this.#rest !== "") this.#giveUp(take);
    this.#isOver = true;
  }

  /** The first line end decides; until it has come, nothing is read. */
  #chooseLineEnd(isOver: boolean): boolean {
    if (this.#endsWithCr === undefined) {
      const cr = this.#rest.indexOf("\r");
      const first = this.#rest.indexOf("\n");
      if (cr < 0 && first < 0 && !isOver) return this.#rest.length > maxRowLength;
      // A CR at the end may be half of CR LF.
      if (cr >= 0 && first < 0 && cr === this.#rest.length - 1 && !isOver) return false;
      this.#endsWithCr = cr >= 0 && (first < 0 || cr < first - 1);
      this.#at = 0;
    }
    if (this.#endsWithCr && this.#rest.includes("\r", this.#at))
      this.#rest = this.#rest.slice(0, this.#at) + this.#rest.slice(this.#at).replaceAll("\r", "\n");
    return true;
  }

  #scan(take: TakeRow): void {
    let start = 0;
    while (start < this.#rest.length && this.#separator === undefined) {
      const end = this.#rest.indexOf("\n", start);
      if (end < 0) break;
      const line = this.#rest.slice(start, end);
      const [, named] = /^sep=(.)\r?$/i.exec(line) ?? []; // as Excel writes it
      if (line.trim() !== "" && !named) this.#separator = separatorOf(line);
      else {
        this.#separator = named;
        this.#line++;
        start = end + 1;
      }
    }
    if (this.#separator !== undefined) start = this.#scanRows(start, this.#separator, take);
    this.#rest = this.#rest.slice(start);
    this.#at = Math.max(0, this.#at - start);
  }

  /** Answers where the first row begins that is not complete. */
  #scanRows(from: number, separator: string, take: TakeRow): number {
    const text = this.#rest;
    let start = from;
    let at = Math.max(from, this.#at);
    // Most lists have no quotes at all.
    if (this.#mode === "row" && !text.includes('"', start)) {
      for (let end = text.indexOf("\n", start); end >= 0; end = text.indexOf("\n", start)) {
        this.#take(text.slice(start, end), separator, take);
        start = end + 1;
      }
      this.#at = start;
      return start;
    }
    const separates = separator.charCodeAt(0);
    let mode = this.#mode;
    for (; at < text.length; at++) {
      const c = text.charCodeAt(at);
      if (mode === "quoted") {
        if (c === quote) mode = "closed";
        continue;
      }
      if (c === lf) {
        this.#take(text.slice(start, at), separator, take);
        start = at + 1;
        mode = "row";
      } else if (c === separates) mode = "cell";
      else if (c === quote) mode = mode === "plain" ? mode : "quoted";
      else if (mode !== "closed" && c !== space && c !== tab) mode = "plain";
    }
    this.#mode = mode;
    this.#at = at;
    return start;
  }

  #take(raw: string, separator: string, take: TakeRow): void {
    const line = this.#line++;
    if (raw.trim() === "") return;
    // A fault is reported of any row; without quotation marks there is none.
    if (!this.isWanted(this.#row++) && !raw.includes('"')) {
      take([], line);
      return;
    }
    if (raw.includes("\n")) for (const c of raw) if (c === "\n") this.#line++;
    const { cells, fault } = cellsOf(raw.endsWith("\r") ? raw.slice(0, -1) : raw, separator);
    take(cells, line, fault);
  }

  #giveUp(take: TakeRow): void {
    take([], this.#line, "open-quote");
    this.#rest = "";
    this.#isOver = true;
  }
}

/** The sign that comes most often outside of quotes. */
function separatorOf(header: string): string {
  const plain = header.replace(/"[^"]*"/g, "");
  const counts = [",", ";", "\t"].map((sign) => [sign, plain.split(sign).length] as const);
  return counts.reduce((best, each) => (each[1] > best[1] ? each : best))[0];
}

/** A quote within a cell that does not begin with one is a sign like any other. */
function cellsOf(line: string, separator: string): { readonly cells: string[]; readonly fault?: RowFault } {
  if (!line.includes('"')) {
    const plain = line.split(separator);
    for (let i = 0; i < plain.length; i++) plain[i] = (plain[i] as string).trim();
    return { cells: plain };
  }
  const cells: string[] = [];
  let fault: RowFault | undefined;
  for (let at = 0; at <= line.length; ) {
    while (line[at] === " " || (line[at] === "\t" && separator !== "\t")) at++;
    if (line[at] !== '"') {
      const next = endOfCell(line, separator, at);
      cells.push(line.slice(at, next).trim());
      at = next + 1;
      continue;
    }
    const end = closingQuote(line, at + 1);
    const next = endOfCell(line, separator, end + 1);
    if (end === line.length) fault = "open-quote";
    else if (line.slice(end + 1, next).trim() !== "") fault ??= "text-after-quote";
    cells.push(line.slice(at + 1, end).replaceAll('""', '"'));
    at = next + 1;
  }
  return { cells, ...(fault && { fault }) };
}

function endOfCell(line: string, separator: string, from: number): number {
  const next = line.indexOf(separator, from);
  return next < 0 ? line.length : next;
}

function closingQuote(line: string, from: number): number {
  for (let at = line.indexOf('"', from); at >= 0; at = line.indexOf('"', at + 2)) if (line[at + 1] !== '"') return at;
  return line.length;
}
