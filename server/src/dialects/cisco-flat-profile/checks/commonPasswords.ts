/** Passwords that are printed in manuals or tried first. */
const words = new Set([
  "admin",
  "password",
  "cisco",
  "1234",
  "12345",
  "123456",
  "0000",
  "1111",
  "user",
  "secret",
  "changeme",
  "default",
  "spa",
  "linksys",
  "sipura",
]);

export function isCommonPassword(password: string): boolean {
  return words.has(password.toLowerCase());
}
