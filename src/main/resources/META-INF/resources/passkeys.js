// Forms that want a passkey: data-passkey says whether one is made or shown, data-options what the server asks.
// The answer goes into the form's field and the form is posted. If there is none the form is posted without one,
// and the server says what to do.
const bytes = text => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), c => c.charCodeAt(0));

const text = buffer => btoa(String.fromCharCode(...new Uint8Array(buffer)))
	.replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');

const described = list => (list ?? []).map(one => ({ ...one, id: bytes(one.id) }));

async function make(asked) {
	const made = await navigator.credentials.create({
		publicKey: {
			...asked,
			challenge: bytes(asked.challenge),
			user: { ...asked.user, id: bytes(asked.user.id) },
			excludeCredentials: described(asked.excludeCredentials),
		},
	});
	return said(made, {
		attestationObject: text(made.response.attestationObject),
		transports: made.response.getTransports?.() ?? [],
	});
}

async function show(asked) {
	const shown = await navigator.credentials.get({
		publicKey: { ...asked, challenge: bytes(asked.challenge), allowCredentials: described(asked.allowCredentials) },
	});
	return said(shown, {
		authenticatorData: text(shown.response.authenticatorData),
		signature: text(shown.response.signature),
		userHandle: shown.response.userHandle ? text(shown.response.userHandle) : undefined,
	});
}

function said(passkey, response) {
	return JSON.stringify({
		id: passkey.id,
		rawId: text(passkey.rawId),
		type: passkey.type,
		authenticatorAttachment: passkey.authenticatorAttachment ?? undefined,
		clientExtensionResults: {},
		response: { clientDataJSON: text(passkey.response.clientDataJSON), ...response },
	});
}

for (const form of document.querySelectorAll('form[data-passkey]')) {
	if (!window.PublicKeyCredential) continue;
	form.hidden = false;
	let busy = false;
	form.addEventListener('submit', async event => {
		event.preventDefault();
		if (busy) return;
		busy = true;
		const asked = JSON.parse(form.dataset.options);
		try {
			form.elements.answer.value = await (form.dataset.passkey === 'make' ? make(asked) : show(asked));
		} catch {
			form.elements.answer.value = '';
		}
		form.submit();
	});
}
