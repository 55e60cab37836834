package io.goldenrod.quality;

/**
 * What became of the chain of decisions.
 *
 * @param from the first decision that was checked
 * @param to the last one
 * @param decisions how many hold
 * @param erased of how many of these something was erased
 * @param lastSeq the last one that holds, or 0
 * @param lastHash its hash, or null
 * @param broken where the chain does not hold; null when it does
 */
public record ChainReport(
        long from, long to, long decisions, long erased, long lastSeq, String lastHash, Break broken) {

    /**
     * The first link that does not hold.
     *
     * @param seq the decision's number; null where a decision has none
     */
    public record Break(Long seq, Reason reason) {}

    /** Why a link does not hold. */
    public enum Reason {
        /** It, or the one before, is not what it was. */
        ALTERED("is not what it was, or the one before is not"),
        /** There is no decision with this number. */
        MISSING("is not there"),
        /** There is a decision that was given no such number. */
        OUT_OF_PLACE("was never given its number"),
        /** It holds, but is not the one that was written last. */
        HEAD_DIFFERS("is not the one that was written last"),
        /** It has no hash. */
        NO_HASH("has no hash");

        private final String text;

        Reason(String text) {
            this.text = text;
        }

        /** What is the matter with a decision, to be read after its number. */
        public String text() {
            return text;
        }
    }

    public boolean isIntact() {
        return broken == null;
    }
}
