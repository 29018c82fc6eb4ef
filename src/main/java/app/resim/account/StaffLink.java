package app.resim.account;

import app.resim.kernel.SubscriberId;

/**
 * An account that a member of staff must not decide about, because it is their own or of
 * somebody close to them.
 *
 * @param staff the member's sign-in name
 * @param account whose account
 */
public record StaffLink(String staff, SubscriberId account) {
}
