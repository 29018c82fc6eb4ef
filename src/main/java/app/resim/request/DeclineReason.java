package app.resim.request;

/**
 * Why a reviewer refuses a request; the customer reads a sentence for each
 * ({@code request.decline.*}).
 */
public enum DeclineReason {

	DOCUMENT_UNREADABLE, DOCUMENT_EXPIRED, DOCUMENT_DIFFERS, PORTRAIT_DIFFERS, NOT_THE_OWNER, STORE_NEEDED

}
