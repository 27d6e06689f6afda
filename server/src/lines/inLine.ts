/** A line has no line end in it. */
export function inLine(value: string): string {
  return value.replace(/[\r\n]+/g, " ");
}
