/** The part of the editor's clipboard that is used. */
interface Clipboard {
  readText(): PromiseLike<string>;
  writeText(text: string): PromiseLike<void>;
}

/** Seconds for which a copied key can be pasted. */
export const clipboardSeconds = 60;

/** Copies `secret` and takes it away again, unless something else was copied meanwhile. */
export async function copyWithTimeout(
  clipboard: Clipboard,
  secret: string,
  seconds = clipboardSeconds,
): Promise<() => Promise<void>> {
  await clipboard.writeText(secret);
  const clear = async () => {
    clearTimeout(timer);
    if ((await clipboard.readText()) === secret) await clipboard.writeText("");
  };
  const timer = setTimeout(() => void clear(), seconds * 1000);
  return clear;
}
