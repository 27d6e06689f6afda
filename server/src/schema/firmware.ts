// Firmware releases as far as the catalogue's `since` needs them:
//   guide     12.0(7)SR3        PhoneOS 3.2(1)
//   load      sip88xx.12-0-7MPP0301-92   11-3-1MSR2-6   PHONEOS.3-2-1-0104-37
//   dotted    12.0.7   11.2   7.5.5
// Comparing versions inside rules is another matter: see rules/.

export interface Release {
  readonly phoneOs: boolean;
  /** Major, minor, maintenance, service release. */
  readonly numbers: readonly [number, number, number, number];
}

export function parseRelease(text: string): Release | undefined {
  const phoneOs = /^\s*phoneos/i.test(text);
  const guide = /(\d{1,4})\.(\d{1,4})\((\d{1,4})\)(?:\s*SR\s*(\d{1,4}))?/i.exec(text);
  if (guide) return release(phoneOs, guide[1], guide[2], guide[3], guide[4]);
  const load = /(?:^|[.\s])(\d{1,4})-(\d{1,4})-(\d{1,4})(?:MSR(\d{1,4})|MPP(\d{2})\d{2}|-(\d{2})\d{2})?/i.exec(text);
  if (load) return release(phoneOs, load[1], load[2], load[3], load[4] ?? load[5] ?? load[6]);
  const dotted = /(?:^|\s|v)(\d{1,4})\.(\d{1,4})(?:\.(\d{1,4}))?/i.exec(text);
  return dotted ? release(phoneOs, dotted[1], dotted[2], dotted[3] ?? "9999", undefined) : undefined;
}

function release(phoneOs: boolean, ...parts: readonly (string | undefined)[]): Release {
  const [a = 0, b = 0, c = 0, d = 0] = parts.map((part) => Number(part ?? 0));
  return { phoneOs, numbers: [a, b, c, d] };
}

/** Negative when `a` is older. */
export function compareReleases(a: Release, b: Release): number {
  for (const [i, number] of a.numbers.entries()) {
    const difference = number - (b.numbers[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
