package app.resim.ui.backoffice;

import app.resim.account.Staff;
import app.resim.account.StaffMember.Role;
import app.resim.catalogue.Stewards;

import org.springframework.stereotype.Component;

/**
 * Who has one of the two roles that change brands.
 */
@Component
class BrandStewards implements Stewards {

	private final Staff staff;

	BrandStewards(Staff staff) {
		this.staff = staff;
	}

	@Override
	public void demand(String name) {
		this.staff.demand(name, Role.CATALOGUE, Role.SENIOR);
	}

}
