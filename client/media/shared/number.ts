export const number = (count: number) => count.toLocaleString("en-US");
