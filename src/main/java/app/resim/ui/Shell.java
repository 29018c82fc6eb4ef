package app.resim.ui;

import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.server.AppShellSettings;

/**
 * What Vaadin writes around the first Flow page that a browser loads. The rest, which
 * depends on the reader, is added by {@link ShellStart}.
 */
public class Shell implements AppShellConfigurator {

	@Override
	public void configurePage(AppShellSettings settings) {
		settings.addMetaTag("color-scheme", "light dark");
		settings.addMetaTag("format-detection", "telephone=no");
	}

}
