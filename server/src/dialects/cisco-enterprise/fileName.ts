/** The address in the name of a phone's own file, whatever its letter case; undefined in other names and templates. */
export function addressIn(fileName: string): string | undefined {
  return /^SEP([0-9a-f]{12})\.(?:cnf\.)?xml/i.exec(fileName)?.[1];
}
