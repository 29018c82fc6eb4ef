package app.resim.catalogue;

/**
 * Whether a model or one of its versions takes an eSIM.
 */
enum Esim {

	YES, SOME, NO;

	DeviceAnswer.Verdict verdict() {
		return switch (this) {
			case YES -> DeviceAnswer.Verdict.COMPATIBLE;
			case SOME -> DeviceAnswer.Verdict.SOME_VERSIONS;
			case NO -> DeviceAnswer.Verdict.NOT_COMPATIBLE;
		};
	}

	Esim and(Esim other) {
		return (this == other) ? this : SOME;
	}

}
