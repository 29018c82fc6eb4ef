package app.resim.identity.bucket;

import java.util.Optional;
import java.util.UUID;

import app.resim.identity.port.Vault;

/**
 * A vault that is a bucket elsewhere. The database alone says which names count: a name
 * that is a leftover there is not there, whatever the bucket holds. What was stored in
 * the database before the bucket was chosen is still found, and deleted there.
 */
class BucketVault implements Vault {

	private final Bucket bucket;

	private final Leftovers leftovers;

	private final Vault earlier;

	BucketVault(Bucket bucket, Leftovers leftovers, Vault earlier) {
		this.bucket = bucket;
		this.leftovers = leftovers;
		this.earlier = earlier;
	}

	@Override
	public Deposit take(UUID name, byte[] sealed) {
		// first, so that not even a crash leaves bytes of which nobody knows
		this.leftovers.expect(name);
		this.bucket.put(name, sealed);
		return () -> this.leftovers.keep(name);
	}

	@Override
	public Optional<byte[]> get(UUID name) {
		return this.earlier.get(name).or(() -> this.leftovers.holds(name) ? Optional.empty() : this.bucket.get(name));
	}

	@Override
	public void delete(UUID name) {
		this.earlier.delete(name);
		this.leftovers.add(name);
	}

}
