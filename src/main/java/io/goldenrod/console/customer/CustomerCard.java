package io.goldenrod.console.customer;

import io.goldenrod.console.CustomerHead;
import io.goldenrod.console.Links;
import io.goldenrod.console.Shown;
import io.goldenrod.console.Values;
import io.goldenrod.golden.Pin;
import io.goldenrod.graph.CustomerReads.Customer;
import io.goldenrod.graph.CustomerReads.ProfileValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A customer in a few lines.
 *
 * @param facts by which people tell customers apart: birth date, address, and some identifiers
 */
record CustomerCard(CustomerHead head, String href, List<Shown> facts, Instant updatedAt) {

    private static final List<String> TOLD = List.of("birthDate", "organization", "address", "city");
    private static final int IDENTIFIERS_MAX = 3;
    private static final List<String> TYPES_FIRST = List.of("email", "phone");

    static CustomerCard of(Customer customer, CustomerHead head, Values values) {
        List<Shown> facts = new ArrayList<>();
        for (String attribute : TOLD) {
            Pin pin = customer.profile().pins().get(attribute);
            List<ProfileValue> said = customer.profile().attributes().get(attribute);
            if (pin != null) {
                facts.add(values.attribute(attribute, pin.value()));
            } else if (said != null) {
                facts.add(values.attribute(attribute, said.get(0).value()));
            }
        }
        customer.members().items().stream()
                .sorted((left, right) ->
                        Boolean.compare(TYPES_FIRST.contains(right.type()), TYPES_FIRST.contains(left.type())))
                .limit(IDENTIFIERS_MAX)
                .forEach(each -> facts.add(values.identifier(each.type(), each.value())));
        return new CustomerCard(head, Links.customer(customer.requestedId()), facts, customer.updatedAt());
    }
}
