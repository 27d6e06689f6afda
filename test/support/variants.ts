/** Texts near `text`, at most `count` of them and always the same: as it is typed, with slips, and numbers one off. */
export function variantsOf(text: string, count: number): readonly string[] {
  const all = new Set<string>();
  for (let at = 0; at < text.length; at++) {
    const [before, here, after] = [text.slice(0, at), text.charAt(at), text.slice(at + 1)];
    all.add(before + after);
    all.add(before + here + here + after);
    if (at + 1 < text.length) all.add(before + after.charAt(0) + here + after.slice(1));
    for (const extra of [" ", ",", ";", "(", ")", '"', "$", "-", "x", "9"])
      if (at % 3 === 0) all.add(before + extra + text.slice(at));
  }
  for (const match of text.matchAll(/\d+/g)) {
    const { index } = match;
    const end = index + match[0].length;
    for (const number of [Number(match[0]) + 1, Number(match[0]) - 1, 0, 99_999])
      all.add(text.slice(0, index) + number + text.slice(end));
  }
  all.add(text.toUpperCase());
  all.add(text.toLowerCase());
  for (const end of [" ", ";", ",", "\n", "|", "=", "%", "0"]) all.add(text + end);
  all.delete(text);
  const list = [...all];
  const step = Math.max(1, list.length / count);
  const picked: string[] = [];
  for (let at = 0; at < list.length && picked.length < count; at += step) picked.push(list[Math.floor(at)] ?? "");
  return picked;
}

/** Files near a profile: one with each of `count` texts near the value of each of its first settings. */
export function profilesNear(profile: string, count: number, maxSettings = 3): readonly string[] {
  const values = [...profile.matchAll(/>([^<>\n]+)</g)].slice(0, maxSettings);
  return values.flatMap(({ index, 1: value = "" }) =>
    variantsOf(value, count).map(
      (text) => profile.slice(0, index + 1) + text + profile.slice(index + 1 + value.length),
    ),
  );
}
