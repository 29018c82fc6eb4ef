package app.resim.catalogue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import app.resim.kernel.BrandId;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;

/**
 * The files that an operator names: each one a file, or a folder with files that end in
 * {@code .yaml}, which are read by name.
 */
final class BrandFiles {

	private final ResourcePatternResolver files;

	BrandFiles(ResourcePatternResolver files) {
		this.files = files;
	}

	/**
	 * Reads all brands.
	 * @param named files and folders, with commas between them
	 * @return at least one, each with its own key, in the order of files
	 * @throws CatalogueFileBroken if anything in them is wrong
	 */
	List<Brand> read(String named) {
		return texts(named).stream().map(text -> BrandFile.one(text.text())).toList();
	}

	/**
	 * Reads all brands as text, and whether each can be used.
	 * @param named as above
	 * @return one text for each brand
	 * @throws CatalogueFileBroken if anything in them is wrong
	 */
	List<BrandText> texts(String named) {
		List<BrandText> brands = new ArrayList<>();
		Set<BrandId> ids = new HashSet<>();
		for (Resource file : all(named)) {
			for (Brand brand : BrandFile.read(file)) {
				if (!ids.add(brand.id())) {
					throw new CatalogueFileBroken(file.getDescription(), "field brands",
							"another file has a brand with the id " + brand.id());
				}
			}
			brands.addAll(BrandFile.texts(file));
		}
		return List.copyOf(brands);
	}

	private List<Resource> all(String named) {
		return Arrays.stream(named.split(","))
			.map(String::strip)
			.filter(name -> !name.isEmpty())
			.flatMap(this::oneOrFolder)
			.toList();
	}

	private Stream<Resource> oneOrFolder(String name) {
		Resource one = this.files.getResource(name);
		return (name.endsWith("/") || isFolder(one)) ? folder(name) : Stream.of(one);
	}

	private Stream<Resource> folder(String name) {
		Resource[] found = found(name + (name.endsWith("/") ? "" : "/") + "*.yaml");
		if (found.length == 0) {
			throw new CatalogueFileBroken(name, "the folder", "it has no file that ends in .yaml");
		}
		return Arrays.stream(found).sorted(Comparator.comparing(file -> String.valueOf(file.getFilename())));
	}

	private Resource[] found(String pattern) {
		try {
			return this.files.getResources(pattern);
		}
		catch (IOException ex) {
			return new Resource[0];
		}
	}

	private static boolean isFolder(Resource file) {
		try {
			return file.isFile() && file.getFile().isDirectory();
		}
		catch (IOException ex) {
			return false;
		}
	}

}
