package io.goldenrod.load;

import java.util.Map;

/**
 * A graph as an importer takes it: nodes by number, each with the relationships that go out from it. Any entity can be
 * asked for at any time, from several threads, and comes out the same each time.
 */
public interface GraphEntities {

    /** How many nodes there are; their numbers are 0 to one less. */
    long nodes();

    /** About how many relationships there are. */
    long relationshipsEstimated();

    /** Tells one node. */
    void node(long number, NodeVisitor visitor);

    /** Tells the relationships that go out from a node, in an order of its own. */
    void relationships(long number, RelationshipVisitor visitor);

    /** Takes a node. Properties that are null are none; lists are of texts. */
    @FunctionalInterface
    interface NodeVisitor {
        void visit(Map<String, Object> properties, String... labels);
    }

    /** Takes a relationship. Properties that are null are none; lists are of texts. */
    @FunctionalInterface
    interface RelationshipVisitor {
        void visit(String type, long end, Map<String, Object> properties);
    }
}
