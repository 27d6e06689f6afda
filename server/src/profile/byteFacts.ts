/** What the bytes of a file say and its text does not; only a host that read the bytes knows. */
export interface ByteFacts {
  readonly encoding: "UTF-8" | "UTF-16LE" | "UTF-16BE" | "UTF-32LE" | "UTF-32BE";
  /** All bytes are text in that encoding. */
  readonly isValid: boolean;
}

/** What a phone reads. */
export function isUtf8({ encoding, isValid }: ByteFacts): boolean {
  return encoding === "UTF-8" && isValid;
}
