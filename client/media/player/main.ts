import * as l10n from "@vscode/l10n";
import type { ScriptAnswer } from "../../../server/src/protocol";
import { fullScaleDbm, wavOf } from "../../../server/src/values/signal/samples";
import { element } from "../shared/element";
import { connect, send } from "../shared/host";
import type { FromScriptPanel, ScriptShown } from "../shared/scriptMessages";
import { drawSpectrum, drawWave, secondsAt } from "./pictures";
import { isSound, maxPlayedSeconds, type Playable, rate, type Sound, soundOf } from "./sound";
import { Tapping } from "./tapping";
import { Voice } from "./voice";

/** Undefined until the first message. */
let script: ScriptAnswer | null | undefined;
let own: Playable | undefined;
let standard: Playable | undefined;
let playsDefault = false;
/** What was tapped instead of it. */
let tapped: { readonly text: string; readonly playable: Playable } | undefined;

const title = element("h1");
const note = element("p", { class: "note" });
const value = element("code", { class: "value" });
const sentence = element("p", { class: "sentence" });
const like = element("p", { class: "note" });
const fault = element("p", { class: "fault", role: "alert", hidden: true });
const wave = element("canvas", { class: "wave", "aria-hidden": "true" });
const spectrum = element("canvas", { class: "spectrum", "aria-hidden": "true" });
const scrub = element("input", {
  type: "range",
  min: "0",
  step: "0.05",
  value: "0",
  "aria-label": l10n.t("Position"),
});
const play = element("button", { type: "button", class: "primary", "aria-keyshortcuts": "Space" }, l10n.t("Play"));
const loop = element("input", { type: "checkbox", id: "loop" });
const other = element("input", { type: "checkbox", id: "default" });
const volume = element("input", {
  type: "range",
  min: "0",
  max: "1",
  step: "0.05",
  value: "1",
  "aria-label": l10n.t("Volume"),
});
const save = element("button", { type: "button" }, l10n.t("Save WAV…"));
const clock = element("output", { class: "clock" });
const defaults = element("p", { class: "note" });

const voice = new Voice(() => show());
const tapping = new Tapping({
  hear(text) {
    tapped = text === undefined ? undefined : { text, playable: soundOf({ type: script?.type ?? "", text }) };
    if (tapped) playsDefault = false;
    voice.pause();
    voice.seek(0);
    voice.use(sound());
    show();
  },
  insert(text) {
    if (script) send<FromScriptPanel>({ kind: "insert", name: script.name, text });
  },
});

lay();
new ResizeObserver(draw).observe(wave);
new MutationObserver(draw).observe(document.body, { attributes: true, attributeFilter: ["class"] });
connect<ScriptShown>(({ script: shown, file }) => {
  const isSame = script !== undefined && shown?.name === script?.name;
  const isEqual = isSame && shown?.text === script?.text && shown?.cadence?.text === script?.cadence?.text;
  script = shown;
  note.textContent = shown
    ? [file, shown.cadence && l10n.t("rhythm of {0}", shown.cadence.name)].filter((part) => part).join(" · ")
    : l10n.t("Place the cursor in the value of a tone, cadence or ring.");
  if (isEqual) return;
  own = shown ? soundOf(shown) : undefined;
  const { default: usual } = shown ?? {};
  standard =
    shown && usual !== undefined && usual !== shown.text && shown.type !== "RingScript"
      ? soundOf({ type: shown.type, text: usual })
      : undefined;
  if (!isSame) {
    playsDefault = false;
    voice.pause();
    voice.seek(0);
  }
  if (!isSound(standard)) playsDefault = false;
  if (tapped?.text === shown?.text) tapped = undefined;
  tapping.show(shown);
  tapping.section.hidden = shown?.isFixed === true;
  voice.use(sound());
  show();
});

