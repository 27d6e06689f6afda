import type { Group, PlanReport } from "../../impact/groups";
import { dangers, type Kind } from "../../impact/kinds";
import { changeInWords, factOf, leftBehindInWords, titleOf, undecidedInWords } from "../../impact/words";
import { printable } from "../printable";

/** Annotations at the lines that do it. */
export function github({ groups, leftBehind, undecided }: PlanReport): string {
  let text = "";
  for (const group of groups) {
    const title = titleOf(group.kind, group.count);
    const places = placesOf(group);
    const fact = group.kind === "undecided" ? undecided.map(undecidedInWords).join("\n") : factOf(group);
    if (places.length === 0) text += annotation(group.kind, undefined, title, fact === "" ? title : fact);
    for (const [place, words] of places)
      text += annotation(group.kind, place, title, [fact, ...words].filter((each) => each !== "").join("\n"));
  }
  for (const each of leftBehind)
    text += annotation("left behind", undefined, titleOf("left behind", each.count), leftBehindInWords(each));
  return text;
}

/** What is said of each line. */
function placesOf(group: Group): readonly (readonly [place: string, words: readonly string[]])[] {
  const places = new Map<string, string[]>();
  const add = (place: string | undefined, words: string) => {
    if (place !== undefined) places.set(place, [...(places.get(place) ?? []), words]);
  };
  if (group.place !== undefined) places.set(group.place, []);
  for (const change of group.changes) add(change.place, changeInWords(change));
  for (const { name, message, place } of group.invalid ?? []) add(place, `${name}: ${message}`);
  return [...places];
}

function annotation(kind: Kind, place: string | undefined, title: string, message: string): string {
  const level = dangers.has(kind) ? "error" : kind === "undecided" || kind === "restart only" ? "warning" : "notice";
  const [, file, line] = /^(.*?)(?::(\d+))?$/s.exec(place ?? "") ?? [];
  const properties = [
    ...(file ? [`file=${property(file)}`] : []),
    ...(line === undefined ? [] : [`line=${line}`]),
    `title=${property(title)}`,
  ];
  return `::${level} ${properties.join(",")}::${message.split("\n").map(data).join("%0A")}\n`;
}

function data(text: string): string {
  return printable(text).replaceAll("%", "%25");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
