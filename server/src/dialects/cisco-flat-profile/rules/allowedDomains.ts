/** The domains of Restricted_Access_Domains; undefined when every server is allowed, or macros leave it open. */
export function allowedDomains(text: string): readonly string[] | undefined {
  const domains = text
    .split(",")
    .map((domain) => domain.trim().toLowerCase())
    .filter((domain) => domain !== "");
  return domains.length === 0 || domains.some((domain) => domain.includes("$")) ? undefined : domains;
}

export function isAllowed(host: string, domains: readonly string[]): boolean {
  return domains.some((domain) => host === domain || host.endsWith(`.${domain}`));
}
