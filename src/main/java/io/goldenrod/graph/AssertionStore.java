package io.goldenrod.graph;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What stewards said, as a transaction sees it; whoever reserved before sees no other's word meanwhile. */
public interface AssertionStore {

    /** All assertions in force that name one of these members, be they there or not. */
    List<StoredAssertion> assertionsOf(Collection<String> members);

    /** The assertion in force of this ID. */
    Optional<StoredAssertion> assertion(String id);

    /** Keeps a new assertion, and ties its members if both are there. */
    void add(StoredAssertion assertion);

    /** Ties the members of those of the assertions that are in force and whose members are both there by now. */
    void tie(Collection<String> ids);

    /** Ends an assertion; what was said is kept. */
    void retract(String id, String by, Instant at, String reason);
}
