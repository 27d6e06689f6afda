// The tree in which phones pass a file on: each phone has so many children at most.

/** Steps from the first phone to the last. */
export function depthOf(phones: number, maxChildren: number): number {
  return Math.max(0, levelsOf(phones, maxChildren).length - 1);
}

/** Phones of each level, from the one that fetches the file. All levels but the last are full. */
export function levelsOf(phones: number, maxChildren: number): readonly number[] {
  const levels: number[] = [];
  let left = phones;
  for (let room = 1; left > 0; room *= maxChildren) {
    const taken = Math.min(room, left);
    levels.push(taken);
    left -= taken;
  }
  return levels;
}
