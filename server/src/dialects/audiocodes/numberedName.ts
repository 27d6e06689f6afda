/** The name of `PROTOCOLTYPE_0` and `TrunkGroup1` without the trunk, port or row that it is for. */
export function withoutNumber(name: string): string {
  return name.replace(/(?<=.)_?\d+$/, "");
}
