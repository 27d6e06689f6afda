/**
 * What may be logged of a fault: its kind and where it happened. Its message may quote a value of the file.
 * Faults of the operating system name files and no values, and are shown in full.
 */
export function faultPlace(fault: unknown): string {
  if (!(fault instanceof Error)) return "a value was thrown";
  const { name, message, stack = "" } = fault;
  if (typeof (fault as { syscall?: unknown }).syscall === "string") return `${name}: ${message}`;
  const at = message === "" ? 0 : stack.lastIndexOf(message) + message.length;
  const frames = (at < message.length ? stack : stack.slice(at)).split("\n").filter((line) => /^\s+at \S/.test(line));
  return [/^[A-Za-z]{1,40}$/.test(name) ? name : "Error", ...frames].join("\n");
}
