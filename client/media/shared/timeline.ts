import { clock, duration } from "./time";

export interface LaneEvent {
  /** What leads to it, in words. */
  readonly about: string;
  /** Seconds from the start of the lane. */
  readonly earliest: number;
  readonly latest: number;
}

export interface Lane {
  readonly title: string;
  readonly events: readonly LaneEvent[];
  readonly isDaily: boolean;
}

export function eventTime({ earliest, latest }: Omit<LaneEvent, "about">, isDaily: boolean): string {
  const time = isDaily ? clock : duration;
  return earliest === latest ? time(earliest) : `${time(earliest)} – ${time(latest)}`;
}
