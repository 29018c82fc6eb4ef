package app.resim.catalogue;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;

/**
 * Every field of a file is required, unless it is {@link MayBeLeftOut}: then it is empty.
 */
final class RequiredFields extends JacksonAnnotationIntrospector {

	private static final long serialVersionUID = 1L;

	@Override
	public Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember field) {
		return !field.hasAnnotation(MayBeLeftOut.class);
	}

	@Override
	public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated field) {
		return field.hasAnnotation(MayBeLeftOut.class) ? JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)
				: super.findSetterInfo(config, field);
	}

}
