/** One of several equal parts of a list, counted from 1. */
export interface Shard {
  readonly part: number;
  readonly of: number;
}

/** `2/4`; undefined for any other text. */
export function readShard(text: string): Shard | undefined {
  const [, part = "", of = ""] = /^(\d{1,6})\/(\d{1,6})$/.exec(text) ?? [];
  const shard = { part: Number(part), of: Number(of) };
  return shard.part >= 1 && shard.part <= shard.of ? shard : undefined;
}

/** A device is in one part, whatever the order of the list: FNV-1a of its id in UTF-8. */
export function isInShard(id: string, { part, of }: Shard): boolean {
  let hash = 0x811c9dc5;
  for (const byte of utf8(id)) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0) % of === part - 1;
}

function* utf8(text: string): Generator<number> {
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) yield code;
    else if (code < 0x800) yield* [0xc0 | (code >> 6), 0x80 | (code & 63)];
    else if (code < 0x10000) yield* [0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63)];
    else yield* [0xf0 | (code >> 18), 0x80 | ((code >> 12) & 63), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63)];
  }
}
