package app.resim.tmforum;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import app.resim.account.RefundWay;
import app.resim.kernel.DocumentKind;
import app.resim.kernel.Loopback;
import app.resim.kernel.Msisdn;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What was agreed with whoever runs the back end.
 *
 * @param url what stands before each path
 * @param tokenUrl where tokens are given; blank if none is needed
 * @param clientId what the giver of tokens calls Resim
 * @param clientSecret by which it knows Resim
 * @param scopes asked for
 * @param sslBundle name of the Spring SSL bundle; blank for the platform's authorities
 * @param connectTimeout for opening a connection
 * @param readTimeout from the request to the last byte of the answer
 * @param longestCall for all that one question or one change takes
 * @param pollEvery how long to wait before an order is looked at again
 * @param visibleWithin after which time what was ordered is found and seen
 * @param failedFor how long a failed order stands, before another try may order anew
 * @param pageSize how many entries are asked for at a time
 * @param mostPages how many pages are read at most
 * @param numberWithPlus whether numbers are written with a plus sign
 * @param brand the brand of customers of whom the back end names none
 * @param party whether TMF632 is asked for what was recorded at registration
 * @param contactsOfParty whether contact media stand with the party instead of the
 * customer
 * @param customerRole the role of a product's customer
 * @param paymentMethod the id of a payment method for fees; blank for none
 * @param payAt where customers pay their bills; blank for none
 * @param refundWays the ways that a refund can go, each with the id of its payment
 * method; blank for none
 * @param closedBy which kind of order ends a contract
 * @param paths where each API is
 * @param filters how each API is searched
 * @param names what characteristics are called
 * @param states words for states
 * @param documents what the back end calls a kind of document
 */
