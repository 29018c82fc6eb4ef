/**
 * Single keys for those who work in the back office all day. A key presses the button that declares it in
 * aria-keyshortcuts; nothing is done here that a mouse could not do. Keys are silent while somebody types, and can be
 * switched off (WCAG 2.1.4).
 */

const OFF = 'resim-keys-off';

/** The part of the page that was worked in last: of several buttons with the same key, its own is meant. */
let scope: Element | null = null;

const visible = (element: Element) => (element as HTMLElement).checkVisibility();

const all = <T extends HTMLElement>(selector: string, within: ParentNode = document) =>
  [...within.querySelectorAll<T>(selector)].filter(visible);

class Keys extends HTMLElement {
  connectedCallback() {
    document.addEventListener('keydown', this.pressed);
    document.addEventListener('focusin', this.focused);
    this.querySelector('button')!.addEventListener('click', this.open);
    this.box.addEventListener('change', this.switched);
    this.show();
  }

  disconnectedCallback() {
    document.removeEventListener('keydown', this.pressed);
    document.removeEventListener('focusin', this.focused);
  }

  private get dialog() {
    return this.querySelector('dialog')!;
  }

  private get box() {
    return this.querySelector<HTMLInputElement>('input')!;
  }

  private get off() {
    return localStorage.getItem(OFF) === 'yes';
  }

  private show() {
    this.box.checked = !this.off;
    document.documentElement.classList.toggle('keys-off', this.off);
  }

  private switched = () => {
    localStorage.setItem(OFF, this.box.checked ? 'no' : 'yes');
    this.show();
  };

  private open = () => {
    if (!this.dialog.open) {
      this.dialog.showModal();
    }
  };

  private focused = (event: FocusEvent) => {
    scope = (event.target as Element).closest('[data-scope]') ?? scope;
  };

  private pressed = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || event.repeat && !'jk'.includes(event.key)) {
      return;
    }
    if ((event.ctrlKey || event.metaKey) && event.key === 'Enter') {
      this.confirm(event);
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || this.off || this.dialog.open || typing(event.target)) {
      return;
    }
    if (this.handled(event.key)) {
      event.preventDefault();
    }
  };

  private handled(key: string) {
    if (key === '?') {
      this.open();
      return true;
    }
    if (key === 'j' || key === 'k') {
      return walk(key === 'j' ? 1 : -1);
    }
    if (/^[1-9]$/.test(key)) {
      return choose(Number(key));
    }
    return /^[a-zA-Z]$/.test(key) && press(key);
  }

  /** Irrevocable, so it takes two keys, and works from within a text as well. */
  private confirm(event: KeyboardEvent) {
    const button = all<HTMLButtonElement>('[data-confirm]')[0];
    if (button && !this.dialog.open) {
      event.preventDefault();
      // what was typed last reaches the server first
      (document.activeElement as HTMLElement | null)?.blur();
      button.focus();
      button.click();
    }
  }
}

function typing(target: EventTarget | null) {
  const element = target as HTMLElement;
  const input = element.closest?.('input') as HTMLInputElement | null;
  return (
    element.isContentEditable ||
    !!element.closest?.('textarea, select, dialog') ||
    (!!input && !['radio', 'checkbox', 'button', 'submit'].includes(input.type))
  );
}

function walk(step: number) {
  const rows = all<HTMLAnchorElement>('#worklist tbody a[id^=case-]');
  if (rows.length === 0) {
    return false;
  }
  const row = (element: Element | null) => element?.closest('tr');
  const now = rows.findIndex((link) => row(link) === row(document.activeElement));
  const next = now < 0 ? (step > 0 ? 0 : rows.length - 1) : Math.min(Math.max(now + step, 0), rows.length - 1);
  rows[next].focus();
  return true;
}

function press(key: string) {
  const meant = all(`[aria-keyshortcuts~="${key}"]`);
  const button = meant.find((each) => scope?.isConnected && scope.contains(each)) ?? meant[0];
  if (!button) {
    return false;
  }
  button.focus();
  button.click();
  if (button instanceof HTMLInputElement) {
    goOn(button.closest('.opt')?.nextElementSibling ?? null);
  }
  return true;
}

/** Chooses in the group that has the focus, else in the first one that is unfolded. */
function choose(number: number) {
  const groups = all<HTMLFieldSetElement>('fieldset[data-digits]');
  const group = groups.find((each) => each.contains(document.activeElement)) ?? groups[0];
  const radio = group && all<HTMLInputElement>('input[type=radio]', group)[number - 1];
  if (!radio) {
    return false;
  }
  radio.focus();
  radio.click();
  const next = groups[groups.indexOf(group) + 1];
  if (next) {
    first(next)?.focus();
  } else {
    all<HTMLButtonElement>('[data-confirm]')[0]?.focus();
  }
  return true;
}

/** To what a chosen card has unfolded: its first group, else the button that carries it out. */
function goOn(branch: Element | null) {
  if (branch) {
    const group = all<HTMLFieldSetElement>('fieldset[data-digits]', branch)[0];
    (group ? first(group) : all('[data-confirm]', branch)[0])?.focus();
  }
}

function first(group: Element) {
  return group.querySelector<HTMLInputElement>('input:checked') ?? group.querySelector<HTMLInputElement>('input');
}

customElements.define('resim-keys', Keys);
