package app.resim.notification.sms;

import java.io.DataInputStream;
import java.io.IOException;

import org.jsmpp.DefaultPDUReader;
import org.jsmpp.InvalidCommandLengthException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.Command;

/**
 * Reads along and keeps what a message centre answers to the binding. Most of them say no
 * and hang up in one breath; the library may then notice the end first and forget the
 * answer.
 */
final class BindAnswer extends DefaultPDUReader {

	private volatile int status = SMPPConstant.STAT_ESME_ROK;

	@Override
	public Command readPDUHeader(DataInputStream in) throws InvalidCommandLengthException, IOException {
		Command header = super.readPDUHeader(in);
		if (header.getCommandId() == SMPPConstant.CID_BIND_TRANSMITTER_RESP) {
			this.status = header.getCommandStatus();
		}
		return header;
	}

	boolean wasNo() {
		return this.status != SMPPConstant.STAT_ESME_ROK;
	}

	int status() {
		return this.status;
	}

}
