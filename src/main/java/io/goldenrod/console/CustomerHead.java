package io.goldenrod.console;

import io.goldenrod.graph.CustomerReads;
import io.goldenrod.graph.CustomerReads.Customer;
import io.goldenrod.graph.CustomerReads.Status;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * What stands at the top of every page about one customer: the fragment {@code customer-head} shows it.
 *
 * @param id of the customer as it is now
 * @param requestedId as the address names it; another one when that customer became part of this one
 * @param chain the customers that the members of the requested one went to; empty unless it was merged
 * @param isRetired whether it has no members left
 * @param name by which people know it; null when no record says one
 */
public record CustomerHead(
        String id,
        String requestedId,
        List<Shown> chain,
        boolean isRetired,
        Shown name,
        long records,
        long identifiers,
        long held) {

    /** Whether the address names a customer that became part of this one. */
    public boolean isMerged() {
        return !chain.isEmpty();
    }

    /** Finds customers for their pages. */
    @Component
    public static class Finder {

        private final CustomerReads customers;
        private final Values values;

        Finder(CustomerReads customers, Values values) {
            this.customers = customers;
            this.values = values;
        }

        /** @throws ConsoleProblem when the ID was never given out */
        public Customer customer(String id) {
            return customers.customer(id).orElseThrow(() -> ConsoleProblem.notFound("unknownCustomer"));
        }

        /** Of a customer as it is or was. */
        public CustomerHead head(Customer customer) {
            return new CustomerHead(
                    customer.id(),
                    customer.requestedId(),
                    customer.chain().stream().map(values::customer).toList(),
                    customer.status() == Status.RETIRED,
                    name(customer),
                    customer.records(),
                    customer.identifiers(),
                    customer.held());
        }

        private Shown name(Customer customer) {
            Object full = surviving(customer, "fullName");
            if (full == null) {
                String parts = Stream.of("givenName", "familyName")
                        .map(each -> surviving(customer, each))
                        .filter(Objects::nonNull)
                        .map(Object::toString)
                        .collect(Collectors.joining(" "));
                full = parts.isEmpty() ? surviving(customer, "organization") : parts;
            }
            return full == null ? null : values.attribute("fullName", full);
        }

        private static Object surviving(Customer customer, String attribute) {
            var pin = customer.profile().pins().get(attribute);
            if (pin != null) {
                return pin.value();
            }
            var values = customer.profile().attributes().get(attribute);
            return values == null ? null : values.get(0).value();
        }
    }
}
