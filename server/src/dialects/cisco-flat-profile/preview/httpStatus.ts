// What a phone makes of a server's answer: specification section 5.4.

/**
 * `A` success; `B` no such file, or a file that cannot be used; `C` any other failure. B and C wait
 * for Resync_Error_Retry_Delay; Resync_Fails_On_FNF=No makes a success of B.
 */
type FetchResult = "A" | "B" | "C" | "redirect-now" | "auth-retry-max2-then-C";

export function fetchResult(status: number): FetchResult {
  if (status >= 200 && status < 300) return "A";
  if (status === 301 || status === 302) return "redirect-now";
  if (status === 401 || status === 407) return "auth-retry-max2-then-C";
  return status === 404 ? "B" : "C";
}
