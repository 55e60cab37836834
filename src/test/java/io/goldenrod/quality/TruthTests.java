package io.goldenrod.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goldenrod.identity.RecordKey;
import io.goldenrod.ingest.file.InvalidInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TruthTests {

    private static final RecordKey KEY = new RecordKey("crm", "1");

    @Test
    void findsARecordByEachWritingOfItsKey() throws IOException {
        assertThat(read("record_id,entity_id\n1,e\n").entityOf(KEY)).isEqualTo("e");
        assertThat(read("entity_id,record_id\ne,crm/1\n").entityOf(KEY)).isEqualTo("e");
        assertThat(read("\uFEFFrecord_id,entity_id\ncrm:1,e\n").entityOf(KEY)).isEqualTo("e");
        assertThat(read("TEST_GROUP,CLUSTER_ID,DATA_SOURCE,RECORD_ID\n9,e,crm,1\n")
                        .entityOf(KEY))
                .isEqualTo("e");
        assertThat(read("record_id,entity_id\n2,e\n").entityOf(KEY)).isNull();
    }

    @Test
    void refusesWhatIsNoTruthWithEveryProblem() {
        assertThatThrownBy(() -> read("a,b\n")).hasMessageContaining("record_id and entity_id");
        assertThatThrownBy(() -> read("")).hasMessageContaining("record_id and entity_id");
        assertThatThrownBy(() -> read("record_id,entity_id\n1\n,e\n1,e\n1,f\n"))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        invalid -> assertThat(invalid.problems()).hasSize(3));
    }

    private static Truth read(String text) throws IOException {
        return Truth.read("truth.csv", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
