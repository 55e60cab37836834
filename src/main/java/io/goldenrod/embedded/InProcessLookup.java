package io.goldenrod.embedded;

import io.goldenrod.graph.GraphUnavailableException;
import io.goldenrod.graph.IdentifierLookup;
import io.goldenrod.identity.Identifier;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.neo4j.graphdb.DatabaseShutdownException;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Transaction;
import org.neo4j.graphdb.TransactionFailureException;
import org.neo4j.graphdb.TransientFailureException;

/**
 * Looks identifiers up with the same statement as over Bolt, but without Bolt, whose hops between threads cost many
 * times what the look-up does. What is not simply somebody's is left to the other way.
 */
final class InProcessLookup implements IdentifierLookup {

    private static final String STATEMENT = "/cypher/resolve/find-customers.cypher";
    private static final long DEADLINE_SECONDS = 5;

    private final GraphDatabaseService database;
    private final IdentifierLookup others;
    private final String statement;

    /** @param others answers for ambiguous identifiers */
    InProcessLookup(GraphDatabaseService database, IdentifierLookup others) {
        this.database = database;
        this.others = others;
        try (InputStream in = InProcessLookup.class.getResourceAsStream(STATEMENT)) {
            if (in == null) {
                throw new IllegalStateException("this program is incomplete: " + STATEMENT + " is missing");
            }
            this.statement = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(STATEMENT + " cannot be read", e);
        }
    }

    @Override
    public List<Answer> find(List<Identifier> identifiers) {
        if (identifiers.isEmpty()) {
            return List.of();
        }
        if (identifiers.size() > IDENTIFIERS_MAX) {
            throw new IllegalArgumentException("at most " + IDENTIFIERS_MAX + " identifiers are looked up at once");
        }
        Map<String, Answer> found = found(identifiers);
        var answers = new ArrayList<Answer>(identifiers.size());
        var left = new ArrayList<Identifier>();
        for (Identifier identifier : identifiers) {
            String key = identifier.key();
            answers.add(found.getOrDefault(key, Answer.UNKNOWN));
            if (found.containsKey(key) && found.get(key) == null) {
                left.add(identifier);
            }
        }
        if (!left.isEmpty()) {
            var named = others.find(left).iterator();
            answers.replaceAll(answer -> answer == null ? named.next() : answer);
        }
        return answers;
    }

    /** The answers by key; null for an identifier that belongs to nobody. */
    private Map<String, Answer> found(List<Identifier> identifiers) {
        var keys = new ArrayList<String>(identifiers.size());
        identifiers.forEach(identifier -> keys.add(identifier.key()));
        var found = new HashMap<String, Answer>(2 * keys.size());
        try (Transaction transaction = database.beginTx(DEADLINE_SECONDS, TimeUnit.SECONDS)) {
            transaction.execute(statement, Map.of("keys", keys)).accept(row -> {
                Object customer = row.get("customer");
                found.put(row.getString("key"), customer == null ? null : Answer.matched((String) customer));
                return true;
            });
            return found;
        } catch (TransactionFailureException | TransientFailureException | DatabaseShutdownException e) {
            throw new GraphUnavailableException("the database did not finish the look-up", e);
        }
    }
}
