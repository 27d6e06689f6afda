import { lateOptimizing } from "./lateOptimizing";

/**
 * Options of V8 with which a server runs, and that count from when they are set. The budget was found by trying files of
 * 3,000 parameters and of 5,000 lines: with it V8 does optimize large files and long sessions, the slowest letters of the
 * first hundred take 5 ms in place of 7, because an answer waits when optimized code is put in its place, a second file 26
 * in place of 33, and at the end the process has 10 MB less. By default what is kept may double before V8 looks at it again:
 * at 40 percent the server has half the memory of a file of 100,000 settings; at 20, large answers take longer.
 */
export const serverFlags: readonly string[] = [...lateOptimizing(1_800_000), "--heap-growing-percent=40"];
