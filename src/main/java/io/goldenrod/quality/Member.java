package io.goldenrod.quality;

import io.goldenrod.graph.StoredCustomer.Bond;
import io.goldenrod.graph.StoredPair;
import io.goldenrod.identity.Identifier;
import io.goldenrod.partition.Constraint;
import io.goldenrod.partition.Traits;

/** A record or an identifier as a check holds it, with its place in a forest of connected parts. */
final class Member {

    final String key;

    /** Null for a record. */
    final Identifier identifier;

    /** The customer it points at, or null. */
    final String customer;

    /** A record's place in the order of ingest. */
    final long seq;

    /** Of an identifier: known only with its links. */
    Traits traits;

    /** Whom a steward keeps it apart from. */
    Traits apart = Traits.NONE;

    /** Of an identifier: whether it links by what its records say. */
    boolean linking = true;

    /** Held links that the graph counts, and those that were found. */
    long heldStored;

    long heldFound;

    /** Index within its connected part. */
    int number;

    Cluster cluster;

    private Member parent = this;
    private int weight = 1;

    /** All members of a part hang together in a list, from its root on; all links likewise. */
    Member next;

    private Member last = this;
    Link firstLink;
    private Link lastLink;

    Member(String key, Identifier identifier, String customer, long seq, Traits traits) {
        this.key = key;
        this.identifier = identifier;
        this.customer = customer;
        this.seq = seq;
        this.traits = traits;
    }

    /** A link as the graph has it: to an identifier, a record that matches, or what a steward says is the same. */
    static final class Link {
        final Member record;
        final Member other;

        /** When it was observed; 0 for a match. */
        final long at;

        /** How sure a match is, in bits; 0 for an observation. */
        final double weight;

        final Constraint held;
        final String detail;

        /** Of a steward's word: its key; else null. */
        final String word;

        Link next;

        private Link(Member record, Member other, long at, double weight, Constraint held, String detail, String word) {
            this.word = word;
            this.record = record;
            this.other = other;
            this.at = at;
            this.weight = weight;
            this.held = held;
            this.detail = detail;
        }

        static Link observed(Member record, Member identifier, long at, Constraint held, String detail) {
            return new Link(record, identifier, at, 0, held, detail, null);
        }

        static Link matched(Member left, Member right, StoredPair pair) {
            return new Link(left, right, 0, pair.weight(), pair.held(), pair.detail(), null);
        }

        /** @param word key of the assertion */
        static Link same(Member left, Member right, String word) {
            return new Link(left, right, 0, 0, null, null, word);
        }

        boolean isMatch() {
            return word == null && other.isRecord();
        }

        /** As it stands in the order of links. */
        String key() {
            return word != null ? word : record.key + (isMatch() ? "~" : "|") + other.key;
        }
    }

    /** Members that the partition puts together. */
    static final class Cluster {
        /** Null as long as no record is known of it: then it is no customer. */
        Member first;

        String customer;
        long records;
        long identifiers;
        long links;
        long held;
        Bond bond = Bond.STRONG;
        Traits traits = Traits.NONE;
    }

    Member root() {
        Member member = this;
        while (member.parent != member) {
            member.parent = member.parent.parent;
            member = member.parent;
        }
        return member;
    }

    /** Joins the parts of both ends, and adds the link to the whole. */
    static void join(Link link) {
        Member left = link.record.root();
        Member right = link.other.root();
        if (left != right) {
            Member root = left.weight >= right.weight ? left : right;
            Member other = root == left ? right : left;
            other.parent = root;
            root.weight += other.weight;
            root.last.next = other;
            root.last = other.last;
            if (other.firstLink != null) {
                root.append(other.firstLink, other.lastLink);
                other.firstLink = null;
                other.lastLink = null;
            }
            left = root;
        }
        left.append(link, link);
    }

    private void append(Link first, Link last) {
        if (firstLink == null) {
            firstLink = first;
        } else {
            lastLink.next = first;
        }
        lastLink = last;
    }

    boolean isRecord() {
        return identifier == null;
    }

    /** As findings name it. */
    String subject() {
        return isRecord() ? "record:" + key : key;
    }
}
