import * as l10n from "@vscode/l10n";
import type { ScriptAnswer } from "../../../server/src/protocol";
import { fullScaleDbm } from "../../../server/src/values/signal/samples";
import { isBroken } from "../../../server/src/values/signal/section";
import { cadenceOfRhythm, type Press, rhythmOfTaps, toneInRhythm } from "../../../server/src/values/signal/tapping";
import { readTone } from "../../../server/src/values/signal/toneScript";
import { element } from "../shared/element";
import { Beeper } from "./beeper";

/** Milliseconds of silence after which a press starts a new rhythm. */
const maxGapMs = 8_000;
/** What a cadence is heard as while it is tapped. */
const ringPitches = [440, 480].map((hz) => ({ hz, dbm: -13 }));

interface TappingOptions {
  /** What was tapped so far, to be played; undefined when it is given up. */
  hear(script: string | undefined): void;
  insert(script: string): void;
}

/** A key that is held for sound and let go for silence; it makes a script of the rhythm. */
export class Tapping {
  readonly section: HTMLElement;
  readonly #key = element(
    "button",
    { type: "button", class: "tap", "aria-describedby": "how" },
    l10n.t("Hold to play"),
  );
  readonly #pause = element("input", { type: "number", id: "pause", min: "0.1", max: "60", step: "0.1", value: "4" });
  readonly #script = element("output", { class: "value" });
  readonly #note = element("span", { class: "note" });
  readonly #insert = element("button", { type: "button" });
  readonly #again = element("button", { type: "button" }, l10n.t("Start Again"));
  readonly #result = element("div", { class: "tapped", hidden: true });
  readonly #beeper = new Beeper();
  #subject: ScriptAnswer | null = null;
  #presses: Press[] = [];
  #down: number | undefined;
  #made: string | undefined;

  constructor(readonly options: TappingOptions) {
    this.#result.append(
      element("p", {}, this.#script),
      element("div", { class: "line" }, this.#insert, this.#again, this.#note),
    );
    this.section = element(
      "section",
      { class: "tapping", "aria-labelledby": "tapping" },
      element("h2", { id: "tapping" }, l10n.t("Tap a rhythm")),
      element(
        "p",
        { class: "note", id: "how" },
        l10n.t(
          "Hold the mouse button, Space or Enter for sound, and release for silence. A rhythm that repeats is written once.",
        ),
      ),
      element(
        "div",
        { class: "line" },
        this.#key,
        element("label", { for: "pause" }, `${l10n.t("Pause after it")} `, this.#pause, " s"),
      ),
      this.#result,
    );
    const key = this.#key;
    key.addEventListener("pointerdown", (event) => {
      if (event.button !== 0) return;
      key.setPointerCapture(event.pointerId);
      this.#press(event.timeStamp);
    });
    for (const name of ["pointerup", "pointercancel"] as const)
      key.addEventListener(name, (event) => this.#release(event.timeStamp));
    key.addEventListener("keydown", (event) => {
      if (event.key !== " " && event.key !== "Enter") return;
      event.preventDefault();
      if (!event.repeat) this.#press(event.timeStamp);
    });
    key.addEventListener("keyup", (event) => {
      if (event.key === " " || event.key === "Enter") this.#release(event.timeStamp);
    });
    key.addEventListener("blur", (event) => this.#release(event.timeStamp));
    this.#pause.addEventListener("input", () => this.#show());
    this.#insert.addEventListener("click", () => {
      if (this.#made !== undefined) options.insert(this.#made);
    });
    this.#again.addEventListener("click", () => {
      this.#forget();
      key.focus();
    });
  }

  /** The script whose rhythm is tapped; rings have none of their own. */
  show(script: ScriptAnswer | null): void {
    const isOther = script?.name !== this.#subject?.name;
    this.#subject = script;
    this.section.hidden = script?.type !== "CadScript" && script?.type !== "ToneScript";
    this.section.hidden ||= script?.type === "ToneScript" && isBroken(readTone(script.text));
    this.#insert.textContent = l10n.t("Insert into {0}", script?.name ?? "");
    if (isOther) this.#forget();
  }

  #press(at: number): void {
    if (this.#down !== undefined) return;
    const last = this.#presses.at(-1);
    if (last && at - last.up > maxGapMs) this.#presses = [];
    this.#down = at;
    this.#key.classList.add("held");
    const { type, text } = this.#subject ?? {};
    this.#beeper.start(type === "ToneScript" ? readTone(text ?? "").frequencies : ringPitches, fullScaleDbm);
  }

  #release(at: number): void {
    const down = this.#down;
    if (down === undefined) return;
    this.#down = undefined;
    this.#key.classList.remove("held");
    this.#beeper.stop();
    this.#presses = [...this.#presses, { down, up: Math.max(at, down + 1) }];
    this.#show();
  }

  #forget(): void {
    this.#presses = [];
    this.#made = undefined;
    this.#result.hidden = true;
    this.options.hear(undefined);
  }

  #show(): void {
    const seconds = Number(this.#pause.value);
    const rhythm = rhythmOfTaps(this.#presses, (seconds > 0 ? seconds : 4) * 1000);
    const script = this.#subject;
    if (!rhythm || !script) return;
    this.#made =
      script.type === "ToneScript"
        ? toneInRhythm(script.text, readTone(script.text).sections, rhythm)
        : cadenceOfRhythm(rhythm);
    this.#script.textContent = this.#made;
    this.#note.textContent = rhythm.isCut ? l10n.t("A section can have six segments. The rest is ignored.") : "";
    this.#result.hidden = false;
    this.options.hear(this.#made);
  }
}
