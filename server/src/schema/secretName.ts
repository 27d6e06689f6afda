/** Whether a name that no catalogue knows sounds like a password or key; `GPP_` parameters may hold anything. */
export function isSecretName(name: string): boolean {
  return /passw|passphrase|secret|private_?key|(?:^|_)(?:pin|psk|key|pwd)(?:_|$|\{)|community|token|^GPP_|credential/i.test(
    name,
  );
}
