/**
 * Codes that a key of an attendant console sends to the server. They are not dialed and the phone does not listen for
 * them, so they may equal any other code.
 */
export function isSentByKey(name: string): boolean {
  return /^(?:Attendant_Console|SPA932)_/.test(name);
}
