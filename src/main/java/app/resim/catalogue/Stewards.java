package app.resim.catalogue;

/**
 * Who of the staff may change brands; whoever knows the staff declares it as a bean.
 */
public interface Stewards {

	/**
	 * Asks for the roles that somebody has now.
	 * @param staff sign-in name
	 * @throws org.springframework.security.access.AccessDeniedException if they may not
	 */
	void demand(String staff);

}
