/**
 * Brings one picture to the server, from a file, a drop or the camera. Tells in words and with a bar how far it has
 * come, sends it again when the line breaks, lets a person stop it, and keeps the focus in place.
 */
import type { Capture } from './capture';
import { prepared } from './picture';

type Carrier = HTMLElement & { target: string; maxFileSize: number; accept: string };

type Outcome = 'arrived' | 'broken' | 'often' | 'refused' | 'stopped';

const TOO_MANY_REQUESTS = 429;

const MEGABYTE = 1024 * 1024;

/** Readers would otherwise hear every packet. */
const QUIET = 1000;

/** How long to wait before a picture is sent again by itself, in milliseconds. */
const AGAIN = [1000, 3000, 8000];

/** A line on which nothing moved for so long is broken, in milliseconds; looking at the picture takes less. */
const STALLED = 45_000;

const KNOWN = /\.(jpe?g|png|webp|pdf|hei[cf])$/i;

class Upload extends HTMLElement {
  private saidAt = 0;

  /** Counts the pictures: what an earlier one still wants is nothing any more. */
  private round = 0;

  private sending?: XMLHttpRequest;

  private kept?: File;

  constructor() {
    super();
    // on its way down: the carrier below would open a chooser of its own and send by itself
    this.addEventListener('click', (event) => this.press(event), true);
    this.addEventListener('drop', (event) => this.drop(event), true);
    this.addEventListener('change', (event) => {
      if (event.target === this.chooser) {
        this.choose(this.chooser.files);
      }
    });
    this.addEventListener('photo', (event) => {
      this.tile.focus();
      this.send((event as CustomEvent<File>).detail);
    });
  }

  connectedCallback() {
    const able = Boolean(navigator.mediaDevices?.getUserMedia);
    const camera = this.querySelector<HTMLElement>('.camera');
    if (camera) {
      camera.hidden = !able;
      this.querySelector<HTMLElement>('.no-camera')!.hidden = able;
      this.classList.toggle('blind', !able);
    }
    // where the chooser of a touch device is told HEIC, it stops turning its photos into JPEG
    const heic = navigator.maxTouchPoints > 1 ? '' : ',.heic,.heif';
    this.chooser.accept = this.getAttribute('accept') + heic;
  }

  disconnectedCallback() {
    this.round++;
    this.sending?.abort();
    this.querySelector('resim-capture')?.remove();
  }

  private get carrier() {
    return this.querySelector<Carrier>('vaadin-upload')!;
  }

  private get chooser() {
    return this.querySelector<HTMLInputElement>('.chooser')!;
  }

  private get tile() {
    return this.querySelector<HTMLButtonElement>('vaadin-upload .tile')!;
  }

  private button(name: string) {
    return this.querySelector<HTMLButtonElement>(`.${name}`);
  }

  private press(event: Event) {
    const pressed = (event.target as Element).closest('button');
    if (pressed === this.tile) {
      event.stopPropagation();
      this.chooser.value = '';
      this.chooser.click();
    } else if (pressed && pressed === this.button('camera')) {
      this.film();
    } else if (pressed && pressed === this.button('halt')) {
      this.stop();
    } else if (pressed && pressed === this.button('again')) {
      this.tile.focus();
      this.send(this.kept!);
    }
  }

  private drop(event: DragEvent) {
    event.preventDefault();
    event.stopPropagation();
    this.carrier.removeAttribute('dragover');
    this.choose(event.dataTransfer!.files);
  }

  private async choose(files: FileList | null) {
    if (!files?.length) {
      return;
    }
    const [file] = files;
    if (files.length > 1) {
      this.reject(file, 'too-many');
    } else if (!/^image\/|\/pdf$/.test(file.type) && !KNOWN.test(file.name)) {
      this.reject(file, 'wrong-type');
    } else {
      const mine = ++this.round;
      this.begin();
      const ready = await prepared(file, this.carrier.maxFileSize);
      if (mine === this.round) {
        this.take(ready);
      }
    }
  }

  private take(file: File) {
    if (file.size > this.carrier.maxFileSize) {
      this.end();
      this.reject(file, 'too-big');
    } else {
      this.send(file);
    }
  }

  private reject(file: File, why: string) {
    const detail = { file: { name: file.name }, error: this.getAttribute(why) };
    this.carrier.dispatchEvent(new CustomEvent('file-reject', { detail }));
  }

