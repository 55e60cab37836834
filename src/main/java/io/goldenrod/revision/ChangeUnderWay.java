package io.goldenrod.revision;

/** Records are still being brought up to a policy, so that no other can be put in force or tried. */
public final class ChangeUnderWay extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ChangeUnderWay() {
        super("records are still being brought up to the policy in force; wait until that is through, GET /v1/policy"
                + " shows how far it is");
    }
}
