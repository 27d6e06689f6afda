/** One replaced stretch: `start`–`oldEnd` of the old text became `start`–`newEnd` of the new. */
export interface TextChange {
  readonly start: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}