  private async film() {
    const place = this.querySelector<HTMLElement>('.finder')!;
    const words = JSON.parse(place.getAttribute('words')!);
    try {
      await import('./capture');
    } catch {
      // the line broke before its script had come
      this.say(words.busy);
      return;
    }
    const capture = document.createElement('resim-capture') as Capture;
    capture.shape = place.getAttribute('shape')!;
    capture.words = words;
    capture.addEventListener('closed', (event) => {
      const held = capture.contains(document.activeElement) || document.activeElement === document.body;
      capture.remove();
      this.classList.remove('filming');
      const why = (event as CustomEvent<string>).detail;
      this.say(why);
      if (held) {
        (why ? this.tile : this.button('camera')!).focus();
      }
    });
    this.say('');
    this.classList.add('filming');
    place.replaceChildren(capture);
  }

  private async send(file: File) {
    const mine = ++this.round;
    this.sending?.abort();
    this.kept = file;
    this.begin();
    for (let attempt = 0; mine === this.round; attempt++) {
      const outcome = await this.post(file);
      if (mine !== this.round || outcome === 'stopped') {
        return;
      }
      if (outcome === 'arrived' || outcome === 'refused') {
        this.end();
        this.kept = undefined;
        this.say(outcome === 'refused' ? this.getAttribute('failed') : '');
        // the server has something to say now, or wants a new sign-in
        this.dispatchEvent(new CustomEvent('arrived'));
        return;
      }
      if (outcome === 'often' || attempt === AGAIN.length) {
        this.giveUp(outcome === 'often' ? 'often' : 'kept');
        return;
      }
      this.say(this.getAttribute('broken'));
      this.bar.removeAttribute('value');
      await this.wait(AGAIN[attempt]);
    }
  }

  /** At most so long, and less where the browser knows that it is online again. */
  private wait(time: number) {
    return new Promise<void>((done) => {
      const timer = setTimeout(over, time);
      function over() {
        clearTimeout(timer);
        removeEventListener('online', over);
        done();
      }
      addEventListener('online', over);
    });
  }

  private post(file: File) {
    return new Promise<Outcome>((done) => {
      const line = new XMLHttpRequest();
      this.sending = line;
      let watch = 0;
      const over = (outcome: Outcome) => {
        clearTimeout(watch);
        done(outcome);
      };
      const moving = () => {
        clearTimeout(watch);
        watch = window.setTimeout(() => {
          over('broken');
          line.abort();
        }, STALLED);
      };
      line.upload.addEventListener('progress', (event) => {
        moving();
        this.progress(Math.min(event.loaded, file.size), file.size);
      });
      line.addEventListener('load', () => {
        if (line.status === TOO_MANY_REQUESTS) {
          over('often');
        } else {
          over(line.status < 400 ? 'arrived' : line.status < 500 ? 'refused' : 'broken');
        }
      });
      line.addEventListener('error', () => over('broken'));
      line.addEventListener('abort', () => over('stopped'));
      line.open('POST', this.carrier.target);
      line.setRequestHeader('Content-Type', file.type || 'application/octet-stream');
      line.setRequestHeader('X-Filename', encodeURIComponent(file.name));
      moving();
      line.send(file);
    });
  }

  private get bar() {
    return this.querySelector('progress')!;
  }

  private begin() {
    this.saidAt = 0;
    this.bar.hidden = false;
    this.bar.removeAttribute('value');
    this.button('halt')!.hidden = false;
    this.button('again')!.hidden = true;
    this.say(this.getAttribute('preparing'));
  }

  private progress(loaded: number, size: number) {
    this.bar.max = size;
    this.bar.value = loaded;
    if (loaded >= size) {
      this.say(this.getAttribute('checking'));
    } else if (Date.now() - this.saidAt > QUIET) {
      this.saidAt = Date.now();
      this.say(this.getAttribute('progress')!.replace('{0}', this.size(loaded)).replace('{1}', this.size(size)));
    }
  }

  private size(bytes: number) {
    const digits = bytes < 10 * MEGABYTE ? 1 : 0;
    return (bytes / MEGABYTE).toLocaleString(document.documentElement.lang, { maximumFractionDigits: digits });
  }

  private stop() {
    this.round++;
    this.sending?.abort();
    this.end();
    this.tile.focus();
  }

  private giveUp(why: string) {
    this.end();
    this.say(this.getAttribute(why));
    this.button('again')!.hidden = false;
  }

  private end() {
    const held = this.contains(document.activeElement);
    this.say('');
    this.bar.hidden = true;
    this.button('halt')!.hidden = true;
    if (held) {
      this.tile.focus();
    }
  }

  private say(words: string | null) {
    this.querySelector('.travel [role=status]')!.textContent = words;
  }
}

customElements.define('resim-upload', Upload);
