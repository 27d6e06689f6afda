/** Why a pattern cannot be used, in words for people. */
export class PatternFault extends Error {}
