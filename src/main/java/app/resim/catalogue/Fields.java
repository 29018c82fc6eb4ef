package app.resim.catalogue;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Optional;

/**
 * The fields of a brand by the names that they have in its file.
 */
final class Fields {

	private Fields() {
	}

	/**
	 * Whether there is such a field.
	 * @param path names with dots between them, for example {@code fees.later}
	 * @return true if a brand has it
	 */
	static boolean has(String path) {
		Class<?> type = Brand.class;
		for (String name : path.split("\\.", -1)) {
			Optional<Class<?>> next = field(type, name);
			if (next.isEmpty()) {
				return false;
			}
			type = next.get();
		}
		return true;
	}

	private static Optional<Class<?>> field(Class<?> type, String name) {
		RecordComponent[] fields = type.getRecordComponents();
		if (fields == null) {
			return Optional.empty();
		}
		return Arrays.stream(fields).filter(field -> field.getName().equals(name)).findFirst().map(Fields::type);
	}

	private static Class<?> type(RecordComponent field) {
		return (field.getType() == Optional.class && field.getGenericType() instanceof ParameterizedType optional
				&& optional.getActualTypeArguments()[0] instanceof Class<?> inner) ? inner : field.getType();
	}

}
