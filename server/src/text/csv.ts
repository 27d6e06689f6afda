// Lines of CSV (RFC 4180), as spreadsheets read them.

export function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(",")}\n`;
}

/** Never a formula. */
export function csvCell(text: string): string {
  if (!/^[=+\-@\t\r]|[",\n\r;]/.test(text)) return text;
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\n\r;]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
