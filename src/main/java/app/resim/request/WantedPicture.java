package app.resim.request;

import java.util.Optional;

import app.resim.identity.Subject;

/**
 * Which picture another device is asked for.
 *
 * @param subject what it should show
 * @param again why a reviewer wants another one, if that is why
 */
public record WantedPicture(Subject subject, Optional<PictureReason> again) {
}
