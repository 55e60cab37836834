package io.goldenrod.resolution;

/** More is asked than can be answered now. Nothing was done; the same call may be repeated after a moment. */
public final class ServiceBusy extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ServiceBusy(String message) {
        super(message, null, false, false);
    }
}