function lay(): void {
  document
    .getElementById("panel")
    ?.append(
      element("header", {}, title, note),
      element("div", { class: "words" }, value, sentence, like),
      fault,
      element(
        "section",
        { class: "sound", "aria-label": l10n.t("Sound") },
        wave,
        scrub,
        element(
          "div",
          { class: "line" },
          play,
          clock,
          element("label", { for: "loop" }, loop, ` ${l10n.t("Loop")}`),
          element("label", { for: "default", class: "other" }, other, ` ${l10n.t("Play the default")}`),
          element("label", { class: "volume" }, `${l10n.t("Volume")} `, volume),
          save,
        ),
        defaults,
        element("h2", {}, l10n.t("Spectrum at this position")),
        spectrum,
        element(
          "p",
          { class: "note" },
          l10n.t(
            "Full scale is {0} dBm, in the sound and in the file. At most {1} s are played.",
            fullScaleDbm,
            maxPlayedSeconds,
          ),
        ),
      ),
      tapping.section,
    );
  play.addEventListener("click", toggle);
  loop.addEventListener("change", () => {
    voice.loops = loop.checked;
  });
  other.addEventListener("change", () => {
    playsDefault = other.checked;
    voice.use(sound());
    show();
  });
  volume.addEventListener("input", () => {
    voice.volume = Number(volume.value);
  });
  scrub.addEventListener("input", () => seek(Number(scrub.value)));
  save.addEventListener("click", saveSound);
  wave.addEventListener("pointerdown", (event) => {
    const now = sound();
    if (!now) return;
    wave.setPointerCapture(event.pointerId);
    seek(secondsAt(wave, now, event.clientX));
  });
  wave.addEventListener("pointermove", (event) => {
    const now = sound();
    if (now && event.buttons & 1) seek(secondsAt(wave, now, event.clientX));
  });
  document.addEventListener("keydown", (event) => {
    const { target } = event;
    if (event.key !== " " || target instanceof HTMLButtonElement || target instanceof HTMLInputElement) return;
    event.preventDefault();
    toggle();
  });
}

function chosen(): Playable | undefined {
  return playsDefault ? standard : (tapped?.playable ?? own);
}

function sound(): Sound | undefined {
  const now = chosen();
  return isSound(now) ? now : undefined;
}

function toggle(): void {
  if (voice.playing) voice.pause();
  else voice.play();
  show();
  if (voice.playing) requestAnimationFrame(follow);
}

/** Keeps the pictures with the sound while it plays. */
function follow(): void {
  draw();
  if (voice.playing) requestAnimationFrame(follow);
}

function seek(at: number): void {
  voice.seek(at);
  draw();
}

function saveSound(): void {
  const now = sound();
  if (!now || !script) return;
  const name = `${script.name}${playsDefault ? "-default" : ""}.wav`;
  send<FromScriptPanel>({ kind: "save", name, bytes: wavOf(now.samples, rate) });
}

function show(): void {
  const now = sound();
  const playable = chosen();
  title.textContent = script ? script.name : l10n.t("No tone selected");
  value.textContent = (playsDefault ? script?.default : (tapped?.text ?? script?.text)) ?? "";
  sentence.textContent = now?.sentence ?? "";
  like.textContent = now && now.like.length > 0 ? l10n.t("Sounds like: {0}", now.like.join("; ")) : "";
  fault.hidden = !playable || isSound(playable);
  fault.textContent = playable && !isSound(playable) ? playable.fault : "";
  document.body.classList.toggle("silent", !now);
  play.textContent = voice.playing ? l10n.t("Pause") : l10n.t("Play");
  other.checked = playsDefault;
  other.disabled = !isSound(standard);
  defaults.textContent = !script
    ? ""
    : isSound(standard)
      ? l10n.t("Default: {0} ({1})", script.default ?? "", standard.sentence)
      : script.default === script.text
        ? l10n.t("This is the phone's default.")
        : "";
  scrub.max = String(voice.length);
  draw();
}

function draw(): void {
  const { at, length } = voice;
  const now = sound();
  drawWave(wave, now, at);
  drawSpectrum(spectrum, now, at);
  scrub.value = String(at);
  const total =
    now && now.total > length
      ? Number.isFinite(now.total)
        ? l10n.t("{0} s", now.total)
        : "∞"
      : l10n.t("{0} s", length.toFixed(1));
  clock.textContent = l10n.t("{0} s of {1}", at.toFixed(1), total);
}
