package app.resim.request.fulfilment;

import org.springframework.stereotype.Component;

/**
 * The plan for each kind of wish.
 */
@Component
public class Plans {

	private final EsimPlan esim;

	private final CardPlan card;

	Plans(EsimPlan esim, CardPlan card) {
		this.esim = esim;
		this.card = card;
	}

	public Plan esim() {
		return this.esim;
	}

	public Plan card() {
		return this.card;
	}

}
