package app.resim.catalogue;

import javax.sql.DataSource;

class UnknownNamesOnH2Test extends UnknownNamesContract {

	private static final DataSource DATABASE = CatalogueFixture.h2();

	@Override
	DataSource database() {
		return DATABASE;
	}

}
