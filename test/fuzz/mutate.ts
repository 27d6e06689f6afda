import type { Random } from "./random";

const characters = [
  ..."\u0000\t\n\r \"'<>&;|()[]{}!#$%*+,-./0:=?@AZ\\^_`az~\u007f\u00a0\u00e9\u2028\u201c\u{1f600}\ud800\ufeff\uffff",
];

/** A text like `seeds`, with some words of the grammar put in, and pieces lost, doubled and moved. */
export function mutated(seeds: readonly string[], words: readonly string[], random: Random, longest: number): string {
  let text = random.pick(seeds);
  const rounds = 1 + random.below(8);
  for (let i = 0; i < rounds; i++) {
    const from = random.below(text.length + 1);
    const to = Math.min(text.length, from + random.below(random.below(4) === 0 ? 400 : 12));
    switch (random.below(8)) {
      case 0:
        text = text.slice(0, from) + text.slice(to);
        break;
      case 1:
        text = text.slice(0, to) + text.slice(from);
        break;
      case 2:
      case 3:
        text = text.slice(0, from) + random.pick(words) + text.slice(to);
        break;
      case 4:
        text = text.slice(0, from) + random.pick(characters) + text.slice(from);
        break;
      case 5: {
        const other = random.pick(seeds);
        const start = random.below(other.length + 1);
        text = text.slice(0, from) + other.slice(start, start + random.below(200)) + text.slice(to);
        break;
      }
      case 6:
        text = text.slice(0, from) + random.pick(words).repeat(1 + random.below(40)) + text.slice(from);
        break;
      default:
        text = text.slice(0, from) + String(random.below(100_000)) + text.slice(to);
    }
  }
  return text.slice(0, longest);
}

const pieces = [
  ..."<flat-profile> </flat-profile> <Proxy_1_> </Proxy_1_> </Proxy_2_> <Resync_Periodic/> <router-configuration> </router-configuration> <WAN_Interface> </WAN_Interface> <!--c--> {if} {/if} 60 a&b <Foo <Foo> </Foo> <![CDATA[x]]> <device> </device> {{x}} <?php?> </Gone> text".split(
    " ",
  ),
  "<Proxy_1_ >a</Proxy_1_ >",
  '<Proxy_2_ ua = "rw" >b</Proxy_2_>',
  "<Proxy_2_  >b</Proxy_2_>",
  '<GPP_B ua=\u201cna\u201d  x = "1">2</GPP_B>',
  "<GPP_A>1</GPP_A>",
  '<GPP_A  ua="na">1</GPP_B>',
  "<GPP_C>3",
  " ",
  "  ",
  "\n",
  "\n\n\n",
  "\r\n",
  "\r",
  "\t",
];

/** A file of pieces, most of them whole elements, so that faults are at every place where a segment can end. */
export function pieced(random: Random, longest: number): string {
  const parts = [random.pick(["<flat-profile>", "<?xml version='1.0'?><flat-profile>\n", "", "<device>"])];
  const usual = Array.from({ length: 1 + random.below(6) }, () => random.pick(pieces));
  for (let length = 0; length < longest; ) {
    const part = random.below(12) === 0 ? random.pick(pieces) : random.pick(usual);
    parts.push(part);
    length += part.length;
  }
  return parts.join("");
}
