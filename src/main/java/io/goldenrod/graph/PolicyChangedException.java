package io.goldenrod.graph;

/** Another policy came into force than the one that a transaction was to write by; nothing was written. */
public final class PolicyChangedException extends GraphUnavailableException {

    private static final long serialVersionUID = 1L;

    public PolicyChangedException() {
        super("another policy came into force meanwhile; send the same again", null);
    }
}
