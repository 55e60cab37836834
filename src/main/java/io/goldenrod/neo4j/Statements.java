package io.goldenrod.neo4j;

import java.util.List;
import java.util.stream.Stream;

/** Every statement that this program can run. */
final class Statements {

    /** Filled when the database is opened, which loads every file: a missing one stops the start. */
    static final List<Statement> ALL = Stream.<Statement[]>of(
                    SchemaStatement.values(),
                    ResolutionStatement.values(),
                    PolicyStatement.values(),
                    ReadStatement.values(),
                    QuarantineStatement.values(),
                    CheckStatement.values(),
                    MatchingStatement.values(),
                    AssertionStatement.values(),
                    ExplainStatement.values(),
                    ReviewStatement.values(),
                    AuditStatement.values(),
                    HistoryStatement.values(),
                    NeighbourStatement.values())
            .flatMap(Stream::of)
            .toList();

    private Statements() {}
}
