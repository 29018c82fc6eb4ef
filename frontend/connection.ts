/** Lets Vaadin's line about the connection speak the page's language. */
const words = document.documentElement.dataset;
const line = (window as any).Vaadin?.connectionIndicator;
if (line) {
  line.applyDefaultTheme = false;
  line.onlineText = words.online;
  line.offlineText = words.offline;
  line.reconnectingText = words.reconnecting;
}
