package app.resim.ui;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import com.vaadin.flow.i18n.I18NProvider;

import org.springframework.stereotype.Component;

/**
 * Shows {@link Wording} to Vaadin.
 */
@Component
class Translations implements I18NProvider {

	private final Wording wording;

	Translations(Wording wording) {
		this.wording = wording;
	}

	@Override
	public List<Locale> getProvidedLocales() {
		return Arrays.stream(Language.values()).map(Language::locale).toList();
	}

	@Override
	public String getTranslation(String key, Locale locale, Object... params) {
		return this.wording.text(locale, key, params);
	}

}
