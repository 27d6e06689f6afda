export async function fleet() {
  return ["not yet"];
}
