/**
 * A camera with a frame over its picture, advice while aiming, a shot by itself or by hand, and a look at the photo
 * before it is used. Sends `photo` with the file, and `closed` with a sentence or none.
 */
import { type Advice, type Frame, Judge, type Point, type Sort, type Verdict } from './advice';
import { jpeg } from './picture';

const SHAPES: Record<string, Sort> = {
  /** ISO/IEC 7810 ID-1. */
  CARD: { width: 85.6, height: 54 },
  /** The data page of a passport, ICAO Doc 9303. */
  PAGE: { width: 125, height: 88 },
  /** Two pages, one above the other. */
  SPREAD: { width: 125, height: 176 },
  FACE: { width: 3, height: 4, face: true },
};

/** The longest edge of the frame, as a share of the picture. */
const SHARE = 0.86;

/** At most six looks a second: enough to aim by, and little to warm the phone by. */
const LOOK = 170;

/** How long all must be well before the photo is taken by itself. A face is not held in a hand: give it longer. */
const GOOD = { document: 800, face: 1600 };

/** No new sentence within this time: readers and eyes could not follow. */
const PATIENCE = 1500;

const WANTED = { width: { ideal: 2560 }, height: { ideal: 1920 } };

/** What is ticked. Whether a face is in the oval is advised about but not ticked: nothing here knows a face. */
const POINTS: Record<string, Point[]> = {
  document: ['placed', 'light', 'sharp', 'glare'],
  face: ['light', 'sharp'],
};

const CHECK = '<svg viewBox="0 0 24 24"><circle cx="12" cy="12" r="9"/><path d="m8 12.400 2.800 2.800 5.300-6"/></svg>';

const RING = '<svg viewBox="0 0 24 24"><circle cx="12" cy="12" r="9"/></svg>';

export class Capture extends HTMLElement {
  shape = 'CARD';

  words: Record<string, string> = {};

  private readonly judge = new Judge();

  private stream?: MediaStream;

  private cameras: MediaDeviceInfo[] = [];

  private timer = 0;

  private goodSince = 0;

  private saidAt = 0;

  private photo?: File;

  private started = false;

  private shooting = false;

  private readonly hide = () => {
    if (document.hidden && this.photo) {
      this.stop();
    } else if (document.hidden) {
      this.close(this.words.paused);
    }
  };

  private readonly leave = () => this.stop();

  connectedCallback() {
    if (this.started) {
      return;
    }
    this.started = true;
    this.draw();
    this.addEventListener('keydown', (event) => this.key(event));
    this.addEventListener('click', (event) => this.press((event.target as Element).closest('button')));
    document.addEventListener('visibilitychange', this.hide);
    addEventListener('pagehide', this.leave);
    this.open(this.facing);
  }

  disconnectedCallback() {
    document.removeEventListener('visibilitychange', this.hide);
    removeEventListener('pagehide', this.leave);
    this.stop();
    this.forget();
  }

  private get sort(): Sort {
    return SHAPES[this.shape];
  }

  private get facing(): MediaTrackConstraints {
    return { facingMode: { ideal: this.sort.face ? 'user' : 'environment' } };
  }

  private get video() {
    return this.querySelector('video')!;
  }

  private get picture() {
    return this.querySelector('img')!;
  }

  private piece<E extends HTMLElement>(name: string) {
    return this.querySelector<E>(`.${name}`)!;
  }

  private draw() {
    const points = POINTS[this.sort.face ? 'face' : 'document'];
    this.innerHTML = `<div class="cam" role="group"><div class="stage"><video playsinline muted></video>
      <svg class="finderframe" aria-hidden="true"></svg><img hidden></div><p class="advice" role="status"></p></div>
      <ul class="checks">${points.map((point) => `<li data-point="${point}"><span class="i" aria-hidden="true"></span><span></span></li>`).join('')}</ul>
      <div class="acts"><button type="button" class="btn shoot"></button><button type="button" class="btn use" hidden></button>
      <button type="button" class="btn quiet retake" hidden></button>
      <button type="button" class="btn quiet turn" hidden></button><button type="button" class="btn quiet off"></button></div>
      <label class="byself"><input type="checkbox" checked><span></span></label>`;
    this.piece('cam').setAttribute('aria-label', this.words.camera);
    for (const name of ['shoot', 'use', 'retake', 'turn', 'off']) {
      this.piece(name).textContent = this.words[name];
    }
    this.piece('byself').lastElementChild!.textContent = this.words.byself;
    this.piece('checks').setAttribute('aria-label', this.words.checks);
    this.picture.alt = this.words.preview;
    for (const item of this.querySelectorAll<HTMLElement>('[data-point]')) {
      item.lastElementChild!.textContent = this.words[`point.${item.dataset.point}`];
    }
    this.tick({ light: false, placed: false, glare: false, sharp: false });
    this.say(this.words.asking);
    this.piece('shoot').focus();
  }

