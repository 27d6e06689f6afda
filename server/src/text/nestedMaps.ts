/** Takes values out of maps in a map, and maps that have none left. */
export function deleteWhere<A, B, T>(maps: Map<A, Map<B, T>>, isUnwanted: (value: T) => boolean): void {
  for (const [key, map] of maps) {
    for (const [inner, value] of map) if (isUnwanted(value)) map.delete(inner);
    if (map.size === 0) maps.delete(key);
  }
}
