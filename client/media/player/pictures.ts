import { fullScaleDbm } from "../../../server/src/values/signal/samples";
import { rate, type Sound } from "./sound";
import { peaksOf, spectrumOf, ticksOf } from "./wave";

// The two canvases. Colours are the theme's, read each time.

const size = 4096;
/** Levels of the spectrum's scale in dBm. */
const quietest = -60;
const margin = { left: 44, bottom: 20, top: 6, right: 10 };
/** Of labels. */
const lineHeight = 13;

interface Pen {
  readonly context: CanvasRenderingContext2D;
  readonly width: number;
  readonly height: number;
  readonly ink: string;
  readonly soft: string;
  readonly line: string;
  readonly wave: string;
  readonly head: string;
}

/** Peaks are the same as long as the sound and the width are. */
const peaksOfSound = new WeakMap<Sound, Float32Array>();

export function drawWave(canvas: HTMLCanvasElement, sound: Sound | undefined, at: number): void {
  const pen = penFor(canvas);
  if (!pen || !sound) return;
  const { context, width, height } = pen;
  const inner = Math.max(1, Math.floor(width - margin.left - margin.right));
  const middle = margin.top + (height - margin.top - margin.bottom) / 2;
  const half = middle - margin.top;
  let peaks = peaksOfSound.get(sound);
  if (peaks?.length !== inner) {
    peaks = peaksOf(sound.samples, inner);
    peaksOfSound.set(sound, peaks);
  }
  const loudest = Math.max(0.05, ...peaks);
  const length = sound.samples.length / rate;
  context.fillStyle = pen.line;
  context.fillRect(margin.left, middle, inner, 1);
  const played = length > 0 ? (at / length) * inner : 0;
  for (let x = 0; x < inner; x++) {
    const tall = ((peaks[x] ?? 0) / loudest) * half;
    context.fillStyle = pen.wave;
    context.globalAlpha = x <= played ? 1 : 0.55;
    if (tall > 0.3) context.fillRect(margin.left + x, middle - tall, 1, 2 * tall);
  }
  context.globalAlpha = 1;
  for (const t of ticksOf(length, Math.max(2, Math.floor(inner / 60)))) {
    const x = margin.left + (t / Math.max(length, 1e-9)) * inner;
    label(pen, `${t}${t === 0 ? " s" : ""}`, x, height - 5, "center");
    context.fillStyle = pen.line;
    context.fillRect(x, height - margin.bottom, 1, 4);
  }
  context.fillStyle = pen.head;
  context.fillRect(margin.left + played, margin.top, 2, height - margin.top - margin.bottom);
}

/** Frequencies of the second of sound at the playhead. */
export function drawSpectrum(canvas: HTMLCanvasElement, sound: Sound | undefined, at: number): void {
  const pen = penFor(canvas);
  if (!pen || !sound) return;
  const { context, width, height } = pen;
  const inner = width - margin.left - margin.right;
  const tall = height - margin.top - margin.bottom;
  const highest = Math.max(1000, ...sound.frequencies.map(({ hz }) => hz * 1.25));
  const levels = spectrumOf(sound.samples, at * rate - size / 2, size);
  const y = (dbm: number) => margin.top + (1 - (Math.max(quietest, dbm) - quietest) / (fullScaleDbm - quietest)) * tall;
  const x = (hz: number) => margin.left + (hz / highest) * inner;
  for (let dbm = quietest; dbm <= 0; dbm += 20) {
    context.fillStyle = pen.line;
    context.globalAlpha = 0.4;
    context.fillRect(margin.left, y(dbm), inner, 1);
    context.globalAlpha = 1;
    label(pen, dbm === 0 ? "0 dBm" : String(dbm), margin.left - 5, y(dbm) + 4, "right");
  }
  for (const hz of ticksOf(highest, Math.max(2, Math.floor(inner / 70))))
    label(pen, `${hz}${hz === 0 ? " Hz" : ""}`, Math.min(x(hz), width - 16), height - 5, "center");
  context.beginPath();
  context.moveTo(margin.left, y(quietest));
  const step = rate / size;
  for (let i = 0; i * step <= highest; i++) context.lineTo(x(i * step), y(levels[i] ?? quietest));
  context.lineTo(x(highest), y(quietest));
  context.strokeStyle = pen.wave;
  context.lineWidth = 1.5;
  context.stroke();
  context.fillStyle = pen.wave;
  context.globalAlpha = 0.25;
  context.fill();
  context.globalAlpha = 1;
  let [right, below] = [0, 0];
  for (const { hz, dbm } of [...sound.frequencies].sort((a, b) => a.hz - b.hz)) {
    const heard = levels[Math.round(hz / step)] ?? quietest;
    if (heard < quietest + 3) continue;
    const words = `${hz} Hz, ${dbm} dBm`;
    const left = Math.min(x(hz) + 5, width - 100);
    const top = Math.max(12, y(heard) + 10);
    // Words of near frequencies are one below the other.
    below = left < right && top < below + lineHeight ? below + lineHeight : top;
    label(pen, words, left, below, "left");
    right = left + context.measureText(words).width + 4;
  }
}

/** Seconds at a place of the wave's canvas. */
export function secondsAt(canvas: HTMLCanvasElement, sound: Sound, clientX: number): number {
  const { left, width } = canvas.getBoundingClientRect();
  const part = (clientX - left - margin.left) / Math.max(1, width - margin.left - margin.right);
  return Math.max(0, Math.min(1, part)) * (sound.samples.length / rate);
}

function penFor(canvas: HTMLCanvasElement): Pen | undefined {
  const context = canvas.getContext("2d");
  const width = canvas.clientWidth;
  const height = canvas.clientHeight;
  if (!context || width < 80 || height < 40) return undefined;
  const dense = window.devicePixelRatio || 1;
  canvas.width = Math.round(width * dense);
  canvas.height = Math.round(height * dense);
  context.scale(dense, dense);
  const style = getComputedStyle(document.body);
  const colour = (...names: readonly string[]) =>
    names.map((name) => style.getPropertyValue(name).trim()).find((value) => value !== "") ?? style.color;
  context.font = `11px ${style.fontFamily}`;
  return {
    context,
    width,
    height,
    ink: style.color,
    soft: colour("--vscode-descriptionForeground"),
    line: colour("--vscode-contrastBorder", "--vscode-editorRuler-foreground", "--vscode-widget-border"),
    wave: colour("--vscode-charts-blue"),
    head: colour("--vscode-charts-orange", "--vscode-focusBorder"),
  };
}

function label({ context, soft }: Pen, words: string, x: number, y: number, align: CanvasTextAlign): void {
  context.fillStyle = soft;
  context.textAlign = align;
  context.fillText(words, x, y);
}
