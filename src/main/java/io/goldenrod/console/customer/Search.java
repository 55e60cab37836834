package io.goldenrod.console.customer;

import io.goldenrod.console.CustomerHead;
import io.goldenrod.console.Values;
import io.goldenrod.console.Waterfall;
import io.goldenrod.console.Waterfall.Effect;
import io.goldenrod.console.customer.SearchPage.Candidate;
import io.goldenrod.console.customer.SearchPage.Exact;
import io.goldenrod.console.customer.SearchPage.Hit;
import io.goldenrod.console.customer.SearchPage.Similar;
import io.goldenrod.console.customer.SearchPage.Unclear;
import io.goldenrod.graph.CustomerReads;
import io.goldenrod.graph.CustomerReads.Customer;
import io.goldenrod.graph.IdentifierLookup;
import io.goldenrod.graph.IdentifierLookup.Answer;
import io.goldenrod.graph.IdentifierLookup.Resolution;
import io.goldenrod.graph.MatchReads;
import io.goldenrod.identity.Identifier;
import io.goldenrod.policy.Matching;
import io.goldenrod.resolution.CustomerQuestion;
import io.goldenrod.resolution.PolicyInUse;
import io.goldenrod.resolution.RecordSearch;
import io.goldenrod.resolution.RecordSearch.Found;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Looks for whatever a text may mean. */
@Component
class Search {

    private static final int EXACT_MAX = 20;
    private static final int CANDIDATES_MAX = 5;
    private static final int SIMILAR_MAX = 12;

    /** In bits: what adds less is not worth a word. */
    private static final double TOLD_MIN = 0.05;

    private final CustomerReads customers;
    private final IdentifierLookup lookup;
    private final MatchReads records;
    private final RecordSearch search;
    private final PolicyInUse inUse;
    private final CustomerHead.Finder finder;
    private final Values values;

    Search(
            CustomerReads customers,
            IdentifierLookup lookup,
            MatchReads records,
            RecordSearch search,
            PolicyInUse inUse,
            CustomerHead.Finder finder,
            Values values) {
        this.customers = customers;
        this.lookup = lookup;
        this.records = records;
        this.search = search;
        this.inUse = inUse;
        this.finder = finder;
        this.values = values;
    }

    /** @param text without space around it */
    SearchPage find(String text) {
        if (text.isEmpty()) {
            return SearchPage.EMPTY;
        }
        PolicyInUse.Parts parts = inUse.parts();
        Question question = Question.of(text, parts);
        Map<String, List<Hit>> hits = new LinkedHashMap<>();
        Map<String, CustomerCard> cards = new HashMap<>();
        findCustomer(question, hits, cards);
        findRecords(question, hits);
        List<Unclear> unclear = findIdentifiers(question, hits, cards);
        List<Exact> exact = new ArrayList<>();
        hits.forEach((id, why) -> {
            if (exact.size() < EXACT_MAX && card(id, cards) != null) {
                exact.add(new Exact(card(id, cards), why));
            }
        });
        boolean asksName = !question.attributes().isEmpty();
        Found found = asksName && search.isOn()
                ? search.searchWidely(
                        new CustomerQuestion(List.of(), question.attributes(), null), RecordSearch.HITS_MAX)
                : new Found(List.of(), 0, false, List.of(), List.of());
        Map<String, List<RecordSearch.Hit>> grouped = new LinkedHashMap<>();
        found.hits().stream()
                .filter(Search::isAlike)
                .forEach(hit -> grouped.computeIfAbsent(hit.customerId(), absent -> new ArrayList<>())
                        .add(hit));
        return new SearchPage(
                exact,
                unclear,
                asksName,
                search.isOn(),
                similar(grouped, parts.policy().matching(), cards),
                Math.max(0, grouped.size() - SIMILAR_MAX),
                found.compared(),
                found.cut(),
                !found.warnings().isEmpty() || !found.errors().isEmpty());
    }

