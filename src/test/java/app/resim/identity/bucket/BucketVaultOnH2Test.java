package app.resim.identity.bucket;

import javax.sql.DataSource;

import app.resim.FreshDatabase;

class BucketVaultOnH2Test extends BucketVaultContract {

	@Override
	DataSource database() {
		return FreshDatabase.h2();
	}

}