@ConfigurationProperties("resim.tmforum")
record TmForumProperties(@DefaultValue("") String url, @DefaultValue("") String tokenUrl,
		@DefaultValue("") String clientId, @DefaultValue("") String clientSecret, @DefaultValue List<String> scopes,
		@DefaultValue("") String sslBundle, @DefaultValue("2s") Duration connectTimeout,
		@DefaultValue("5s") Duration readTimeout, @DefaultValue("30s") Duration longestCall,
		@DefaultValue("1s") Duration pollEvery, @DefaultValue("1m") Duration visibleWithin,
		@DefaultValue("10m") Duration failedFor, @DefaultValue("50") int pageSize, @DefaultValue("5") int mostPages,
		@DefaultValue("true") boolean numberWithPlus, @DefaultValue("") String brand,
		@DefaultValue("true") boolean party, @DefaultValue("false") boolean contactsOfParty,
		@DefaultValue("customer") String customerRole, @DefaultValue("") String paymentMethod,
		@DefaultValue("") String payAt, @DefaultValue Map<RefundWay, String> refundWays,
		@DefaultValue("PRODUCT_ORDER") ClosedBy closedBy, @DefaultValue Paths paths, @DefaultValue Filters filters,
		@DefaultValue Names names, @DefaultValue States states, @DefaultValue Map<DocumentKind, String> documents) {

	TmForumProperties {
		if (!url.matches("https?://\\S+")) {
			throw new IllegalArgumentException("resim.tmforum.url must start with https:// or http://");
		}
		if (!tokenUrl.isBlank() && (clientId.isBlank() || clientSecret.isBlank())) {
			throw new IllegalArgumentException(
					"resim.tmforum: a token-url is set, but client-id or client-secret is missing");
		}
		if (longestCall.compareTo(oneCall(connectTimeout, readTimeout).multipliedBy(2)) < 0
				|| longestCall.compareTo(Duration.ofMinutes(2)) > 0) {
			throw new IllegalArgumentException(
					"resim.tmforum.longest-call must leave time for two calls and end within two minutes");
		}
		if (!payAt.isBlank() && !Loopback.orEncrypted(payAt)) {
			throw new IllegalArgumentException("resim.tmforum.pay-at must be an https:// address");
		}
		if (pageSize < 1 || pageSize > 1000 || mostPages < 1 || mostPages > 100) {
			throw new IllegalArgumentException("resim.tmforum: page-size is 1 to 1000 and most-pages 1 to 100");
		}
	}

	/** The longest that a single exchange takes. */
	Duration oneCall() {
		return oneCall(this.connectTimeout, this.readTimeout);
	}

	private static Duration oneCall(Duration connectTimeout, Duration readTimeout) {
		return connectTimeout.plus(readTimeout);
	}

	String written(Msisdn number) {
		return this.numberWithPlus ? number.e164() : number.e164().substring(1);
	}

	@Override
	public String toString() {
		return "TmForumProperties[" + this.url + "]";
	}

	/**
	 * Where each API is, after the address.
	 *
	 * @param customers TMF629
	 * @param individuals TMF632
	 * @param products TMF637
	 * @param services TMF638
	 * @param resources TMF639
	 * @param orders TMF641
	 * @param payments TMF676
	 * @param accounts TMF666; blank if there is no such API
	 * @param bills TMF678; blank if there is no such API
	 * @param rates TMF678, the lines of bills; blank if there is no such API
	 * @param refunds TMF676; blank if there is no such API
	 * @param productOrders TMF622
	 */
	record Paths(@DefaultValue("/customerManagement/v4/customer") String customers,
			@DefaultValue("/party/v4/individual") String individuals,
			@DefaultValue("/productInventory/v4/product") String products,
			@DefaultValue("/serviceInventory/v4/service") String services,
			@DefaultValue("/resourceInventoryManagement/v4/resource") String resources,
			@DefaultValue("/serviceOrdering/v4/serviceOrder") String orders,
			@DefaultValue("/paymentManagement/v4/payment") String payments,
			@DefaultValue("/accountManagement/v4/billingAccount") String accounts,
			@DefaultValue("/customerBillManagement/v4/customerBill") String bills,
			@DefaultValue("/customerBillManagement/v4/appliedCustomerBillingRate") String rates,
			@DefaultValue("/paymentManagement/v4/refund") String refunds,
			@DefaultValue("/productOrderingManagement/v4/productOrder") String productOrders) {
	}

	/**
	 * The names of query parameters, in which vendors differ.
	 *
	 * @param email finds whose e-mail address it is
	 * @param partyOfCustomer finds the customer of a party
	 * @param customerOfProduct finds a customer's products
	 * @param numberOfProduct finds the product of a number
	 * @param numberOfService finds the service of a number
	 * @param order finds an order by our own name for it
	 * @param payment finds a payment by our own name for it
	 * @param refund finds a refund by our own name for it
	 * @param billsOfAccount finds the bills of a billing account
	 * @param ratesOfBill finds the lines of a bill
	 * @param hanging finds the products that have a link to a product; blank if they
	 * cannot be found
	 */
	record Filters(@DefaultValue("contactMedium.characteristic.emailAddress") String email,
			@DefaultValue("engagedParty.id") String partyOfCustomer,
			@DefaultValue("relatedParty.id") String customerOfProduct,
			@DefaultValue("productSerialNumber") String numberOfProduct,
			@DefaultValue("serviceCharacteristic.value") String numberOfService,
			@DefaultValue("externalId") String order, @DefaultValue("correlatorId") String payment,
			@DefaultValue("correlatorId") String refund, @DefaultValue("billingAccount.id") String billsOfAccount,
			@DefaultValue("bill.id") String ratesOfBill,
			@DefaultValue("productRelationship.product.id") String hanging) {
	}

	/**
	 * What characteristics are called. A blank name: the back end has no such thing.
	 *
	 * @param number the number of a service, and of a product that has no serial number
	 * @param iccid the ICCID of a SIM
	 * @param endedIccid the SIM that an order ends
	 * @param running what tells whether a line is stopped, and what an order sets
	 * @param runningSince since when
	 * @param attached whether the SIM is registered with the network
	 * @param simKind what tells an eSIM from a card
	 * @param device the phone of a line
	 * @param brand the brand of a customer
	 * @param language the language of a customer
	 * @param contactSince since when the ways to reach a customer are what they are
	 * @param birthDate the birth date, where the party has none
	 * @param chargedUntil what an order sets so that nothing more is charged
	 * @param leavingCosts type or name of the price for leaving a contract early
	 */
	record Names(@DefaultValue("msisdn") String number, @DefaultValue("iccid") String iccid,
			@DefaultValue("endedIccid") String endedIccid, @DefaultValue("state") String running,
			@DefaultValue("stateSince") String runningSince, @DefaultValue("") String attached,
			@DefaultValue("simType") String simKind, @DefaultValue("device") String device,
			@DefaultValue("brand") String brand, @DefaultValue("language") String language,
			@DefaultValue("") String contactSince, @DefaultValue("") String birthDate,
			@DefaultValue("chargedUntil") String chargedUntil, @DefaultValue("earlyTermination") String leavingCosts) {
	}

	/**
	 * Words for states, compared without regard to case.
	 *
	 * @param stopped says that a line is stopped; the first one is ordered
	 * @param running is ordered to let a line work again
	 * @param live states of a product that is a customer's line
	 * @param notDue states of a bill that nobody has to pay, or not yet
	 * @param credit types of a balance that is the customer's
	 * @param owed types of a balance that the customer owes
	 * @param paid payment states of an account of which everything is paid
	 * @param arrears payment states of an account of which something is not
	 * @param hanging types of a link from a product that needs another one
	 */
	record States(@DefaultValue("suspended") List<String> stopped, @DefaultValue("active") String running,
			@DefaultValue( {
					"active", "suspended", "pendingTerminate" }) List<String> live,
			@DefaultValue({ "new", "onHold", "validated", "settled" }) List<String> notDue,
			@DefaultValue({ "depositBalance", "deposit balance", "deposit" }) List<String> credit,
			@DefaultValue({ "receivableBalance", "receivable balance", "receivable" }) List<String> owed,
			@DefaultValue("paid") List<String> paid,
			@DefaultValue({ "due", "in arrears", "inArrears" }) List<String> arrears,
			@DefaultValue({ "reliesOn", "targets" }) List<String> hanging){
	}

	/** Kinds of orders. */
	enum ClosedBy {

		/** TMF622, which order management splits up into all that follows. */
		PRODUCT_ORDER,

		/** TMF641, where there is no TMF622. */
		SERVICE_ORDER

	}

}
