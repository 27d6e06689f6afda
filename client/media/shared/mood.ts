/** How something turned out. */
export type Mood = "good" | "bad" | "warn" | "none";
