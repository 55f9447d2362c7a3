package dev.sightline.auth;

/** A directory file that cannot be used; the message is one line that says where and why. */
final class DirectoryException extends Exception {

    private static final long serialVersionUID = 1L;

    DirectoryException(String message) {
        super(message.replace('\n', ' '));
    }
}
