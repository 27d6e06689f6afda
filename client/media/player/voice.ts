import { rate, type Sound } from "./sound";

/** One sound that is played, paused and moved about in. */
export class Voice {
  #context: AudioContext | undefined;
  #gain: GainNode | undefined;
  #source: AudioBufferSourceNode | undefined;
  #sound: Sound | undefined;
  /** Seconds into the sound when it was last started or moved, and the audio clock then. */
  #from = 0;
  #since = 0;
  #loops = false;
  #volume = 1;

  constructor(readonly ended: () => void) {}

  get playing(): boolean {
    return this.#source !== undefined;
  }

  get length(): number {
    return (this.#sound?.samples.length ?? 0) / rate;
  }

  get at(): number {
    if (!this.#source || !this.#context) return Math.min(this.#from, this.length);
    const at = this.#from + this.#context.currentTime - this.#since;
    return this.#loops && this.length > 0 ? at % this.length : Math.min(at, this.length);
  }

  /** Another sound goes on at the same second. */
  use(sound: Sound | undefined): void {
    const { playing, at } = this;
    this.#stop();
    this.#sound = sound;
    this.#from = at < this.length ? at : 0;
    if (playing) this.play();
  }

  play(): void {
    const sound = this.#sound;
    if (!sound || sound.samples.length === 0) return;
    this.#stop();
    if (this.#from >= this.length) this.#from = 0;
    this.#context ??= new AudioContext();
    if (!this.#gain) {
      this.#gain = this.#context.createGain();
      this.#gain.connect(this.#context.destination);
    }
    this.#gain.gain.value = this.#volume;
    void this.#context.resume();
    const buffer = this.#context.createBuffer(1, sound.samples.length, rate);
    buffer.getChannelData(0).set(sound.samples);
    const source = this.#context.createBufferSource();
    source.buffer = buffer;
    source.loop = this.#loops;
    source.connect(this.#gain);
    source.onended = () => {
      if (this.#source !== source) return;
      this.#stop();
      this.#from = 0;
      this.ended();
    };
    source.start(0, this.#from);
    this.#since = this.#context.currentTime;
    this.#source = source;
  }

  pause(): void {
    const { at } = this;
    this.#stop();
    this.#from = at;
  }

  seek(at: number): void {
    const { playing } = this;
    this.#stop();
    this.#from = Math.max(0, Math.min(at, this.length));
    if (playing) this.play();
  }

  set loops(loops: boolean) {
    const { at } = this;
    this.#loops = loops;
    if (!this.#source || !this.#context) return;
    this.#from = at;
    this.#since = this.#context.currentTime;
    this.#source.loop = loops;
  }

  set volume(volume: number) {
    this.#volume = volume;
    if (this.#gain) this.#gain.gain.value = volume;
  }

  #stop(): void {
    const source = this.#source;
    this.#source = undefined;
    source?.stop();
    source?.disconnect();
  }
}
