/** General-purpose parameters: `GPP_A` to `GPP_P` for what rules compare, `GPP_SA` to `GPP_SD` for their secrets. */
export function isRegister(name: string): boolean {
  return /^GPP_/i.test(name);
}
