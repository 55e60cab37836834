package io.goldenrod.console.customer;

import io.goldenrod.console.Links;
import io.goldenrod.console.Shown;
import io.goldenrod.console.Values;
import io.goldenrod.console.customer.Moments.Moment;
import io.goldenrod.console.customer.ProfilePage.Attribute;
import io.goldenrod.console.customer.ProfilePage.Choice;
import io.goldenrod.console.customer.ProfilePage.ConsentRow;
import io.goldenrod.console.customer.ProfilePage.Fact;
import io.goldenrod.console.customer.ProfilePage.IdentifierRow;
import io.goldenrod.console.customer.ProfilePage.Other;
import io.goldenrod.console.customer.ProfilePage.Part;
import io.goldenrod.console.customer.ProfilePage.Pinned;
import io.goldenrod.console.customer.ProfilePage.RecordRow;
import io.goldenrod.console.customer.ProfilePage.Silent;
import io.goldenrod.console.customer.ProfilePage.Weakest;
import io.goldenrod.explain.Confidence;
import io.goldenrod.golden.Pin;
import io.goldenrod.graph.CustomerReads.Customer;
import io.goldenrod.graph.CustomerReads.MemberIdentifier;
import io.goldenrod.graph.CustomerReads.MemberRecord;
import io.goldenrod.graph.CustomerReads.Node;
import io.goldenrod.graph.CustomerReads.Profile;
import io.goldenrod.graph.CustomerReads.ProfileValue;
import io.goldenrod.graph.CustomerReads.Surroundings;
import io.goldenrod.graph.Page;
import io.goldenrod.identity.Identifier;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.lineage.Decision;
import io.goldenrod.policy.Policy;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Makes what was read of a customer into what is shown. */
@Component
class Profiles {

    /** Beyond it, the values that an attribute beat are counted. */
    static final int OTHERS_MAX = 50;

    private static final int FACTS_MAX = 6;
    private static final int SILENT_MAX = 50;
    private static final int FORM_BYTES = 12;
    private static final String PINNED = "pinned";

    private final Values values;

    Profiles(Values values) {
        this.values = values;
    }

    List<Attribute> attributes(Profile profile) {
        Set<String> names = new TreeSet<>(profile.attributes().keySet());
        names.addAll(profile.pins().keySet());
        return names.stream().map(name -> attribute(name, profile)).toList();
    }

    /** With a value, or pinned; null otherwise. */
    Attribute attribute(String name, Profile profile) {
        List<ProfileValue> said = profile.attributes().getOrDefault(name, List.of());
        Pin pin = profile.pins().get(name);
        if (said.isEmpty() && pin == null) {
            return null;
        }
        List<ProfileValue> others = pin != null ? said : said.subList(1, said.size());
        List<Other> shown =
                others.stream().limit(OTHERS_MAX).map(each -> other(name, each)).toList();
        Shown label = values.attributeName(name);
        if (pin != null) {
            long records = said.stream()
                    .filter(each -> each.comparable().equals(pin.comparable()))
                    .mapToLong(ProfileValue::count)
                    .sum();
            return new Attribute(
                    name,
                    label,
                    values.attribute(name, pin.value()),
                    null,
                    null,
                    PINNED,
                    records,
                    shown,
                    others.size() - shown.size(),
                    new Pinned(values.words(pin.by()), pin.at(), values.words(pin.reason())));
        }
        Other survivor = other(name, said.get(0));
        return new Attribute(
                name,
                label,
                survivor.value(),
                survivor.record(),
                survivor.observedAt(),
                profile.rules().get(name),
                survivor.records(),
                shown,
                others.size() - shown.size(),
                null);
    }

    /** The values that records say of an attribute, to choose from. */
    List<Choice> choices(String name, Profile profile) {
        return profile.attributes().getOrDefault(name, List.of()).stream()
                .limit(OTHERS_MAX)
                .map(each -> new Choice(formOf(each), other(name, each)))
                .toList();
    }

    /** Names a value in a form without telling it. */
    static String formOf(ProfileValue value) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(value.comparable().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, FORM_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private Other other(String name, ProfileValue value) {
        return new Other(
                values.attribute(name, value.value()),
                record(value.source(), value.recordId()),
                instant(value.observedAt()),
                value.count());
    }

    private Shown record(String source, String recordId) {
        return source == null || recordId == null ? null : values.record(new RecordKey(source, recordId));
    }

    private static Instant instant(String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    List<ConsentRow> consent(Profile profile) {
        return profile.consent().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each -> new ConsentRow(
                        values.attributeName(each.getKey()),
                        each.getValue().given(),
                        record(each.getValue().source(), each.getValue().recordId()),
                        instant(each.getValue().observedAt())))
                .toList();
    }

    Part<IdentifierRow> identifiers(Page<MemberIdentifier> page, String after, Policy policy) {
        return part(
                page,
                after,
                each -> new IdentifierRow(
                        values.identifier(each.type(), each.value()),
                        policy.linking(each.type()).name(),
                        each.firstSeen(),
                        each.lastSeen(),
                        each.sources(),
                        each.records()));
    }

    /** @param moment null for now */
    Part<RecordRow> records(Page<MemberRecord> page, String after, Moment moment) {
        return part(page, after, each -> {
            RecordKey key = new RecordKey(each.source(), each.recordId());
            List<Fact> content = new ArrayList<>();
            each.attributes().forEach((name, value) -> {
                if (content.size() < FACTS_MAX) {
                    content.add(new Fact(values.attributeName(name), values.attribute(name, value)));
                }
            });
            Shown shown = values.record(key, moment == null ? null : moment.seq());
            return new RecordRow(shown, Decision.member(key), each.observedAt(), content);
        });
    }

    private static <S, T> Part<T> part(Page<S> page, String after, Function<S, T> row) {
        return new Part<>(page.items().stream().map(row).toList(), after.isEmpty(), page.next());
    }

    /** What the customer's records carry and what does not lead to it. */
    List<Silent> silent(Customer customer, Surroundings around) {
        List<Silent> silent = new ArrayList<>();
        for (Node node : around.nodes()) {
            boolean isElsewhere = "IDENTIFIER".equals(node.kind())
                    && (node.suppressed() != null || !customer.id().equals(node.customerId()));
            if (isElsewhere && silent.size() < SILENT_MAX) {
                Identifier identifier = Identifier.parse(node.id());
                silent.add(new Silent(values.identifier(identifier.type(), identifier.value()), node.suppressed()));
            }
        }
        return silent;
    }

    /** @param confidence may be null */
    Weakest weakest(Confidence confidence) {
        if (confidence == null) {
            return null;
        }
        String from = confidence.link().from();
        String to = confidence.link().to();
        String kind = confidence.linkClass().equals("matched")
                        || confidence.linkClass().equals("same")
                ? confidence.linkClass()
                : "identifier";
        return new Weakest(
                kind,
                confidence.linkClass(),
                values.member(from),
                values.member(to),
                confidence.probability(),
                Links.why(from, to));
    }

    List<Shown> customers(List<String> ids, int max) {
        return ids.stream().limit(max).map(values::customer).toList();
    }
}
