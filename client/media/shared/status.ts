/** Screen readers speak a status each time that it is set, also to the same words. */
export function setStatus(status: HTMLElement, words: string): void {
  if (status.textContent !== words) status.textContent = words;
}
