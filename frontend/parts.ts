/** The two components that need a script of ours: a text to copy, and time that runs out. */

class Copy extends HTMLElement {
  connectedCallback() {
    this.addEventListener('click', (event) => {
      if ((event.target as Element).closest('button')) {
        this.copy();
      }
    });
  }

  private async copy() {
    const code = this.querySelector('.code')!;
    try {
      await navigator.clipboard.writeText(code.textContent ?? '');
    } catch {
      // no permission, or no secure context: select it, so that the person can copy it
      getSelection()?.selectAllChildren(code);
      if (!document.execCommand('copy')) {
        return;
      }
    }
    this.confirm();
  }

  private confirm() {
    const button = this.querySelector('button > span')!;
    const status = this.querySelector('[role=status]')!;
    const before = button.textContent;
    if (before === this.getAttribute('copied')) {
      return;
    }
    button.textContent = this.getAttribute('copied');
    status.textContent = this.getAttribute('copied-what');
    setTimeout(() => {
      button.textContent = before;
      status.textContent = '';
    }, 2000);
  }
}

class Countdown extends HTMLElement {
  private timer = 0;

  private end = 0;

  connectedCallback() {
    // by the clock, not by counting: timers of sleeping pages stand still
    this.end = Date.now() + 1000 * Number(this.getAttribute('seconds'));
    this.timer = window.setInterval(() => this.tick(), 1000);
    this.tick();
  }

  disconnectedCallback() {
    clearInterval(this.timer);
  }

  private tick() {
    const left = Math.max(0, Math.round((this.end - Date.now()) / 1000));
    const words = this.words(left);
    this.querySelector('b')!.textContent = words;
    const bar = this.querySelector<HTMLElement>('.bar span')!;
    bar.style.inlineSize = `${(100 * left) / Number(this.getAttribute('whole'))}%`;
    if (left === 60 || left === 15) {
      this.querySelector('[role=status]')!.textContent = words;
    }
    if (left === 0) {
      clearInterval(this.timer);
      this.dispatchEvent(new Event('over'));
    }
  }

  private words(left: number) {
    const form = this.getAttribute(left < 60 ? 'seconds-left' : 'minutes-left') ?? '';
    return form.replace('{m}', String(Math.floor(left / 60))).replace('{s}', String(left % 60));
  }
}

customElements.define('resim-copy', Copy);
customElements.define('resim-countdown', Countdown);
