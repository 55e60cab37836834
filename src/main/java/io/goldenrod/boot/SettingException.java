package io.goldenrod.boot;

/** A setting that cannot be. The message is one line that names it and says what it may be. */
final class SettingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SettingException(String message) {
        super(message);
    }
}
