package app.resim.ui;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.upload.FileRejectedEvent;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.dom.DebouncePhase;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;

/**
 * A question answered by a picture or a file: a tile to press, onto which a file may also
 * be dropped, and if wanted a {@link #camera} beside it. Progress is told in words, what
 * a broken line lost is sent again, and the focus stays here until the answer is known.
 *
 * <p>
 * Sending is done by a script of ours. Vaadin's component is the address that it sends to
 * and the place to drop a file.
 */
@JsModule("./upload.ts")
@CssImport("./capture.css")
public final class FileQuestion extends Component implements HasStyle, Field {

	private final Words words;

	private final String name;

	private final ErrorLine error;

	private final Element tile;

	private final Upload upload = new Upload();

	private final Element progress = new Element("p");

	private final Element bar = new Element("progress");

	private final Element chooser = new Element("input");

	private final Div ways = new Div();

	private Consumer<Trouble> trouble = found -> {
	};

	/** What the browser refuses or cannot send. */
	public enum Trouble {

		/** More bytes than allowed. */
		TOO_BIG,
		/** A photo as iPhones keep it, which hardly any browser can show. */
		HEIC,
		/** Another type than allowed. */
		WRONG_TYPE,
		/** Several files where one is asked for. */
		TOO_MANY

	}

	private FileQuestion(Words words, String name, String question) {
		super(new Element("resim-upload"));
		this.words = words;
		this.name = name;
		this.error = new ErrorLine(words, name);
		this.tile = new Element("button").setAttribute("type", "button")
			.setAttribute("id", name)
			.setAttribute("class", "tile")
			.setAttribute("aria-describedby", name + "-error");
		setId(name + "-field");
		addClassName("field");
		Paragraph label = Prose.paragraph(question, "label");
		label.setId(name + "-label");
		getElement().setAttribute("role", "group")
			.setAttribute("aria-labelledby", name + "-label")
			.setAttribute("progress", words.text("upload.progress", "{0}", "{1}"));
		for (String said : List.of("preparing", "checking", "broken", "kept", "often", "failed", "too-many", "too-big",
				"wrong-type")) {
			getElement().setAttribute(said, words.text("upload." + said));
		}
		this.chooser.setAttribute("type", "file").setAttribute("class", "chooser").setAttribute("hidden", true);
		this.ways.addClassName("ways");
		this.ways.add(this.upload);
		getElement().appendChild(label.getElement(), this.error.getElement(), this.chooser, this.ways.getElement(),
				travel());
		// a wrapper: the upload disables its button while a file travels, and what is
		// disabled loses the focus
		var press = new Div();
		press.getElement().appendChild(this.tile);
		this.upload.setUploadButton(press);
		this.upload.setDropLabelIcon(new Div());
		this.upload.setDropLabel(new Div());
		this.upload.setMaxFiles(1);
		this.upload.setI18n(spoken());
		this.upload.addFileRejectedListener(event -> this.trouble.accept(rejected(event)));
		// brings what the handler has left to do on the page
		getElement().addEventListener("arrived", event -> {
		});
	}

	/**
	 * One question of several on a page.
	 * @param words the reader's
	 * @param name unique on the page, see {@link Field#name}
	 * @param question the label
	 * @return the question, that has to be told what it {@link #takes}
	 */
	public static FileQuestion labelled(Words words, String name, String question) {
		return new FileQuestion(words, name, question);
	}

	/**
	 * A sentence that helps to answer, above the tile.
	 * @param text with marks
	 * @return this
	 */
	public FileQuestion hint(String text) {
		Paragraph hint = Prose.paragraph(text, "hint");
		hint.setId(this.name + "-hint");
		this.tile.setAttribute("aria-describedby", this.name + "-hint " + this.name + "-error");
		getElement().insertChild(1, hint.getElement());
		return this;
	}

	/**
	 * What stands on the tile.
	 * @param icon what it is
	 * @param title bold words
	 * @param sentence what and how big
	 * @return this
	 */
	public FileQuestion tile(Icons icon, String title, String sentence) {
		this.tile.removeAllChildren();
		this.tile.appendChild(icon.draw().getElement(), Prose.element("b", title).getElement(),
				Prose.span(sentence).getElement());
		return this;
	}

	/**
	 * Offers the camera as an equal of the tile, where the browser has one.
	 * @param shape what is photographed
	 * @return this
	 */
	public FileQuestion camera(Viewfinder shape) {
		Element press = way(this.name + "-camera", Icons.CAMERA, this.words.text("capture.tile"),
				this.words.text(shape.hint()))
			.setAttribute("hidden", true);
		press.getClassList().add("camera");
		this.ways.getElement().insertChild(0, press);
		Paragraph none = Prose.paragraph(this.words.text("capture.unable"), "no-camera", "soft", "small");
		none.getElement().setAttribute("hidden", true);
		var place = new Div();
		place.addClassName("finder");
		place.getElement().setAttribute("shape", shape.name()).setAttribute("words", shape.words(this.words));
		getElement().insertChild(getElement().indexOfChild(this.ways.getElement()), none.getElement(),
				place.getElement());
		return this;
	}

	/**
	 * One more way to answer, after the tile.
	 * @param id of its tile
	 * @param icon what it is
	 * @param title bold words
	 * @param sentence what happens
	 * @param pressed called when the tile is pressed; a double click calls it once
	 * @return this
	 */
	public FileQuestion or(String id, Icons icon, String title, String sentence, Runnable pressed) {
		Element press = way(id, icon, title, sentence);
		press.getClassList().add("wide");
		press.addEventListener("click", event -> pressed.run()).debounce(Act.ONE_PRESS, DebouncePhase.LEADING);
		this.ways.getElement().appendChild(press);
		return this;
	}

