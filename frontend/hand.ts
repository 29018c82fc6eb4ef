/** Takes the secret from behind the number sign of the address, and wipes it there and in the history. */
class Hand extends HTMLElement {
  connectedCallback() {
    const secret = location.hash.slice(1);
    history.replaceState(history.state, '', location.pathname);
    // whoever listens may come a moment after the element
    setTimeout(() => this.dispatchEvent(new CustomEvent('secret', { detail: secret })));
  }
}

customElements.define('resim-hand', Hand);
