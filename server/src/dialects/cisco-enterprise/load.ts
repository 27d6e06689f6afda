import type { Catalogue } from "../../schema/catalogue";
import type { Model } from "../../schema/model";

// Names of firmware loads: how they begin says for which models they are.

export interface Load {
  /** As far as it says which models the load is for. */
  readonly prefix: string;
  readonly models: readonly string[];
  readonly protocol: "SIP" | "SCCP" | undefined;
}

const known = new WeakMap<Catalogue, readonly (readonly [prefix: string, models: readonly string[]])[]>();

function prefixesOf(catalogue: Catalogue) {
  let prefixes = known.get(catalogue);
  if (!prefixes) {
    const found = new Map<string, string[]>();
    for (const { firmwarePrefix = [], models } of catalogue.families)
      for (const model of models)
        for (const prefix of model.firmwarePrefix ?? firmwarePrefix) {
          const key = prefix.toLowerCase();
          found.set(key, [...(found.get(key) ?? []), model.model]);
        }
    prefixes = [...found].sort(([a], [b]) => b.length - a.length);
    known.set(catalogue, prefixes);
  }
  return prefixes;
}

/** What a name says of the phones it is for; undefined for a name that begins like no known one. */
export function readLoad(name: string, catalogue: Catalogue): Load | undefined {
  const text = name.trim().toLowerCase();
  const [prefix, models] = prefixesOf(catalogue).find(([each]) => text.startsWith(each)) ?? [];
  return prefix === undefined || models === undefined ? undefined : { prefix, models, protocol: protocolOf(text) };
}

function protocolOf(text: string): Load["protocol"] {
  if (/^(?:sip|p0s3)/.test(text)) return "SIP";
  return /^(?:sccp|p003)/.test(text) ? "SCCP" : undefined;
}

/** The model with a number of Unified CM. */
export function modelOfType(number: number, catalogue: Catalogue): Model | undefined {
  return catalogue.families
    .flatMap(({ models }) => models)
    .find(({ typeNumbers = [] }) => typeNumbers.includes(number));
}

/** Phones add the ending themselves; the loads of wireless phones are written with it. */
export const fileEnding = /\.(?:loads|sbn|sb2|bin|zup|sgn|zip|tar|cop)$/i;
