// Warns before a session ends. Keys and touches of a person keep it; time, push and polling do not.
const warning = document.getElementById('staying');
const text = document.getElementById('staying-text');
const stay = document.getElementById('stay');
const understood = document.getElementById('stay-understood');
const PAUSE = 30_000;
let next = 0;
let sending = 0;
let told = 0;
let known = false;

async function ask(path, options) {
	try {
		const answer = await fetch(path, { credentials: 'same-origin', cache: 'no-store', ...options });
		take(await answer.json());
	} catch {
		later(10_000);
	}
}

function later(time) {
	clearTimeout(next);
	next = setTimeout(look, time);
}

function look() {
	ask('/session');
}

function goOn() {
	told = Date.now();
	ask('/session/stay', { method: 'POST', headers: { 'X-Requested-With': 'resim' } });
}

function take({ left, warn, extendable, text: words }) {
	if (left <= 0) {
		location.reload();
	} else if (left > warn) {
		warning.close();
		later(left - warn + 100);
	} else {
		show(extendable, words);
		later(Math.min(left + 100, 10_000));
	}
}

function show(extendable, words) {
	text.textContent = words;
	stay.hidden = !extendable;
	understood.hidden = extendable;
	if (!warning.open && (extendable || !known)) warning.showModal();
}

function person(event) {
	if (!event.isTrusted || sending || warning.open) return;
	sending = setTimeout(() => {
		sending = 0;
		goOn();
	}, Math.max(told + PAUSE - Date.now(), 0));
}

stay.addEventListener('click', goOn);
understood.addEventListener('click', () => {
	known = true;
	warning.close();
});
warning.addEventListener('cancel', event => {
	event.preventDefault();
	(stay.hidden ? understood : stay).click();
});
for (const sort of ['keydown', 'pointerdown', 'input']) addEventListener(sort, person, { capture: true, passive: true });
document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && look());
look();
