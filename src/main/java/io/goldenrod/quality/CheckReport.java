package io.goldenrod.quality;

import java.util.List;

/**
 * What a check of the graph looked at and found.
 *
 * @param findings at most {@link #FINDINGS_MAX}
 * @param total how many there are in all
 */
public record CheckReport(
        long records, long identifiers, long customers, long decisions, List<Finding> findings, long total) {

    /** Most findings that are named; the others are counted. */
    public static final int FINDINGS_MAX = 10_000;

    public CheckReport {
        findings = List.copyOf(findings);
    }

    public boolean isClean() {
        return total == 0;
    }

    /** What is wrong with a node, a link or a count. */
    public enum Kind {
        /** A node lacks a property or holds one of the wrong kind. */
        UNREADABLE,
        /** A member is in another customer than its links say. */
        MEMBERSHIP,
        /** The customer that a member names is not the one that it points at, or it points at several. */
        POINTER,
        /** A link is held that should not be, the other way round, or for another reason. */
        HELD,
        /** An identifier links that should not, the other way round, or for another reason. */
        SUPPRESSED,
        /** What is counted of an identifier is not what its records say. */
        IDENTIFIER,
        /** What a record shows is not what was said. */
        RECORD,
        /** What is counted of a customer is not what its members say. */
        CUSTOMER,
        /** A golden profile is not what the records say. */
        PROFILE,
        /** A customer's founder is none of its records. */
        FOUNDER,
        /** An active customer without a record, or an identifier that no record carries. */
        EMPTY,
        /** A customer's status, its label and what it became part of do not fit together. */
        STATUS,
        /** A decision is missing, or tied to other customers than it names. */
        LINEAGE,
        /** The chain of decisions is broken: one is not what it was, is missing, or was put in. */
        CHAIN,
        /** A member is in another customer than the decisions that name it say. */
        HISTORY,
        /** A decision names a policy that the graph does not know. */
        POLICY,
        /** A record is in other blocks than what it says, or a block has another number of records. */
        BLOCK,
        /** Two records are tied that do not match, are not tied though they do, or with another weight. */
        PAIR,
        /** A steward's word is not tied to members that are there. */
        ASSERTION,
        /** A count is not what there is. */
        COUNTER
    }

    /**
     * One difference. Names keys only, never the values of attributes.
     *
     * @param subject {@code record:source/recordId}, {@code type:value}, a link of both, a customer ID, or the
     *     name of a count
     * @param stored what the graph says
     * @param computed what should be there
     */
    public record Finding(Kind kind, String subject, String stored, String computed) {

        @Override
        public String toString() {
            return kind + " " + subject + ": stored " + stored + ", should be " + computed;
        }
    }
}