    /** Whether anything speaks for it, beside that blocks put it here. */
    private static boolean isAlike(RecordSearch.Hit hit) {
        return hit.score().parts().stream()
                        .filter(part -> !part.field().equals("prior"))
                        .mapToDouble(part -> part.weight())
                        .sum()
                > 0;
    }

    private void findCustomer(Question question, Map<String, List<Hit>> hits, Map<String, CustomerCard> cards) {
        if (question.customerId() == null) {
            return;
        }
        customers.customer(question.customerId()).ifPresent(found -> {
            CustomerCard card = card(found);
            cards.put(found.id(), card);
            String kind = card.head().isMerged() ? "merged" : card.head().isRetired() ? "retired" : "id";
            note(hits, found.id(), new Hit(kind, values.customer(question.customerId())));
        });
    }

    private void findRecords(Question question, Map<String, List<Hit>> hits) {
        if (!question.records().isEmpty()) {
            records.candidates(question.records()).stream()
                    .sorted(Comparator.comparing(each -> each.record().key()))
                    .forEach(found -> note(
                            hits,
                            found.customerId(),
                            new Hit("record", values.record(found.record().key()))));
        }
    }

    private List<Unclear> findIdentifiers(
            Question question, Map<String, List<Hit>> hits, Map<String, CustomerCard> cards) {
        List<Unclear> unclear = new ArrayList<>();
        List<Answer> answers = question.identifiers().isEmpty() ? List.of() : lookup.find(question.identifiers());
        for (int i = 0; i < answers.size(); i++) {
            Answer answer = answers.get(i);
            Identifier identifier = question.identifiers().get(i);
            if (answer.resolution() == Resolution.MATCHED) {
                note(
                        hits,
                        answer.customerId(),
                        new Hit("identifier", values.identifier(identifier.type(), identifier.value())));
            } else if (answer.resolution() == Resolution.AMBIGUOUS) {
                List<Candidate> candidates = answer.candidates().stream()
                        .limit(CANDIDATES_MAX)
                        .map(each -> new Candidate(card(each.customerId(), cards), each.records()))
                        .filter(each -> each.card() != null)
                        .toList();
                unclear.add(new Unclear(
                        values.identifier(identifier.type(), identifier.value()),
                        answer.ambiguity().name(),
                        candidates,
                        answer.cut() || answer.candidates().size() > CANDIDATES_MAX));
            }
        }
        return unclear;
    }

    private static void note(Map<String, List<Hit>> hits, String customer, Hit hit) {
        if (customer != null) {
            hits.computeIfAbsent(customer, absent -> new ArrayList<>()).add(hit);
        }
    }

    private List<Similar> similar(
            Map<String, List<RecordSearch.Hit>> grouped, Matching matching, Map<String, CustomerCard> cards) {
        List<Similar> similar = new ArrayList<>();
        grouped.entrySet().stream().limit(SIMILAR_MAX).forEach(entry -> {
            CustomerCard card = card(entry.getKey(), cards);
            if (card == null) {
                return;
            }
            RecordSearch.Hit best = entry.getValue().get(0);
            Waterfall fall = Waterfall.of(
                    best.score().parts().stream()
                            .map(part -> new Waterfall.Part(part.field(), part.level(), part.weight()))
                            .toList(),
                    best.score().weight(),
                    matching == null ? null : matching.match());
            List<Waterfall.Step> parts = fall.steps().stream()
                    .filter(step -> (step.effect() == Effect.FOR || step.effect() == Effect.AGAINST)
                            && Math.abs(step.weight()) >= TOLD_MIN)
                    .toList();
            similar.add(new Similar(
                    card,
                    values.record(best.record()),
                    best.score().probability(),
                    best.verdict().name(),
                    parts,
                    fall,
                    entry.getValue().size() - 1L));
        });
        return similar;
    }

    /** Null when it is gone meanwhile. */
    private CustomerCard card(String id, Map<String, CustomerCard> cards) {
        return cards.computeIfAbsent(
                id, absent -> customers.customer(id).map(this::card).orElse(null));
    }

    private CustomerCard card(Customer customer) {
        return CustomerCard.of(customer, finder.head(customer), values);
    }
}
