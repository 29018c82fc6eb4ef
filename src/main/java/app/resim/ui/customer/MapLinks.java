package app.resim.ui.customer;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

import app.resim.catalogue.Store;
import app.resim.ui.Link;
import app.resim.ui.Page;
import app.resim.ui.Prose;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;

/**
 * Links to the map applications that people use where a brand is at home. Nothing of
 * theirs is loaded: a map opens only when its link is pressed, and learns the place of
 * the store and nothing else.
 */
final class MapLinks {

	private MapLinks() {
	}

	/**
	 * The maps for a store.
	 * @param page on which they stand
	 * @param store which
	 * @return a list of links
	 */
	static UnorderedList to(Page page, Store store) {
		var list = new UnorderedList();
		list.addClassName("maps");
		for (App app : App.of(page.visit().brand().region())) {
			String name = store.name(page.words().locale());
			var link = new Link(app.address(store.place(), name), page.text("shops.map." + app));
			link.getElement().setAttribute("rel", "noreferrer noopener").setAttribute("target", "_blank");
			link.add(Prose.unseen(" " + name));
			list.add(new ListItem(link));
		}
		return list;
	}

	/** The map applications. */
	enum App {

		GOOGLE("https://www.google.com/maps/search/?api=1&query=%1$s,%2$s"),
		APPLE("https://maps.apple.com/?ll=%1$s,%2$s&q=%3$s"),
		AMAP("https://uri.amap.com/marker?position=%2$s,%1$s&name=%3$s&coordinate=wgs84"),
		BAIDU("https://api.map.baidu.com/marker?location=%1$s,%2$s&title=%3$s&content=%3$s&coord_type=wgs84&output=html&src=resim"),
		YANDEX("https://yandex.ru/maps/?pt=%2$s,%1$s&z=17&l=map"), TWO_GIS("https://2gis.ru/geo/%2$s,%1$s");

		private final String pattern;

		App(String pattern) {
			this.pattern = pattern;
		}

		static List<App> of(String region) {
			return switch (region) {
				case "HK", "MO" -> List.of(GOOGLE, APPLE, AMAP);
				case "CN" -> List.of(AMAP, BAIDU);
				case "RU" -> List.of(YANDEX, TWO_GIS);
				default -> List.of(GOOGLE, APPLE);
			};
		}

		String address(Store.Place place, String name) {
			return this.pattern.formatted(place.latitude(), place.longitude(),
					URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20"));
		}

	}

}