	/**
	 * Moves the focus to one of the tiles.
	 * @param id of the tile
	 */
	public void focus(String id) {
		this.ways.getElement()
			.getChildren()
			.filter(tile -> id.equals(tile.getAttribute("id")))
			.forEach(tile -> tile.callJsFunction("focus"));
	}

	private static Element way(String id, Icons icon, String title, String sentence) {
		return new Element("button").setAttribute("type", "button")
			.setAttribute("id", id)
			.setAttribute("class", "tile line")
			.appendChild(icon.draw().getElement(), Prose.element("b", title).getElement(),
					Prose.span(sentence).getElement());
	}

	/**
	 * What is taken. The browser keeps to it, but whoever receives the file has to look
	 * again.
	 * @param types MIME types and endings such as {@code .jpg}
	 * @param mostBytes the biggest file
	 * @param received looks at the file, in the request that brings it and without
	 * locking the page; what it returns is then done on the page
	 * @return this
	 */
	public FileQuestion takes(List<String> types, int mostBytes, Receiver received) {
		// only a hint for the browser: the setters for types would answer in the place of
		// received
		getElement().setAttribute("accept", String.join(",", types));
		this.upload.setMaxFileSize(mostBytes);
		this.upload.setUploadHandler(new UploadHandler() {
			@Override
			public void handleUploadRequest(UploadEvent event) throws IOException {
				Runnable told = received.receive(event.getInputStream());
				event.getUI().access(() -> {
					FileQuestion.this.upload.clearFileList();
					told.run();
				});
			}
		});
		return this;
	}

	/**
	 * What happens when a file does not come this far.
	 * @param told is told what is wrong
	 * @return this
	 */
	public FileQuestion troubled(Consumer<Trouble> told) {
		this.trouble = told;
		return this;
	}

	private Element travel() {
		String saying = this.name + "-travel";
		this.progress.setAttribute("id", saying).setAttribute("role", "status").setAttribute("class", "soft");
		this.bar.setAttribute("aria-labelledby", saying).setAttribute("hidden", true);
		return new Element("div").setAttribute("class", "travel acts")
			.appendChild(this.bar, this.progress, button("again", "upload.retry"), button("halt", "upload.stop"));
	}

	private Element button(String what, String text) {
		return new Element("button").setAttribute("type", "button")
			.setAttribute("class", what + " btn quiet slim")
			.setAttribute("hidden", true)
			.setText(this.words.text(text));
	}

	private Trouble rejected(FileRejectedEvent event) {
		String why = event.getErrorMessage();
		if (why.equals(this.words.text("upload.too-big"))) {
			return Trouble.TOO_BIG;
		}
		if (why.equals(this.words.text("upload.too-many"))) {
			return Trouble.TOO_MANY;
		}
		return event.getFileName().toLowerCase(Locale.ROOT).matches(".*\\.hei[cf]") ? Trouble.HEIC : Trouble.WRONG_TYPE;
	}

	/** What the upload announces, and what it would show if it showed a list of files. */
	private UploadI18N spoken() {
		String failed = this.words.text("upload.failed");
		String tooBig = this.words.text("upload.too-big");
		return new UploadI18N().setAddFiles(new UploadI18N.AddFiles().setOne(text("add")).setMany(text("add")))
			.setDropFiles(new UploadI18N.DropFiles().setOne(text("drop")).setMany(text("drop")))
			.setError(new UploadI18N.Error().setTooManyFiles(text("too-many"))
				.setFileIsTooBig(tooBig)
				.setIncorrectFileType(text("wrong-type")))
			.setUploading(new UploadI18N.Uploading()
				.setStatus(new UploadI18N.Uploading.Status().setConnecting(text("connecting"))
					.setStalled(text("stalled"))
					.setProcessing(text("checking"))
					.setHeld(text("held")))
				.setRemainingTime(new UploadI18N.Uploading.RemainingTime().setPrefix(text("remaining"))
					.setUnknown(text("remaining.unknown")))
				.setError(new UploadI18N.Uploading.Error().setServerUnavailable(failed)
					.setUnexpectedServerError(failed)
					.setForbidden(failed)
					.setFileTooLarge(tooBig)))
			.setFile(new UploadI18N.File().setRetry(text("retry")).setStart(text("start")).setRemove(text("remove")));
	}

	private String text(String key) {
		return this.words.text("upload." + key);
	}

	@Override
	public String name() {
		return this.name;
	}

	/** A file travels by itself, before the form is sent. */
	@Override
	public void take(String typed) {
	}

	@Override
	public void refuse(String message) {
		this.error.refuse(message);
		addClassName("bad");
	}

	@Override
	public void accept() {
		this.error.accept();
		removeClassName("bad");
	}

	@Override
	public void focusIt() {
		this.tile.callJsFunction("focus");
	}

	/** Looks at a file as it arrives. */
	@FunctionalInterface
	public interface Receiver {

		/**
		 * Looks at it, in the request that brings it and without locking the page.
		 * @param file as it arrives; to be read no further than wanted
		 * @return what is then done on the page
		 * @throws IOException if it breaks off
		 */
		Runnable receive(InputStream file) throws IOException;

	}

}
