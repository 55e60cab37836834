package io.goldenrod.resolution;

import io.goldenrod.identity.SourceRecord;
import io.goldenrod.policy.IdentifierType;
import io.goldenrod.policy.Policy;
import io.goldenrod.policy.Source;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What must be done to records that came under one policy, so that they are as if they had come under another. More
 * than is needed does no harm but takes time.
 *
 * @param reading makes comparable by the other policy what was stored, and sent as this payload
 * @param readsAnew whether records may be read otherwise at all
 * @param matchesAnew whether pairs are found or judged otherwise, even of records that say the same
 * @param countsAnew whether identifiers are shared by other counts, even of records that say the same
 * @param showsAnew whether profiles are written otherwise, even when their values are the same
 */
public record BringUp(
        BiFunction<SourceRecord, String, SourceRecord> reading,
        boolean readsAnew,
        boolean matchesAnew,
        boolean countsAnew,
        boolean showsAnew) {

    /** @param before null when it is not known */
    public static BringUp between(Policy before, Policy after, BiFunction<SourceRecord, String, SourceRecord> reading) {
        if (before == null) {
            return new BringUp(reading, true, true, true, true);
        }
        return new BringUp(
                reading,
                !reading(before).equals(reading(after)),
                !Objects.equals(before.matching(), after.matching()),
                !counting(before).equals(counting(after)),
                !before.survivorship().equals(after.survivorship()));
    }

    private static List<Object> reading(Policy policy) {
        return List.of(
                policy.types().stream()
                        .collect(Collectors.toMap(
                                IdentifierType::name, type -> List.of(type.normalizer(), type.options()))),
                policy.sources().values().stream().collect(Collectors.toMap(Source::name, BringUp::reading)),
                reading(policy.defaultSource()));
    }

    private static List<Object> reading(Source source) {
        return List.of(source.phoneRegion(), Optional.ofNullable(source.dateOrder()));
    }

    private static Map<String, List<Object>> counting(Policy policy) {
        return policy.types().stream().collect(Collectors.toMap(IdentifierType::name, BringUp::counting));
    }

    private static List<Object> counting(IdentifierType type) {
        return List.of(
                type.linking(),
                type.sharedAbove(),
                type.namesAbove(),
                type.blockedValues(),
                type.blockedPatterns().stream().map(Pattern::pattern).toList());
    }

    /** Whether two records say the same, as far as anything is made of it. */
    public static boolean isSame(SourceRecord one, SourceRecord other) {
        return one.observedAt().equals(other.observedAt())
                && one.identifiers().equals(other.identifiers())
                && one.names().equals(other.names())
                && one.consent().equals(other.consent())
                && values(one).equals(values(other));
    }

    /** Numbers may have been read back as another class of number. */
    private static Map<String, List<String>> values(SourceRecord record) {
        return record.attributes().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        each -> List.of(
                                each.getValue().comparable(),
                                String.valueOf(each.getValue().value()))));
    }
}
