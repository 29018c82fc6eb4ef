package app.resim.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;

/**
 * The few drawings that are larger than an icon.
 */
public enum Art {

	/** A house, and in it a computer that hands an eSIM to a phone. */
	HOME("scene", "0 0 380 320",
			"""
					<path class='t' d='M190 18c6 0 11 2 15 5l133 102c7 5 10 12 10 20v119c0 14-11 25-25 25H57c-14 0-25-11-25-25V145c0-8 3-15 10-20L175 23c4-3 9-5 15-5z'/>
					<path d='M14 264h352'/>
					<rect class='p' x='70' y='138' width='152' height='104' rx='12'/>
					<path class='p' d='M50 252c0-6 4-10 10-10h172c6 0 10 4 10 10s-4 12-12 12H62c-8 0-12-6-12-12z'/>
					<path d='M134 252h24'/>
					<path d='M113 153h16a5 5 0 0 1 5 5v16a5 5 0 0 1-5 5h-16a5 5 0 0 1-5-5v-16a5 5 0 0 1 5-5zM163 153h16a5 5 0 0 1 5 5v16a5 5 0 0 1-5 5h-16a5 5 0 0 1-5-5v-16a5 5 0 0 1 5-5zM113 201h16a5 5 0 0 1 5 5v16a5 5 0 0 1-5 5h-16a5 5 0 0 1-5-5v-16a5 5 0 0 1 5-5z'/>
					<path class='f' d='M117 162h8v8h-8zM167 162h8v8h-8zM117 210h8v8h-8z'/>
					<path d='M146 155v9M146 175v.1M110 190h9M131 190h.1M146 187v14M158 190h9M182 190h.1M146 214v11M160 203h7M181 202v8M160 217v8M171 214v.1M171 225h10'/>
					<path class='a dash' d='M196 122c8-30 30-46 62-42'/>
					<path class='a' d='M250 69l12 11-11 11'/>
					<rect class='p' x='262' y='108' width='80' height='156' rx='18'/>
					<path d='M294 124h16'/>
					<rect class='c' x='280' y='152' width='44' height='44' rx='11'/>
					<path class='a' d='M280 167h12l7 7-7 7h-12M324 167h-12l-7 7 7 7h12M302 152v10M302 186v10'/>
					<path class='a' d='M291 226l8 8 15-17'/>
					<path d='M22 264v-26h22v26M22 243h-3a6 6 0 0 0 0 13h3M29 229c-3-4 3-6 0-11M38 229c-3-4 3-6 0-11'/>"""),

	/** A phone that shows its EID after *#06# was dialled. */
	STAR_HASH("dial", "0 0 300 150",
			"""
					<rect class='t' x='0' y='0' width='300' height='150' rx='16'/>
					<path class='p' d='M34 151V46a20 20 0 0 1 20-20h68a20 20 0 0 1 20 20v105'/>
					<path d='M80 38h16'/>
					<text x='88' y='72' text-anchor='middle' font-size='19' font-weight='650'>*#06#</text>
					<g class='dots'><circle cx='58' cy='96' r='5'/><circle cx='88' cy='96' r='5'/><circle cx='118' cy='96' r='5'/><circle cx='58' cy='121' r='5'/><circle cx='88' cy='121' r='5'/><circle cx='118' cy='121' r='5'/></g>
					<path class='a' d='M158 88h24M173 79l9 9-9 9'/>
					<rect class='p' x='198' y='48' width='84' height='76' rx='12'/>
					<text x='212' y='72' font-size='14' font-weight='650'>EID</text>
					<path class='a' d='M212 86v20M217 86v20M224 86v20M228 86v20M235 86v20M240 86v20M244 86v20M251 86v20M256 86v20M261 86v20M268 86v20'/>""");

	private final String sort;

	private final String viewBox;

	private final String drawing;

	Art(String sort, String viewBox, String drawing) {
		this.sort = sort;
		this.viewBox = viewBox;
		this.drawing = drawing;
	}

	/**
	 * Draws it as an ornament, which readers skip.
	 * @return a new component for one place on a page
	 */
	public Component draw() {
		Span art = plain();
		art.getElement().setAttribute("aria-hidden", "true");
		return art;
	}

	/**
	 * Draws it as a picture that saves a sentence.
	 * @param description what it shows, for those who cannot see it
	 * @return a new component for one place on a page
	 */
	public Component draw(String description) {
		Span art = plain();
		art.getElement().setAttribute("role", "img").setAttribute("aria-label", description);
		return art;
	}

	private Span plain() {
		var art = new Span();
		art.addClassNames("art", this.sort);
		art.getElement()
			.setProperty("innerHTML",
					"<svg viewBox='" + this.viewBox + "'>" + this.drawing.replace("\n", "") + "</svg>");
		return art;
	}

}
