/** Colors that a picture takes from the editor's theme. */
export interface PictureTheme {
  readonly text: string;
  readonly line: string;
  /** One color for each frequency. */
  readonly frequencies: readonly string[];
}

export const themes: Readonly<Record<"light" | "dark" | "high-contrast" | "high-contrast-light", PictureTheme>> = {
  light: {
    text: "#3b3b3b",
    line: "#b8b8b8",
    frequencies: ["#0a67b5", "#b5430a", "#2f7d32", "#8a2ba8", "#a17400", "#00757d"],
  },
  dark: {
    text: "#cccccc",
    line: "#5a5a5a",
    frequencies: ["#4fa3e8", "#f0934e", "#74c476", "#c792ea", "#e5c453", "#4dc4cc"],
  },
  "high-contrast": {
    text: "#ffffff",
    line: "#ffffff",
    frequencies: ["#6fc3ff", "#ffb066", "#9aff9a", "#e0b3ff", "#ffe866", "#66f2ff"],
  },
  "high-contrast-light": {
    text: "#000000",
    line: "#000000",
    frequencies: ["#003e8a", "#8a2b00", "#00550a", "#5a0080", "#6b4b00", "#004a50"],
  },
};
