package io.goldenrod.normalize;

/**
 * Ends the normalising of one value. Stays within the package and costs no stack trace, for bad values come by the
 * million.
 */
final class RefusedValue extends RuntimeException {

    private final String code;

    RefusedValue(String code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    String code() {
        return code;
    }
}
