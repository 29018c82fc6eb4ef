package app.resim.ui.backoffice;

import java.util.List;

import app.resim.ui.Visit;
import app.resim.visit.Appointment;
import com.vaadin.flow.component.Component;

/**
 * Something to be done at the desk of a shop for somebody who has come. Every bean of
 * this kind is asked for each appointment of today and tomorrow.
 */
interface ShopTask {

	/**
	 * What is shown with an appointment.
	 * @param page words and times of the reader
	 * @param appointment which
	 * @param done to be called when something was done, so that the list is drawn anew
	 * @return below its badges and buttons, in order; empty where there is nothing to do
	 */
	List<Component> parts(Visit page, Appointment appointment, Runnable done);

}
