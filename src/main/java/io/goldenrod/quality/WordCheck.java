package io.goldenrod.quality;

import io.goldenrod.graph.GraphScan;
import io.goldenrod.graph.GraphScan.Part;
import io.goldenrod.graph.GraphScan.WordRow;
import io.goldenrod.graph.StoredAssertion;
import io.goldenrod.graph.StoredAssertion.Kind;
import io.goldenrod.partition.Traits;
import io.goldenrod.quality.Member.Link;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Ties what stewards said to the members that it is about, and looks whether the graph ties it so. */
final class WordCheck {

    private final GraphScan graph;
    private final Findings findings;

    WordCheck(GraphScan graph, Findings findings) {
        this.graph = graph;
        this.findings = findings;
    }

    void take(Collection<Member> records, Map<String, Member> identifiers) {
        List<WordRow> words = new ArrayList<>();
        String last = "";
        while (last != null) {
            Part<WordRow> part = graph.words(last);
            words.addAll(part.rows());
            part.unreadable()
                    .forEach(id -> findings.add(CheckReport.Kind.UNREADABLE, id, "unreadable", "an assertion"));
            last = part.last();
        }
        Map<String, Member> spokenOf = new HashMap<>();
        for (WordRow word : words) {
            spokenOf.put(word.said().left(), identifiers.get(word.said().left()));
            spokenOf.put(word.said().right(), identifiers.get(word.said().right()));
        }
        if (!words.isEmpty()) {
            records.stream()
                    .filter(record -> spokenOf.containsKey(record.subject()))
                    .forEach(record -> spokenOf.put(record.subject(), record));
        }
        words.forEach(word -> take(word, spokenOf));
        findings.compare(CheckReport.Kind.COUNTER, "assertions", "in force", graph.wordsInForce(), (long) words.size());
    }

    private void take(WordRow row, Map<String, Member> spokenOf) {
        StoredAssertion said = row.said();
        Member left = spokenOf.get(said.left());
        Member right = spokenOf.get(said.right());
        boolean both = left != null && right != null;
        if (row.tied() != both) {
            findings.add(
                    CheckReport.Kind.ASSERTION,
                    "assertion " + said.id(),
                    row.tied() ? "tied" : "not tied",
                    both ? "tied: both its members are there" : "not tied");
        }
        if (!both) {
            return;
        }
        if (said.kind() == Kind.DIFFERENT) {
            left.apart = left.apart.with(Traits.left(said.id()));
            right.apart = right.apart.with(Traits.right(said.id()));
        } else if (left.linking && right.linking) {
            Member.join(Link.same(left, right, said.key()));
        }
    }
}
