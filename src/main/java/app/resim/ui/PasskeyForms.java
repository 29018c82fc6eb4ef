package app.resim.ui;

import com.vaadin.flow.dom.Element;

import org.springframework.stereotype.Component;

/**
 * Forms on plain pages whose answer is a passkey. Only browsers can speak to a passkey,
 * and only by a script: the one script of plain pages. Without it the form stays hidden.
 */
@Component
class PasskeyForms {

	private final Look look;

	PasskeyForms(Look look) {
		this.look = look;
	}

	/**
	 * A form that makes a passkey.
	 * @param form posts the answer as {@code answer}
	 * @param options what the browser is asked
	 * @return the same form
	 */
	Form making(Form form, String options) {
		return with(form, "make", options);
	}

	/**
	 * A form that shows a passkey.
	 * @param form posts the answer as {@code answer}
	 * @param options what the browser is asked
	 * @return the same form
	 */
	Form showing(Form form, String options) {
		return with(form, "show", options);
	}

	private Form with(Form form, String deed, String options) {
		form.hidden("answer", "")
			.getElement()
			.setAttribute("hidden", true)
			.setAttribute("data-passkey", deed)
			.setAttribute("data-options", options)
			.appendChild(new Element("script").setAttribute("type", "module")
				.setAttribute("src", this.look.passkeysAddress()));
		return form;
	}

}
