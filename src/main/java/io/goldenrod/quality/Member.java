package io.goldenrod.quality;

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

    /** A link as the graph has it. */
    static final class Link {
        final Member record;
        final Member identifier;
        final long at;
        final Constraint held;
        final String detail;
        Link next;

        Link(Member record, Member identifier, long at, Constraint held, String detail) {
            this.record = record;
            this.identifier = identifier;
            this.at = at;
            this.held = held;
            this.detail = detail;
        }

        /** As it stands in the order of links. */
        String key() {
            return record.key + "|" + identifier.key;
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
        Member right = link.identifier.root();
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
