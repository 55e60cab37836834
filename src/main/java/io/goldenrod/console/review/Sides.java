package io.goldenrod.console.review;

import io.goldenrod.console.CustomerHead;
import io.goldenrod.console.Shown;
import io.goldenrod.console.Values;
import io.goldenrod.console.review.SideBySide.Said;
import io.goldenrod.console.review.SideBySide.Value;
import io.goldenrod.graph.CustomerReads;
import io.goldenrod.graph.CustomerReads.Customer;
import io.goldenrod.graph.RecordReads;
import io.goldenrod.graph.RecordReads.RecordEntry;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.lineage.Decision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds what stands on either side of an item. */
@Component
class Sides {

    private static final int VALUES_MAX = 5;

    private final RecordReads records;
    private final CustomerReads customers;
    private final CustomerHead.Finder heads;
    private final Values values;

    Sides(RecordReads records, CustomerReads customers, CustomerHead.Finder heads, Values values) {
        this.records = records;
        this.customers = customers;
        this.heads = heads;
        this.values = values;
    }

    /**
     * One side.
     *
     * @param member a record, an identifier or a customer
     * @param isWhole whether what it says is what all records of the customer say
     * @param customer that it belongs to; null when it belongs to none
     * @param name by which people know that customer; null when there is none
     * @param records how many that customer has
     * @param observedAt null when it is no record
     * @param said what it says; null when it is not there any more
     * @param isCut whether it has more identifiers than are shown
     */
    record Side(
            Shown member,
            boolean isWhole,
            Shown customer,
            Shown name,
            long records,
            Instant observedAt,
            Said said,
            boolean isCut) {}

    /** Who is who, asked once for each customer. */
    final class Known implements Effects.Names {

        private final Map<String, Optional<Customer>> asked = new HashMap<>();

        Optional<Customer> customer(String id) {
            return id == null ? Optional.empty() : asked.computeIfAbsent(id, customers::customer);
        }

        @Override
        public Shown of(String customer) {
            return customer(customer).map(heads::head).map(CustomerHead::name).orElse(null);
        }

        long records(String customer) {
            return customer(customer).map(Customer::records).orElse(0L);
        }
    }

    Known known() {
        return new Known();
    }

    /** What a record says, or, for an identifier, what the customer does whose it is. @param customer may be null */
    Side side(String member, String customer, Known known) {
        RecordKey record = Decision.recordOf(member);
        return record == null ? customer(values.member(member), customer, known) : record(record, customer, known);
    }

    /** What all of a customer's records say. @param customer may be null */
    Side customer(Shown member, String customer, Known known) {
        Customer found = known.customer(customer).orElse(null);
        return new Side(
                member,
                true,
                values.customer(customer),
                known.of(customer),
                known.records(customer),
                null,
                found == null ? null : said(found),
                found != null && found.members().next() != null);
    }

    private Side record(RecordKey key, String customer, Known known) {
        Optional<RecordEntry> found = records.record(key);
        return new Side(
                values.record(key),
                false,
                values.customer(customer),
                known.of(customer),
                known.records(customer),
                found.map(RecordEntry::observedAt).orElse(null),
                found.map(this::said).orElse(null),
                false);
    }

    private Said said(RecordEntry record) {
        Map<String, List<Value>> attributes = new LinkedHashMap<>();
        record.attributes()
                .forEach((name, value) -> attributes.put(
                        name, List.of(new Value(values.attribute(name, value.value()), value.comparable()))));
        Map<String, List<Value>> identifiers = new LinkedHashMap<>();
        record.identifiers().forEach(each -> add(identifiers, each.type(), each.value()));
        return new Said(attributes, identifiers);
    }

    private Said said(Customer customer) {
        Map<String, List<Value>> attributes = new LinkedHashMap<>();
        customer.profile()
                .attributes()
                .forEach((name, all) -> attributes.put(
                        name,
                        all.stream()
                                .limit(VALUES_MAX)
                                .map(each -> new Value(values.attribute(name, each.value()), each.comparable()))
                                .toList()));
        Map<String, List<Value>> identifiers = new LinkedHashMap<>();
        customer.members().items().forEach(each -> add(identifiers, each.type(), each.value()));
        return new Said(attributes, identifiers);
    }

    private void add(Map<String, List<Value>> identifiers, String type, String value) {
        identifiers
                .computeIfAbsent(type, each -> new ArrayList<>())
                .add(new Value(values.identifier(type, value), value));
    }
}
