package io.goldenrod.steward;

import io.goldenrod.golden.GoldenProfile;
import io.goldenrod.golden.Pin;
import io.goldenrod.graph.Changes;
import io.goldenrod.graph.GraphUnavailableException;
import io.goldenrod.graph.ResolutionStore;
import io.goldenrod.graph.ResolutionStore.Transaction;
import io.goldenrod.graph.StoredCustomer;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.lineage.Decision;
import io.goldenrod.lineage.Decision.Kind;
import io.goldenrod.steward.Stewardship.Asked;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Pins values of customers' attributes, so that they survive whatever arrives.
 *
 * <p>A pin hangs on the record that founded the customer. When customers merge, the newest pin of an attribute is in
 * force; when they come apart again, each has its own again. Doing the same again changes nothing. Thread-safe.
 */
public final class Pins {

    private final ResolutionStore store;
    private final Clock clock;

    public Pins(ResolutionStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Pins a value.
     *
     * @param customer an active customer
     * @return false when its founding record has {@link Pin#PINS_MAX} other pins: nothing is pinned then
     * @throws GraphUnavailableException when the store does not answer, or the customer is not active any more
     */
    public boolean pin(String customer, String attribute, PinnedValue value, Asked asked) {
        return store.inTransaction(transaction -> pin(transaction, customer, attribute, value, asked));
    }

    private boolean pin(Transaction transaction, String id, String attribute, PinnedValue value, Asked asked) {
        StoredCustomer customer = lock(transaction, id);
        Pin inForce = customer.profile().pins().get(attribute);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        // what is pinned last is in force, even when a clock was set back
        boolean isLate = inForce == null || now.isAfter(inForce.at());
        Instant at = isLate ? now : inForce.at().plusMillis(1);
        Pin pin = new Pin(customer.founder(), value.shown(), value.comparable(), asked.by(), said(asked.reason()), at);
        if (inForce != null && inForce.isLike(pin)) {
            return true;
        }
        Map<RecordKey, SortedMap<String, Pin>> pins = transaction.pins(id);
        SortedMap<String, Pin> own = new TreeMap<>(pins.getOrDefault(pin.record(), Collections.emptySortedMap()));
        own.put(attribute, pin);
        if (own.size() > Pin.PINS_MAX) {
            return false;
        }
        Decision decision = Decision.pin(Kind.ASSERTED, id, pin.record(), told(attribute, asked), asked.request());
        write(transaction, customer, pins, Map.of(pin.record(), own), List.of(decision));
        return true;
    }

    /**
     * Takes away whatever is pinned of the attribute by any of the customer's records.
     *
     * @param customer an active customer
     * @return whether anything was pinned
     * @throws GraphUnavailableException as {@link #pin}
     */
    public boolean unpin(String customer, String attribute, Asked asked) {
        return store.inTransaction(transaction -> unpin(transaction, customer, attribute, asked));
    }

    private boolean unpin(Transaction transaction, String id, String attribute, Asked asked) {
        StoredCustomer customer = lock(transaction, id);
        Map<RecordKey, SortedMap<String, Pin>> pins = transaction.pins(id);
        Map<RecordKey, SortedMap<String, Pin>> changed = new TreeMap<>();
        List<Decision> decisions = new ArrayList<>();
        pins.forEach((record, pinned) -> {
            if (pinned.containsKey(attribute)) {
                SortedMap<String, Pin> rest = new TreeMap<>(pinned);
                rest.remove(attribute);
                changed.put(record, rest);
                decisions.add(Decision.pin(Kind.RETRACTED, id, record, told(attribute, asked), asked.request()));
            }
        });
        if (!changed.isEmpty()) {
            write(transaction, customer, pins, changed, decisions);
        }
        return !changed.isEmpty();
    }

    private static String said(String reason) {
        return reason.isEmpty() ? null : reason;
    }

    private static String told(String attribute, Asked asked) {
        return attribute + " by " + asked.by() + (asked.reason().isEmpty() ? "" : ": " + asked.reason());
    }

    /** In turn with whoever resolves records, so that neither meets the other in the middle of its locks. */
    private static StoredCustomer lock(Transaction transaction, String customer) {
        transaction.reserve(0);
        return transaction.lockCustomers(Set.of(customer)).get(customer);
    }

    private void write(
            Transaction transaction,
            StoredCustomer customer,
            Map<RecordKey, SortedMap<String, Pin>> before,
            Map<RecordKey, SortedMap<String, Pin>> changed,
            List<Decision> decisions) {
        Map<RecordKey, SortedMap<String, Pin>> after = new TreeMap<>(before);
        after.putAll(changed);
        SortedMap<String, Pin> inForce = new TreeMap<>();
        for (SortedMap<String, Pin> pins : after.values()) {
            inForce = GoldenProfile.inForce(inForce, pins);
        }
        Changes changes = new Changes();
        changes.pins.putAll(changed);
        changes.customers.put(customer.id(), customer.withPins(inForce, clock.instant()));
        changes.decisions.addAll(decisions);
        transaction.write(changes);
    }
}