  private async open(camera: MediaTrackConstraints) {
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: false, video: { ...WANTED, ...camera } });
      if (!this.isConnected) {
        stream.getTracks().forEach((track) => track.stop());
        return;
      }
      this.stop();
      this.stream = stream;
      stream.getVideoTracks()[0].addEventListener('ended', () => this.close(this.words.lost));
      this.video.srcObject = stream;
      await this.video.play();
      const devices = await navigator.mediaDevices.enumerateDevices();
      this.cameras = devices.filter((device) => device.kind === 'videoinput');
      this.aim();
    } catch (error) {
      if (this.isConnected) {
        this.close(this.words[this.why((error as DOMException).name)]);
      }
    }
  }

  private why(name: string) {
    switch (name) {
      case 'NotAllowedError':
      case 'SecurityError':
        return 'refused';
      case 'NotFoundError':
      case 'OverconstrainedError':
        return 'none';
      default:
        return 'busy';
    }
  }

  private aim() {
    this.forget();
    const settings = this.stream!.getVideoTracks()[0].getSettings();
    // people know themselves from the mirror, but nobody can read a document there
    this.classList.toggle('mirrored', Boolean(this.sort.face) && settings.facingMode !== 'environment');
    this.classList.remove('taken');
    this.show({ shoot: true, off: true, turn: this.cameras.length > 1 });
    this.picture.hidden = true;
    this.drawFrame();
    this.goodSince = 0;
    this.saidAt = 0;
    this.timer = window.setTimeout(() => this.look(), LOOK);
  }

  private show(shown: Record<string, boolean>) {
    for (const name of ['shoot', 'use', 'retake', 'turn', 'off']) {
      this.piece(name).hidden = !shown[name];
    }
    this.piece('byself').hidden = !shown.shoot;
    this.piece('checks').hidden = !shown.shoot;
  }

  /** Upright where the camera is upright and what is asked for is too; else lying. */
  private get ratio() {
    const upright = this.video.videoHeight > this.video.videoWidth && this.sort.height > this.sort.width;
    return upright ? 3 / 4 : 4 / 3;
  }

  /** What of the video is seen, in its own pixels. */
  private get seen() {
    const { videoWidth, videoHeight } = this.video;
    const width = Math.min(videoWidth, videoHeight * this.ratio);
    const height = Math.min(videoHeight, videoWidth / this.ratio);
    return new DOMRect((videoWidth - width) / 2, (videoHeight - height) / 2, width, height);
  }

  private get frame(): Frame {
    const factor = Math.min(SHARE / this.sort.width, SHARE / this.ratio / this.sort.height);
    const width = this.sort.width * factor;
    const height = this.sort.height * factor * this.ratio;
    return { left: (1 - width) / 2, top: (1 - height) / 2, width, height };
  }

  private drawFrame() {
    const wide = 480;
    const high = wide / this.ratio;
    const { left, top, width, height } = this.frame;
    const [x, y, w, h] = [left * wide, top * high, width * wide, height * high];
    const svg = this.piece('finderframe');
    svg.setAttribute('viewBox', `0 0 ${wide} ${high}`);
    const long = 30;
    svg.innerHTML = this.sort.face
      ? `<ellipse cx="${x + w / 2}" cy="${y + h / 2}" rx="${w / 2}" ry="${h / 2}"/>`
      : `<path d="M${x} ${y + long}v${14 - long}a14 14 0 0 1 14-14h${long - 14}M${x + w - long} ${y}h${long - 14}a14 14 0 0 1 14 14v${long - 14}
         M${x + w} ${y + h - long}v${long - 14}a14 14 0 0 1-14 14h${14 - long}M${x + long} ${y + h}h${14 - long}a14 14 0 0 1-14-14v${14 - long}"/>`;
    this.piece('stage').style.aspectRatio = String(this.ratio);
  }

  private look() {
    if (!this.stream || this.photo || !this.isConnected) {
      return;
    }
    if (this.video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA && this.video.videoWidth > 0) {
      this.advise(this.judge.judge(this.video, this.seen, this.frame, this.sort));
    }
    this.timer = window.setTimeout(() => this.look(), LOOK);
  }

  private advise({ advice, met }: Verdict) {
    this.tick(met);
    if (advice) {
      this.goodSince = 0;
    } else {
      this.goodSince ||= performance.now();
    }
    const hand = !this.piece('byself').querySelector('input')!.checked;
    this.tell(advice, hand);
    const wait = this.sort.face ? GOOD.face : GOOD.document;
    if (this.goodSince && !hand && performance.now() - this.goodSince >= wait) {
      this.shoot();
    }
  }

  private tell(advice: Advice, hand: boolean) {
    const words = this.words[`advice.${advice || (hand ? 'press' : 'good')}`];
    if (performance.now() - this.saidAt >= PATIENCE || !this.saidAt) {
      this.piece('advice').classList.toggle('warns', advice !== '');
      this.say(words);
    }
  }

  private say(words: string) {
    const line = this.piece('advice');
    if (line.textContent !== words) {
      line.textContent = words;
      this.saidAt = performance.now();
    }
  }

  private tick(met: Record<Point, boolean>) {
    for (const item of this.querySelectorAll<HTMLElement>('[data-point]')) {
      const done = met[item.dataset.point as Point];
      if (item.classList.contains('met') !== done || !item.firstElementChild!.innerHTML) {
        item.classList.toggle('met', done);
        item.firstElementChild!.innerHTML = done ? CHECK : RING;
      }
    }
  }

  private async shoot() {
    if (!this.stream || this.photo || this.shooting || this.video.videoWidth === 0) {
      return;
    }
    this.shooting = true;
    clearTimeout(this.timer);
    const { x, y, width, height } = this.seen;
    try {
      this.photo = await jpeg(this.video, { x, y, width, height }, 'photo.jpg');
    } finally {
      this.shooting = false;
    }
    this.picture.src = URL.createObjectURL(this.photo);
    this.picture.hidden = false;
    this.classList.add('taken');
    this.show({ use: true, retake: true, off: true });
    this.piece('advice').classList.remove('warns');
    this.say(this.words.taken);
    this.piece('use').focus();
  }

  private press(button: HTMLButtonElement | null) {
    if (button?.matches('.shoot')) {
      this.shoot();
    } else if (button?.matches('.retake')) {
      this.retake();
    } else if (button?.matches('.use')) {
      this.use();
    } else if (button?.matches('.turn')) {
      this.turn();
    } else if (button?.matches('.off')) {
      this.close('');
    }
  }

  private key(event: KeyboardEvent) {
    if (event.key === 'Escape') {
      event.preventDefault();
      this.close('');
    } else if (event.key === 'Enter' && event.target instanceof HTMLInputElement) {
      // it would send the form around
      event.preventDefault();
      this.shoot();
    }
  }

  private retake() {
    this.forget();
    this.piece('shoot').hidden = false;
    this.piece('shoot').focus();
    if (this.stream) {
      this.aim();
    } else {
      this.open(this.facing);
    }
  }

  private use() {
    const detail = this.photo!;
    const place = this.parentElement!;
    this.close('');
    place.dispatchEvent(new CustomEvent('photo', { detail, bubbles: true }));
  }

  private turn() {
    const now = this.stream?.getVideoTracks()[0].getSettings().deviceId;
    const next = (this.cameras.findIndex((camera) => camera.deviceId === now) + 1) % this.cameras.length;
    clearTimeout(this.timer);
    // most phones open one camera at a time
    this.stop();
    this.open({ deviceId: { exact: this.cameras[next].deviceId } });
  }

  private close(why: string) {
    this.stop();
    this.dispatchEvent(new CustomEvent('closed', { detail: why }));
  }

  private stop() {
    clearTimeout(this.timer);
    this.stream?.getTracks().forEach((track) => track.stop());
    this.stream = undefined;
  }

  private forget() {
    if (this.picture.src) {
      URL.revokeObjectURL(this.picture.src);
      this.picture.removeAttribute('src');
    }
    this.photo = undefined;
  }
}

customElements.define('resim-capture', Capture);
