package io.goldenrod.match;

import io.goldenrod.identity.SourceRecord;
import io.goldenrod.policy.BlockingRule;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Blocking rules put to work: from a record to the names of the blocks that it is in. */
public final class Blocking {

    private final List<BlockingRule> rules;

    public Blocking(List<BlockingRule> rules) {
        this.rules = List.copyOf(rules);
    }

    /**
     * One key for each rule of which the record has all parts, more where a part has several values, none where it has
     * none: {@code birth_name=s530|1970-05-12}.
     */
    public SortedSet<String> keys(SourceRecord record) {
        SortedSet<String> keys = new TreeSet<>();
        for (BlockingRule rule : rules) {
            StringBuilder key = new StringBuilder(rule.name()).append('=');
            boolean whole = true;
            for (BlockingRule.Part part : rule.parts()) {
                String value = record.comparable(part.field());
                whole &= value != null;
                key.append(key.charAt(key.length() - 1) == '=' ? "" : "|").append(value);
            }
            if (whole) {
                keys.add(key.toString());
            }
        }
        return keys;
    }
}
