package io.goldenrod.console.customer;

import io.goldenrod.console.DecisionWords;
import io.goldenrod.console.DecisionWords.Line;
import io.goldenrod.console.Links;
import io.goldenrod.console.Values;
import io.goldenrod.console.customer.RecordPage.AttributeRow;
import io.goldenrod.console.customer.RecordPage.ConsentRow;
import io.goldenrod.console.customer.RecordPage.IdentifierRow;
import io.goldenrod.console.customer.RecordPage.Peer;
import io.goldenrod.console.customer.RecordPage.Refused;
import io.goldenrod.graph.CustomerReads.MemberRecord;
import io.goldenrod.graph.RecordReads.ObservedIdentifier;
import io.goldenrod.graph.RecordReads.RecordEntry;
import io.goldenrod.identity.AttributeValue;
import io.goldenrod.identity.Identifier;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.lineage.Decision;
import io.goldenrod.normalize.IdentifierOutcome;
import io.goldenrod.resolution.PolicyInUse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.core.util.Separators.Spacing;
import tools.jackson.databind.json.JsonMapper;

/** Makes what was read of a record into what is shown. */
@Component
class Records {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final PrettyPrinter IN_LINES = new DefaultPrettyPrinter(
                    Separators.createDefaultInstance().withObjectNameValueSpacing(Spacing.AFTER))
            .withArrayIndenter(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE);

    private final Values values;
    private final DecisionWords words;

    Records(Values values, DecisionWords words) {
        this.values = values;
        this.words = words;
    }

    /** @param peers some records of its customer, itself perhaps among them */
    RecordPage page(RecordEntry record, List<MemberRecord> peers, int peersMax, PolicyInUse.Parts parts) {
        Map<String, Object> sent = sent(record.payload());
        Map<Identifier, String> written = new HashMap<>();
        List<Refused> refused = new ArrayList<>();
        readIdentifiers(record.key().source(), sent, parts, written, refused);
        List<Line> history = new ArrayList<>(words.of(record.history()));
        Collections.reverse(history);
        return new RecordPage(
                values.record(record.key()),
                record.key().source(),
                record.observedAt(),
                values.raw(sent.isEmpty() ? "" : JSON.writer().with(IN_LINES).writeValueAsString(sent)),
                record.identifiers().stream()
                        .map(each -> identifier(each, written, record.customerId(), parts))
                        .toList(),
                refused,
                attributes(record, sent),
                record.consent().entrySet().stream()
                        .map(each -> new ConsentRow(values.attributeName(each.getKey()), each.getValue()))
                        .toList(),
                peers.stream()
                        .map(each -> new RecordKey(each.source(), each.recordId()))
                        .filter(each -> !each.equals(record.key()))
                        .limit(peersMax)
                        .map(each -> new Peer(
                                values.record(each), Links.why(Decision.member(record.key()), Decision.member(each))))
                        .toList(),
                history,
                Links.audit(Decision.member(record.key())),
                record.historyCut());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> sent(String payload) {
        try {
            return payload == null ? Map.of() : JSON.readValue(payload, Map.class);
        } catch (JacksonException e) {
            return Map.of();
        }
    }

    /** How the record writes its identifiers, and those that cannot be one. */
    private void readIdentifiers(
            String source,
            Map<String, Object> sent,
            PolicyInUse.Parts parts,
            Map<Identifier, String> written,
            List<Refused> refused) {
        if (!(sent.get("identifiers") instanceof List<?> list)) {
            return;
        }
        for (Object each : list) {
            if (each instanceof Map<?, ?> raw && raw.get("type") instanceof String type && raw.get("value") != null) {
                String value = raw.get("value").toString();
                IdentifierOutcome outcome = parts.normalizer().identifier(type, value, source);
                if (outcome instanceof IdentifierOutcome.Normalized normalized) {
                    written.putIfAbsent(normalized.identifier(), value);
                } else if (outcome instanceof IdentifierOutcome.Refusal refusal) {
                    refused.add(new Refused(values.attribute(type, value), values.words(refusal.message())));
                }
            }
        }
    }

    private IdentifierRow identifier(
            ObservedIdentifier found, Map<Identifier, String> written, String customer, PolicyInUse.Parts parts) {
        String sent = written.get(new Identifier(found.type(), found.value()));
        return new IdentifierRow(
                values.identifier(found.type(), found.value()),
                sent == null ? null : values.attribute(found.type(), sent),
                parts.policy().linking(found.type()).name(),
                values.customer(found.customerId()),
                found.customerId() != null && found.customerId().equals(customer),
                found.suppressed(),
                found.held(),
                values.words(found.detail()));
    }

    private List<AttributeRow> attributes(RecordEntry record, Map<String, Object> sent) {
        Map<?, ?> raw = sent.get("attributes") instanceof Map<?, ?> map ? map : Map.of();
        Set<String> names = new LinkedHashSet<>();
        raw.keySet().forEach(name -> names.add(name.toString()));
        names.addAll(record.attributes().keySet());
        return names.stream()
                .map(name -> {
                    AttributeValue understood = record.attributes().get(name);
                    return new AttributeRow(
                            values.attributeName(name),
                            raw.containsKey(name) ? values.attribute(name, raw.get(name)) : null,
                            understood == null ? null : values.attribute(name, understood.value()),
                            understood == null ? null : values.attribute(name, understood.comparable()));
                })
                .toList();
    }
}
