package io.goldenrod.neo4j;

import io.goldenrod.graph.IdentifierLookup;
import io.goldenrod.identity.Identifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Looks identifiers up: one query for all of them, and a second one only when some are ambiguous. */
public final class StoredIdentifierLookup implements IdentifierLookup {

    /** Records that are looked at to name the candidates of one identifier. */
    private static final int CANDIDATE_RECORDS_MAX = 1_000;

    private final Database database;

    public StoredIdentifierLookup(Database database) {
        this.database = database;
    }

    @Override
    public List<Answer> find(List<Identifier> identifiers) {
        if (identifiers.isEmpty()) {
            return List.of();
        }
        if (identifiers.size() > IDENTIFIERS_MAX) {
            throw new IllegalArgumentException("at most " + IDENTIFIERS_MAX + " identifiers are looked up at once");
        }
        var answers = new HashMap<String, Answer>(identifiers.size() * 2);
        var keys = new ArrayList<String>(identifiers.size());
        for (Identifier identifier : identifiers) {
            String key = identifier.key();
            if (answers.putIfAbsent(key, Answer.UNKNOWN) == null) {
                keys.add(key);
            }
        }
        var ambiguous = new LinkedHashMap<String, Ambiguity>();
        for (Row row : database.query(ReadStatement.FIND_CUSTOMERS, Map.of("keys", keys))) {
            String customer = row.text("customer");
            if (customer != null) {
                answers.put(row.text("key"), Answer.matched(customer));
            } else {
                ambiguous.put(row.text("key"), ambiguity(row.text("suppressed")));
            }
        }
        if (!ambiguous.isEmpty()) {
            nameCandidates(ambiguous, answers);
        }
        var ordered = new ArrayList<Answer>(identifiers.size());
        for (Identifier identifier : identifiers) {
            ordered.add(answers.get(identifier.key()));
        }
        return ordered;
    }

    private void nameCandidates(Map<String, Ambiguity> ambiguous, Map<String, Answer> answers) {
        ambiguous.forEach((key, why) -> answers.put(key, Answer.ambiguous(why, List.of(), false)));
        var rows = database.query(
                ReadStatement.FIND_CANDIDATES,
                Map.of(
                        "keys", List.copyOf(ambiguous.keySet()),
                        "recordsMax", CANDIDATE_RECORDS_MAX,
                        "candidatesMax", CANDIDATES_MAX));
        for (Row row : rows) {
            var candidates = row.maps("candidates").stream()
                    .filter(found -> found.get("customer") != null)
                    .map(found -> new Candidate((String) found.get("customer"), (Long) found.get("records")))
                    .toList();
            String key = row.text("key");
            answers.put(key, Answer.ambiguous(ambiguous.get(key), candidates, row.flag("cut")));
        }
    }

    private static Ambiguity ambiguity(String suppressed) {
        return suppressed == null ? Ambiguity.HELD : Ambiguity.valueOf(suppressed);
    }
}
