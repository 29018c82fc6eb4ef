package app.resim.request;

import org.springframework.stereotype.Service;

/**
 * Requests for a new eSIM.
 */
@Service
public class Requests {

	/**
	 * What a notice about a request may need.
	 * @param reference which request
	 * @return the facts
	 */
	public RequestFacts facts(RequestReference reference) {
		throw new UnsupportedOperationException();
	}

}
