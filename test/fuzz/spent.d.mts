export function workOf(pid: number): number;
