package io.goldenrod.neo4j;

import io.goldenrod.graph.Neighbours;
import io.goldenrod.graph.Page;
import io.goldenrod.lineage.Decision;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Reads the surroundings of members in steps. */
public final class StoredNeighbours implements Neighbours {

    private final Database database;

    public StoredNeighbours(Database database) {
        this.database = database;
    }

    @Override
    public List<String> hubs(String customerId, int limit) {
        return database.query(NeighbourStatement.LIST_HUBS, Map.of("id", customerId, "limit", limit)).stream()
                .map(row -> row.text("identifier"))
                .toList();
    }

    @Override
    public List<Pair> carriers(Collection<String> identifiers, int each) {
        return database
                .query(NeighbourStatement.LIST_CARRIERS, Map.of("identifiers", List.copyOf(identifiers), "each", each))
                .stream()
                .map(row -> new Pair(row.text("identifier"), row.text("record")))
                .toList();
    }

    @Override
    public List<Pair> exceptions(String customerId, int limit) {
        return database.query(NeighbourStatement.LIST_EXCEPTIONS, Map.of("id", customerId, "limit", limit)).stream()
                .map(row -> new Pair(row.text("own"), row.text("other")))
                .toList();
    }

    @Override
    public List<String> suppressed(Collection<String> members, int limit) {
        return database
                .query(NeighbourStatement.LIST_SUPPRESSED, Map.of("records", records(members), "limit", limit))
                .stream()
                .map(row -> row.text("identifier"))
                .toList();
    }

    @Override
    public Page<String> of(String member, String after, int limit) {
        boolean isRecord = member.startsWith(Decision.MEMBER_RECORD);
        List<String> found = database
                .query(
                        isRecord ? NeighbourStatement.LIST_OF_RECORD : NeighbourStatement.LIST_OF_IDENTIFIER,
                        Map.of(
                                "key",
                                isRecord ? member.substring(Decision.MEMBER_RECORD.length()) : member,
                                "after",
                                after,
                                "limit",
                                limit + 1))
                .stream()
                .map(row -> row.text("member"))
                .toList();
        return found.size() > limit
                ? new Page<>(found.subList(0, limit), found.get(limit - 1))
                : new Page<>(found, null);
    }

    @Override
    public List<Standing> standings(Collection<String> members) {
        return database
                .query(
                        NeighbourStatement.DESCRIBE_MEMBERS,
                        Map.of("records", records(members), "identifiers", identifiers(members)))
                .stream()
                .map(row -> new Standing(
                        row.text("member"), row.text("customer"), row.text("suppressed"), row.number("links")))
                .toList();
    }

    @Override
    public List<Tie> ties(Collection<String> members) {
        return database
                .query(
                        NeighbourStatement.LIST_TIES,
                        Map.of(
                                "records",
                                records(members),
                                "identifiers",
                                identifiers(members),
                                "members",
                                List.copyOf(members)))
                .stream()
                .map(row -> new Tie(
                        row.text("left"),
                        row.text("right"),
                        row.text("kind"),
                        StoredValues.instant(row.value("at")),
                        row.text("held"),
                        row.text("detail"),
                        (Double) row.value("probability")))
                .toList();
    }

    /** Their keys. */
    private static List<String> records(Collection<String> members) {
        return members.stream()
                .filter(each -> each.startsWith(Decision.MEMBER_RECORD))
                .map(each -> each.substring(Decision.MEMBER_RECORD.length()))
                .toList();
    }

    private static List<String> identifiers(Collection<String> members) {
        return members.stream()
                .filter(each -> !each.startsWith(Decision.MEMBER_RECORD))
                .toList();
    }
}
