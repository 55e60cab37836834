package io.goldenrod.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goldenrod.ingest.CompletePolicy;
import io.goldenrod.normalize.RecordLimits;
import io.goldenrod.normalize.RecordNormalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProposedMappingTests {

    private static final Set<String> TYPES = Set.of("email", "phone", "crm_id");
    private static final RecordNormalizer NORMALIZER =
            new RecordNormalizer(CompletePolicy.shipped().policy(), RecordLimits.DEFAULT);

    private static String meaning(String column, String... values) {
        return ProposedMapping.of(List.of(column), List.of(List.of(values)), TYPES, NORMALIZER)
                .get(column);
    }

    @Test
    void tellsByNamesInCommonWritings() {
        assertThat(meaning("E-Mail", "x")).isEqualTo("identifier:email");
        assertThat(meaning("CRM ID", "x")).isEqualTo("identifier:crm_id");
        assertThat(meaning("date_of_birth", "x")).isEqualTo("attribute:birthDate");
        assertThat(meaning("ZIP", "x")).isEqualTo("attribute:address.postcode");
        assertThat(meaning("id", "x")).isEqualTo("recordId");
    }

    @Test
    void tellsByValuesWhereTheNameSaysNothing() {
        assertThat(meaning("contact", "ada@example.org", "ben@example.org")).isEqualTo("identifier:email");
        assertThat(meaning("reach", "+44 7700 900123", "+44 7700 900124")).isEqualTo("identifier:phone");
        assertThat(meaning("amount", "4477009001", "4477009002")).isEqualTo("attribute:amount");
    }

    @Test
    void takesATimeOnlyForATime() {
        assertThat(meaning("updated_at", "2024-01-31 10:00:00")).isEqualTo("observedAt");
        assertThat(meaning("updated_at", "yesterday")).isEqualTo("attribute:updated_at");
    }

    @Test
    void leavesWhatIsEmptyAndNeverProposesAFieldTwice() {
        assertThat(meaning("notes")).isEqualTo("ignore");
        Map<String, String> proposed = ProposedMapping.of(
                List.of("name", "full_name"), List.of(List.of("a"), List.of("b")), TYPES, NORMALIZER);
        assertThat(proposed)
                .containsEntry("name", "attribute:fullName")
                .containsEntry("full_name", "attribute:full_name");
        assertThat(ProposedMapping.mapping(proposed, null).attributes()).containsOnlyKeys("fullName", "full_name");
    }

    @Test
    void refusesWhatMakesNoRecord() {
        var twice = new LinkedHashMap<String, String>();
        twice.put("a", "attribute:fullName");
        twice.put("b", "attribute:fullName");
        assertThatThrownBy(() -> ProposedMapping.mapping(twice, null)).hasMessageContaining("two columns");
        assertThatThrownBy(() -> ProposedMapping.mapping(Map.of("a", "recordId"), null))
                .hasMessageContaining("no column is an identifier");
        assertThatThrownBy(() ->
                        ProposedMapping.mapping(Map.of("a", "attribute:address", "b", "attribute:address.city"), null))
                .hasMessageContaining("a value and an object");
    }
}
