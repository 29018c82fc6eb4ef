/** Asks the browser for its model. It is put on the page only after a person said that this is the phone. */

type ClientHints = { getHighEntropyValues(hints: string[]): Promise<{ model?: string }> };

class Model extends HTMLElement {
  connectedCallback() {
    this.ask().then((model) => {
      const family = navigator.userAgent.match(/\b(iPhone|iPad)\b/)?.[1] ?? '';
      this.dispatchEvent(new CustomEvent('model', { detail: { model, family } }));
    });
  }

  private async ask() {
    try {
      const hints = (navigator as { userAgentData?: ClientHints }).userAgentData;
      return (await hints?.getHighEntropyValues(['model']))?.model ?? '';
    } catch {
      // the browser does not want to say
      return '';
    } finally {
      // whoever listens to the answer may come a moment after the element
      await new Promise((resolve) => setTimeout(resolve));
    }
  }
}

customElements.define('resim-model', Model);
