package app.resim.ui;

import java.util.List;

/**
 * Plain pages of other modules that everybody may open: declare it as a bean.
 *
 * @param paths each beginning with a slash; what lies below is not opened with it
 */
public record OpenPaths(List<String> paths) {
}
