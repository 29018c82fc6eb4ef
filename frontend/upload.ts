/** Tells in words how far a file has come, lets a person stop it, and keeps the focus in place. */

type Travelling = File & { loaded?: number; uploading?: boolean };

const MEGABYTE = 1024 * 1024;

/** Readers would otherwise hear every packet. */
const QUIET = 1000;

class UploadWords extends HTMLElement {
  private saidAt = 0;

  connectedCallback() {
    // these events do not bubble, but they can be caught on their way down
    this.addEventListener('upload-start', () => this.begin(), true);
    this.addEventListener('upload-progress', (event) => this.progress((event as CustomEvent).detail.file), true);
    for (const end of ['upload-success', 'upload-error', 'upload-abort']) {
      this.addEventListener(end, () => this.end(), true);
    }
    this.addEventListener('click', (event) => {
      if ((event.target as Element).closest('button') === this.stop) {
        this.cancel();
      }
    });
  }

  private get stop() {
    return this.querySelector<HTMLButtonElement>('.acts > button')!;
  }

  private get tile() {
    return this.querySelector<HTMLButtonElement>('.tile')!;
  }

  private begin() {
    this.saidAt = 0;
    this.stop.hidden = false;
  }

  private progress(file: Travelling) {
    const loaded = Math.min(file.loaded ?? 0, file.size);
    const arrived = loaded >= file.size;
    if (arrived) {
      this.say(this.getAttribute('checking'));
    } else if (Date.now() - this.saidAt > QUIET) {
      this.saidAt = Date.now();
      this.say(this.getAttribute('progress')!.replace('{0}', this.size(loaded)).replace('{1}', this.size(file.size)));
    }
  }

  private size(bytes: number) {
    const digits = bytes < 10 * MEGABYTE ? 1 : 0;
    return (bytes / MEGABYTE).toLocaleString(document.documentElement.lang, { maximumFractionDigits: digits });
  }

  private cancel() {
    const upload = this.querySelector('vaadin-upload') as HTMLElement & { files: Travelling[] };
    for (const file of upload.files) {
      upload.dispatchEvent(new CustomEvent('file-abort', { detail: { file } }));
    }
    this.tile.focus();
  }

  private end() {
    const held = this.contains(document.activeElement);
    this.say('');
    this.stop.hidden = true;
    if (held) {
      this.tile.focus();
    }
  }

  private say(words: string | null) {
    this.querySelector('[role=status]')!.textContent = words;
  }
}

customElements.define('resim-upload', UploadWords);
