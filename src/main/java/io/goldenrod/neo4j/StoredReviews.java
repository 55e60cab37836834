package io.goldenrod.neo4j;

import io.goldenrod.graph.ReviewStore;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.partition.Constraint;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Items as the graph holds them, and notes as nodes of their own, apart from all members. */
public final class StoredReviews implements ReviewStore {

    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Greater than every weight that there is. */
    private static final double WEIGHT_MAX = 1e9;

    /** Later than every time that there is. */
    private static final Instant EVER = Instant.parse("9999-12-31T00:00:00Z");

    private final Database database;

    public StoredReviews(Database database) {
        this.database = database;
    }

    @Override
    public List<Item> held(Kind kind, Collection<Constraint> constraints, int most) {
        Statement statement =
                kind == Kind.HELD_LINK ? ReviewStatement.LIST_HELD_LINKS : ReviewStatement.LIST_HELD_MATCHES;
        List<String> names = constraints.stream().map(Constraint::name).toList();
        return database.query(statement, Map.of("constraints", names, "most", most)).stream()
                .map(row -> item(row, kind, null))
                .toList();
    }

    @Override
    public List<Item> possible(int most) {
        return database
                .query(ReviewStatement.LIST_POSSIBLE_MATCHES, Map.of("weight", WEIGHT_MAX, "most", most))
                .stream()
                .map(row -> item(row, Kind.POSSIBLE_MATCH, null))
                .toList();
    }

    @Override
    public List<Item> itemsOf(Collection<RecordKey> records) {
        List<String> keys = PairTransaction.keyTexts(records);
        return database.query(ReviewStatement.LIST_RECORD_ITEMS, Map.of("keys", keys)).stream()
                .map(row -> item(
                        row,
                        Kind.valueOf(row.text("kind")),
                        new Evidence(
                                row.text("detail"), row.texts("rules"), row.text("model"), row.texts("breakdown"))))
                .toList();
    }

    private static Item item(Row row, Kind kind, Evidence evidence) {
        return new Item(
                kind,
                RecordKey.parse(row.text("left")),
                row.text("right"),
                row.text("leftCustomer"),
                row.text("rightCustomer"),
                count(row, "leftRecords"),
                count(row, "rightRecords"),
                PairTransaction.constraint(row.text("held")),
                (Double) row.value("weight"),
                (Double) row.value("probability"),
                row.text("assertion"),
                evidence);
    }

    private static long count(Row row, String column) {
        return row.value(column) instanceof Long number ? number : 0;
    }

    @Override
    public Map<String, Note> notes(Collection<String> ids) {
        Map<String, Note> notes = new HashMap<>();
        database.query(ReviewStatement.FIND_NOTES, Map.of("ids", List.copyOf(ids)))
                .forEach(row -> notes.put((String) row.map("review").get("id"), note(row)));
        return notes;
    }

    @Override
    public List<Note> notes(String assignee, int most) {
        List<Row> rows = assignee == null
                ? database.query(ReviewStatement.LIST_NOTES, Map.of("before", StoredNodes.time(EVER), "most", most))
                : database.query(ReviewStatement.LIST_ASSIGNED_NOTES, Map.of("assignee", assignee, "most", most));
        return rows.stream().map(StoredReviews::note).toList();
    }

    @Override
    public Note assign(Ends ends, String assignee, Instant at) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("assignee", assignee);
        return write(ends, properties, at);
    }

    @Override
    public Note decide(Ends ends, Verdict verdict, Instant at) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("choice", verdict == null ? null : verdict.choice().name());
        properties.put("assertion", verdict == null ? null : verdict.assertion());
        properties.put("decidedBy", verdict == null ? null : verdict.by());
        properties.put("decidedAt", verdict == null ? null : StoredNodes.time(verdict.at()));
        properties.put("decidedReason", verdict == null ? null : verdict.reason());
        return write(ends, properties, at);
    }

    private Note write(Ends ends, Map<String, Object> properties, Instant at) {
        Map<String, Object> parameters = parameters(ends, at);
        parameters.put("properties", properties);
        return note(database.execute(DEADLINE, ReviewStatement.WRITE_NOTE, parameters)
                .get(0));
    }

    @Override
    public Optional<Note> comment(Ends ends, Comment comment) {
        Map<String, Object> parameters = parameters(ends, comment.at());
        parameters.put(
                "comment",
                JSON.writeValueAsString(Map.of(
                        "text",
                        comment.text(),
                        "by",
                        comment.by(),
                        "at",
                        comment.at().toString())));
        parameters.put("most", COMMENTS_MAX);
        return database.execute(DEADLINE, ReviewStatement.ADD_COMMENT, parameters).stream()
                .findFirst()
                .map(StoredReviews::note);
    }

    private static Map<String, Object> parameters(Ends ends, Instant at) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("id", ends.id());
        parameters.put(
                "ends", Map.of("kind", ends.kind().name(), "left", ends.left().toString(), "right", ends.right()));
        parameters.put("touchedAt", StoredNodes.time(at));
        return parameters;
    }

    private static Note note(Row row) {
        Map<String, Object> review = row.map("review");
        var ends = new Ends(
                (String) review.get("id"),
                Kind.valueOf((String) review.get("kind")),
                RecordKey.parse((String) review.get("left")),
                (String) review.get("right"));
        List<Comment> comments = new ArrayList<>();
        for (String text : StoredNodes.texts(review.get("comments"))) {
            JsonNode comment = JSON.readTree(text);
            comments.add(new Comment(
                    comment.path("text").stringValue(),
                    comment.path("by").stringValue(),
                    Instant.parse(comment.path("at").stringValue())));
        }
        return new Note(ends, (String) review.get("assignee"), comments, verdict(review, row.flag("inForce")));
    }

    private static Verdict verdict(Map<String, Object> review, boolean inForce) {
        if (review.get("choice") == null) {
            return null;
        }
        Choice choice = Choice.valueOf((String) review.get("choice"));
        return new Verdict(
                choice,
                (String) review.get("assertion"),
                (String) review.get("decidedBy"),
                (String) review.get("decidedReason"),
                StoredNodes.instant(review.get("decidedAt")),
                inForce || choice == Choice.LATER);
    }
}
