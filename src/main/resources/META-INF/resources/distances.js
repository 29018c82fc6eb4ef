// How far the places on a page are, asked for by a button only. The position stays in the browser: it is neither sent
// nor kept. Without this script, without a position or without consent the list stays as it was.
const EARTH_METRES = 6371000;

const radians = degrees => degrees * Math.PI / 180;

function metres(from, to) {
	const up = Math.sin(radians(to.latitude - from.latitude) / 2) ** 2;
	const across = Math.sin(radians(to.longitude - from.longitude) / 2) ** 2;
	const part = up + Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude)) * across;
	return 2 * EARTH_METRES * Math.asin(Math.min(1, Math.sqrt(part)));
}

function said(words, far) {
	const near = far < 950;
	const number = near ? Math.max(50, Math.round(far / 50) * 50) : far / 1000;
	const digits = { maximumSignificantDigits: near || number < 10 ? 2 : 3, maximumFractionDigits: number < 10 ? 1 : 0 };
	const text = new Intl.NumberFormat(document.documentElement.lang, digits).format(number);
	return (near ? words.metres : words.kilometres).replace('#', text);
}

for (const asking of document.querySelectorAll('[data-distances]')) {
	if (!navigator.geolocation) continue;
	const words = asking.dataset;
	const word = asking.querySelector('[role=status]');
	const places = [...document.querySelectorAll('[data-latitude]')];
	const list = places[0]?.closest('ol');

	const show = position => {
		const found = places.map(place => ({
			place,
			far: metres(position.coords, { latitude: +place.dataset.latitude, longitude: +place.dataset.longitude }),
		})).sort((one, other) => one.far - other.far);
		for (const { place, far } of found) {
			place.textContent = said(words, far);
			place.hidden = false;
			list?.append(place.closest('li'));
		}
		word.textContent = words.done;
	};

	const fail = fault => {
		word.textContent = fault.code === fault.PERMISSION_DENIED ? words.refused : words.unknown;
	};

	asking.hidden = false;
	asking.querySelector('button').addEventListener('click', () => {
		word.textContent = words.busy;
		navigator.geolocation.getCurrentPosition(show, fail, { maximumAge: 60000, timeout: 15000 });
	});
}
