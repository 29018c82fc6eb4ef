package app.resim.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;

/**
 * Line icons on a grid of 24, drawn with a two-pixel pen in the colour of the text beside
 * them. An icon never stands without words, so readers skip it.
 */
public enum Icons {

	ARROW_BACK("<path d='M20 12H5M11 6l-6 6 6 6'/>"), ARROW_FORWARD("<path d='M4 12h15M13 6l6 6-6 6'/>"),
	BROKEN("<rect x='6' y='2.500' width='12' height='19' rx='3'/><path d='m13 2.800-2.600 5.300 3.600 2.200-3.800 4.500 2.400 2.100-1.100 4.300'/>"),
	CAMERA("<path d='M3 9.500a2.500 2.500 0 0 1 2.500-2.500h2L9 4.500h6L16.500 7h2A2.500 2.500 0 0 1 21 9.500v7.500a2.500 2.500 0 0 1-2.500 2.500h-13A2.500 2.500 0 0 1 3 17z'/><circle cx='12' cy='13' r='3.600'/>"),
	CHECK("<path d='m4.500 12.500 5 5 10-11'/>"),
	CHECK_CIRCLE("<circle cx='12' cy='12' r='9'/><path d='m8 12.400 2.800 2.800 5.300-6'/>"),
	CLOCK("<circle cx='12' cy='12' r='9'/><path d='M12 7v5.300l3.400 2'/>"),
	COPY("<rect x='8.500' y='8.500' width='12' height='12' rx='2.500'/><path d='M15.500 8.500V6A2.500 2.500 0 0 0 13 3.500H6A2.500 2.500 0 0 0 3.500 6v7A2.500 2.500 0 0 0 6 15.500h2.500'/>"),
	DELETED("<path d='M4 6.500h16M9 6.500V4.300c0-.7.500-1.300 1.200-1.300h3.600c.7 0 1.200.6 1.200 1.300v2.200M6.200 6.500l.9 12.200c.1 1.300 1.100 2.300 2.400 2.300h5c1.300 0 2.300-1 2.400-2.300l.9-12.200M10.200 11v5.500M13.800 11v5.500'/>"),
	DEVICES("<path d='M19.500 8.500V6A2.500 2.500 0 0 0 17 3.500H5A2.500 2.500 0 0 0 2.500 6v7A2.500 2.500 0 0 0 5 15.500h5.500M6 19.500h4.500'/><rect x='14' y='11' width='7.500' height='10' rx='2'/>"),
	DOCUMENT(
			"<path d='M6.500 2.500h7l5 5v11a3 3 0 0 1-3 3h-9a3 3 0 0 1-3-3v-13a3 3 0 0 1 3-3z'/><path d='M13.500 2.500v5h5M8 13h6M8 17h4'/>"),
	EYE("<path d='M2.500 12C4.700 8 8 6 12 6s7.300 2 9.500 6c-2.200 4-5.500 6-9.500 6s-7.300-2-9.500-6z'/><circle cx='12' cy='12' r='2.800'/>"),
	GLOBE("<circle cx='12' cy='12' r='9'/><path d='M3.200 12h17.600M12 3c2.400 2.600 3.600 5.600 3.600 9s-1.200 6.400-3.600 9c-2.400-2.600-3.600-5.600-3.600-9S9.600 5.600 12 3z'/>"),
	HELP("<circle cx='12' cy='12' r='9'/><path d='M9.500 9.500c.2-1.400 1.200-2.200 2.500-2.200 1.500 0 2.600.9 2.600 2.300 0 1.900-2.600 2-2.600 4M12 16.700v.1'/>"),
	HOME("<path d='M4 11.200 12 4l8 7.200V18a2.500 2.500 0 0 1-2.500 2.500h-11A2.500 2.500 0 0 1 4 18z'/><path d='M9.500 20.500V14h5v6.500'/>"),
	ID_CARD("<rect x='2.500' y='5' width='19' height='14' rx='3'/><circle cx='8.300' cy='10.800' r='2'/><path d='M5.200 16c.6-1.700 1.700-2.500 3.100-2.500s2.500.8 3.100 2.500M14.500 10h4M14.500 14h3'/>"),
	INFO("<circle cx='12' cy='12' r='9'/><path d='M12 11v5.500M12 7.600v.1'/>"),
	KEY("<circle cx='8' cy='15.500' r='4.500'/><path d='M11.300 12.300 20 3.600M16 7.600l3 3'/>"),
	LIGHT("<circle cx='12' cy='12' r='4'/><path d='M12 2.500v2.500M12 19v2.500M2.500 12h2.500M19 12h2.500M5.300 5.300l1.800 1.800M16.900 16.900l1.800 1.800M5.300 18.700l1.800-1.800M16.900 7.100l1.800-1.800'/>"),
	LOCKED("<rect x='5' y='10.500' width='14' height='10.500' rx='3'/><path d='M8 10.500V7.800a4 4 0 0 1 8 0v2.700M12 14.700v2'/>"),
	LOUPE("<circle cx='10.500' cy='10.500' r='7'/><path d='m15.600 15.600 5.400 5.400'/>"),
	LOST("<path d='M12 21.300c4.700-4.700 7-8.300 7-11.400a7 7 0 0 0-14 0c0 3.100 2.300 6.700 7 11.400z'/><path d='M10 8.600c.2-1.100 1-1.700 2-1.700 1.200 0 2 .7 2 1.800 0 1.500-2 1.500-2 3M12 14.300v.1'/>"),
	MAIL("<rect x='3' y='5' width='18' height='14' rx='3'/><path d='m4.500 8 7.500 5.200L19.500 8'/>"),
	NEW_PHONE(
			"<rect x='2.500' y='6.500' width='7.500' height='13' rx='2.200'/><rect x='14' y='3' width='7.500' height='13' rx='2.200'/><path d='M13 19.800h6.500M17.300 17.600l2.200 2.200-2.200 2.200'/>"),
	NO_NETWORK("<path d='M5 19.500V17M10 19.500V14M15 19.500V16M20 19.500V5M3.500 4 20 20.500'/>"),
	PASSPORT(
			"<rect x='5' y='2.500' width='14' height='19' rx='3'/><circle cx='12' cy='10' r='3.600'/><path d='M8.400 10h7.200M9 17.500h6'/>"),
	PERSON("<circle cx='12' cy='8' r='4'/><path d='M4.500 20.500c1-4.200 4-6 7.500-6s6.500 1.800 7.500 6'/>"),
	PHONE("<rect x='6.500' y='2.500' width='11' height='19' rx='3'/><path d='M10.800 18.300h2.400'/>"),
	QR("<rect x='3.500' y='3.500' width='6.500' height='6.500' rx='1.500'/><rect x='14' y='3.500' width='6.500' height='6.500' rx='1.500'/><rect x='3.500' y='14' width='6.500' height='6.500' rx='1.500'/><path d='M14 14h2.500v2.500M20.500 14v.1M14 20.500v-.1M17.500 20.500h3v-3'/>"),
	RESET("<path d='M4.500 4.500v5.500h5.500'/><path d='M4.900 10a8 8 0 1 1-.7 4.500'/>"),
	ROTATE("<path d='M19.500 4.500v5.500H14'/><path d='M19.100 10a8 8 0 1 0 .7 4.500'/>"),
	SIM("<path d='M8 2.500h6.500L19 7v11.500a3 3 0 0 1-3 3H8a3 3 0 0 1-3-3v-13a3 3 0 0 1 3-3z'/><rect x='8.500' y='11' width='7' height='6.500' rx='1.500'/><path d='M12 11v6.500'/>"),
	STOLEN("<path d='M12 2.800 5 5.400V11c0 4.700 2.800 8.100 7 10.200 4.200-2.100 7-5.500 7-10.200V5.400z'/><path d='M12 8v4.600M12 15.700v.1'/>"),
	STOP("<path d='M8.300 3h7.400L21 8.300v7.400L15.700 21H8.300L3 15.700V8.300z'/><path d='M12 7.600v5.200M12 16.300v.1'/>"),
	TABLET("<rect x='4.500' y='3' width='15' height='18' rx='3'/><path d='M10.800 17.800h2.400'/>"),
	UPLOAD("<path d='M12 15.500V4.500M7.500 8.800 12 4.300l4.500 4.500M4 15.500V18a2.500 2.500 0 0 0 2.500 2.500h11A2.500 2.500 0 0 0 20 18v-2.500'/>"),
	WARNING("<path d='M12 3.600 2.700 19.800h18.600z'/><path d='M12 9.800v4.600M12 17v.1'/>"),
	WATCH("<rect x='6' y='6.500' width='12' height='11' rx='3'/><path d='M8.500 6.500 9.300 3h5.400l.8 3.500M8.500 17.500l.8 3.500h5.400l.8-3.500M12 9.800v2.500l1.600 1'/>"),
	ZOOM_IN("<circle cx='10.500' cy='10.500' r='7'/><path d='m15.600 15.600 5.400 5.400M10.500 7.500v6M7.500 10.500h6'/>"),
	ZOOM_OUT("<circle cx='10.500' cy='10.500' r='7'/><path d='m15.600 15.600 5.400 5.400M7.500 10.500h6'/>"),
	WIFI("<path d='M2.800 9.800c5.300-4.900 13.100-4.900 18.400 0M6.200 13.600c3.300-3 8.300-3 11.600 0M9.400 17.100c1.600-1.400 3.600-1.400 5.200 0M12 20.400v.1'/>");

	private final String drawing;

	Icons(String drawing) {
		this.drawing = drawing;
	}

	/**
	 * Draws the icon.
	 * @return a new component for one place on a page
	 */
	public Component draw() {
		var icon = new Span();
		icon.setClassName("i");
		icon.getElement()
			.setAttribute("aria-hidden", "true")
			.setProperty("innerHTML", "<svg viewBox='0 0 24 24'>" + this.drawing + "</svg>");
		return icon;
	}

}
