/**
 * A picture that can be looked at closely: up to four times its size, turned, brighter, darker, and through a loupe.
 * Everything happens on the picture that is already there: it is never fetched again, so each view is one view.
 */

const LIGHTS = [1, 1.35, 1.7, 0.75, 0.5];

const GLASS = 240;

const STRENGTH = 3;

class Shot extends HTMLElement {
  private zoom = 1;

  private turn = 0;

  private light = 0;

  private glass: HTMLCanvasElement | null = null;

  private at = { x: 0.5, y: 0.5 };

  private dragged: { x: number; y: number; left: number; top: number } | null = null;

  connectedCallback() {
    this.addEventListener('click', (event) => this.deed((event.target as Element).closest('button')?.dataset.do));
    const frame = this.frame;
    frame.addEventListener('pointerdown', (event) => this.begin(event));
    frame.addEventListener('pointermove', (event) => this.move(event));
    frame.addEventListener('pointerup', () => (this.dragged = null));
    frame.addEventListener('pointercancel', () => (this.dragged = null));
    frame.addEventListener('keydown', (event) => this.key(event));
    this.show();
  }

  private get frame() {
    return this.querySelector<HTMLElement>('.shot')!;
  }

  private get image() {
    return this.querySelector('img')!;
  }

  private deed(deed: string | undefined) {
    switch (deed) {
      case 'in':
        this.enlarge(this.zoom >= 4 ? 1 : this.zoom + 0.5);
        break;
      case 'out':
        this.enlarge(Math.max(1, this.zoom - 0.5));
        break;
      case 'turn':
        this.turn = (this.turn + 1) % 4;
        break;
      case 'bright':
        this.light = (this.light + 1) % LIGHTS.length;
        break;
      case 'loupe':
        this.toggle();
        break;
      case 'reset':
        this.turn = this.light = 0;
        this.enlarge(1);
        break;
      default:
        return;
    }
    this.show();
  }

  /** What was in the middle stays there. */
  private enlarge(zoom: number) {
    const frame = this.frame;
    const x = (frame.scrollLeft + frame.clientWidth / 2) / frame.scrollWidth;
    const y = (frame.scrollTop + frame.clientHeight / 2) / frame.scrollHeight;
    this.zoom = zoom;
    this.style.setProperty('--zoom', String(zoom));
    frame.scrollTo(x * frame.scrollWidth - frame.clientWidth / 2, y * frame.scrollHeight - frame.clientHeight / 2);
  }

  private show() {
    this.dataset.turn = String(this.turn);
    this.style.setProperty('--zoom', String(this.zoom));
    this.style.setProperty('--light', String(LIGHTS[this.light]));
    this.querySelector('[role=status]')!.textContent = [
      `${Math.round(this.zoom * 100)} %`,
      this.turn ? `${this.turn * 90}°` : '',
      this.light ? `☀ ${Math.round(LIGHTS[this.light] * 100)} %` : ''
    ]
      .filter(Boolean)
      .join(' · ');
    this.look();
  }

  private toggle() {
    const button = this.querySelector('[data-do=loupe]')!;
    if (this.glass) {
      this.glass.remove();
      this.glass = null;
    } else {
      this.glass = document.createElement('canvas');
      this.glass.className = 'loupe';
      this.glass.width = this.glass.height = GLASS * devicePixelRatio;
      this.glass.setAttribute('aria-hidden', 'true');
      this.querySelector('.stage')!.append(this.glass);
      this.frame.focus({ preventScroll: true });
    }
    button.setAttribute('aria-pressed', String(!!this.glass));
  }

  private begin(event: PointerEvent) {
    if (this.glass || event.pointerType !== 'mouse' || event.button !== 0 || this.zoom === 1) {
      return;
    }
    const frame = this.frame;
    this.dragged = { x: event.clientX, y: event.clientY, left: frame.scrollLeft, top: frame.scrollTop };
    frame.setPointerCapture(event.pointerId);
  }

  private move(event: PointerEvent) {
    const frame = this.frame;
    if (this.dragged) {
      frame.scrollTo(this.dragged.left + this.dragged.x - event.clientX, this.dragged.top + this.dragged.y - event.clientY);
    }
    if (this.glass) {
      const box = frame.getBoundingClientRect();
      this.at = { x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height };
      this.look();
    }
  }

  private key(event: KeyboardEvent) {
    const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (this.glass && event.key === 'Escape') {
      this.toggle();
    } else if (this.glass && step) {
      const within = (part: number) => Math.min(1, Math.max(0, part));
      this.at = { x: within(this.at.x + step[0] * 0.04), y: within(this.at.y + step[1] * 0.04) };
      event.preventDefault();
      this.look();
    }
  }

  /** Draws what lies below the loupe from the pixels of the loaded picture. */
  private look() {
    const pen = this.glass?.getContext('2d');
    const image = this.image;
    if (!this.glass || !pen || !image.naturalWidth) {
      return;
    }
    const frame = this.frame.getBoundingClientRect();
    const box = image.getBoundingClientRect();
    const x = this.at.x * frame.width;
    const y = this.at.y * frame.height;
    const angle = (this.turn * Math.PI) / 2;
    const dx = frame.left + x - (box.left + box.width / 2);
    const dy = frame.top + y - (box.top + box.height / 2);
    const scale = Math.min(image.offsetWidth / image.naturalWidth, image.offsetHeight / image.naturalHeight);
    const px = image.naturalWidth / 2 + (dx * Math.cos(angle) + dy * Math.sin(angle)) / scale;
    const py = image.naturalHeight / 2 + (dy * Math.cos(angle) - dx * Math.sin(angle)) / scale;
    const side = this.glass.width;
    pen.setTransform(1, 0, 0, 1, 0, 0);
    pen.fillStyle = '#10191c';
    pen.fillRect(0, 0, side, side);
    pen.filter = `brightness(${LIGHTS[this.light]})`;
    pen.translate(side / 2, side / 2);
    pen.rotate(angle);
    pen.scale(scale * STRENGTH * devicePixelRatio, scale * STRENGTH * devicePixelRatio);
    pen.drawImage(image, -px, -py);
    this.glass.style.insetInlineStart = `${x - GLASS / 2}px`;
    this.glass.style.insetBlockStart = `${y - GLASS / 2}px`;
  }
}

customElements.define('resim-shot', Shot);
