package app.resim.ui;

import java.util.List;

/**
 * Plain pages of other modules that everybody may open: declare it as a bean.
 *
 * @param roots paths beginning with a slash; what lies below them is open too
 */
public record OpenPaths(List<String> roots) {
}
