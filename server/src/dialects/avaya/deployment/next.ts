import type { Next, Round } from "../../../deployment/phone";

// When a phone asks again: at its next start, and by the schedule of automatic updates where one is set.

const day = 86_400;
const hour = 3600;
/** Days between two updates, by `AUTOMATIC_UPDATE_POLICY`. */
const daysByPolicy: Readonly<Record<string, number>> = { "1": 1, "2": 7, "3": 31 };
/** Hours that the phone uses for a window it cannot read. */
const usualWindow = [2, 4] as const;

export function nextStart(last: Pick<Round, "upgrade"> | undefined, read: (name: string) => string | undefined): Next {
  if (!last) return { cause: "power-up", earliest: 0, latest: 0, elapsed: 0 };
  if (last.upgrade?.firmware !== undefined) return { cause: "after upgrade", earliest: 0, latest: 0, elapsed: 0 };
  const days = daysByPolicy[read("AUTOMATIC_UPDATE_POLICY") ?? ""];
  if (days === undefined) return { cause: "power-up", earliest: 0, latest: 0, elapsed: 0, needs: "restart" };
  const [from, to] = windowOf(read("AUTOMATIC_UPDATE_WINDOW"));
  const earliest = from * hour;
  const latest = from === to ? earliest + day : (to < from ? to + 24 : to) * hour;
  return {
    ...{ cause: "periodic", earliest: 0, latest: days * day + latest - earliest, elapsed: days * day },
    ...(days === 1 && { daily: { earliest, latest } }),
  };
}

function windowOf(text: string | undefined): readonly [number, number] {
  const [, from, to] = /^(\d{1,2}),(\d{1,2})$/.exec(text ?? "") ?? [];
  const hours = [Number(from), Number(to)] as const;
  return hours.every((each) => each <= 23) ? hours : usualWindow;
}
