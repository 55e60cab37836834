package io.goldenrod.console.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenrod.graph.Neighbours.Pair;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FirstViewTests {

    private static final List<String> HUBS = List.of("email:a", "email:b");

    private static List<Pair> carriers() {
        List<Pair> carriers = new ArrayList<>();
        for (int i = 10; i < 90; i++) {
            carriers.add(new Pair("email:a", "record:crm/a" + i));
            carriers.add(new Pair("email:b", "record:crm/b" + i));
        }
        // sorts last, and is the one that joins
        carriers.add(new Pair("email:a", "record:web/z"));
        carriers.add(new Pair("email:b", "record:web/z"));
        return carriers;
    }

    @Test
    void showsWhatTiesBeforeWhatHangsOn() {
        assertThat(FirstView.structure(HUBS, carriers(), 3)).containsExactly("email:a", "email:b", "record:web/z");
    }

    @Test
    void showsSomeRecordsOfEachIdentifier() {
        Set<String> chosen = FirstView.structure(HUBS, carriers(), 23);
        assertThat(chosen).hasSize(23);
        assertThat(chosen.stream().filter(each -> each.startsWith("record:crm/a")))
                .hasSize(10);
        assertThat(chosen.stream().filter(each -> each.startsWith("record:crm/b")))
                .hasSize(10);
    }

    @Test
    void neverExceedsItsRoom() {
        assertThat(FirstView.structure(HUBS, carriers(), 1)).containsExactly("email:a");
        assertThat(FirstView.structure(HUBS, carriers(), 0)).isEmpty();
        assertThat(FirstView.structure(List.of(), List.of(), 10)).isEmpty();
        assertThat(FirstView.structure(HUBS, carriers(), 1_000)).hasSize(2 + 160 + 1);
    }
}
