package io.goldenrod.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InOrderTests {

    private static final int ITEMS = 20_000;

    private static InOrder.Source<Integer> numbers(int count) {
        int[] next = {0};
        return () -> next[0] == count ? null : next[0]++;
    }

    @Test
    void whatComesOfTheItemsIsHandedOnInTheirOrder() throws IOException {
        for (int threads : List.of(1, 2, 7)) {
            List<Integer> handed = new ArrayList<>();
            InOrder.<Integer, Integer>run(
                    threads,
                    numbers(ITEMS),
                    () -> item -> {
                        if (item % 97 == 0) {
                            Thread.yield();
                        }
                        return 2 * item;
                    },
                    handed::add);
            assertThat(handed)
                    .isEqualTo(IntStream.range(0, ITEMS).map(i -> 2 * i).boxed().toList());
        }
    }

    @Test
    void fewItemsAreUnderWayAtOnce() throws IOException {
        AtomicInteger underWay = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        int[] next = {0};
        InOrder.<Integer, Integer>run(
                3,
                () -> {
                    most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
                    return next[0] == ITEMS ? null : next[0]++;
                },
                () -> item -> item,
                item -> underWay.decrementAndGet());
        assertThat(most.get()).isLessThanOrEqualTo(3 * 4 + 1);
    }

    @Test
    void theFirstFailureOfReadingWorkingOrHandingOnEndsTheRun() {
        for (int threads : List.of(1, 4)) {
            assertThatThrownBy(() -> InOrder.<Integer, Integer>run(
                            threads,
                            () -> {
                                throw new IOException("reading");
                            },
                            () -> item -> item,
                            item -> {}))
                    .isInstanceOf(IOException.class)
                    .hasMessage("reading");
            assertThatThrownBy(() -> InOrder.<Integer, Integer>run(
                            threads,
                            numbers(ITEMS),
                            () -> item -> {
                                if (item == 100) {
                                    throw new IllegalStateException("working");
                                }
                                return item;
                            },
                            item -> {}))
                    .hasMessage("working");
            List<Integer> handed = new ArrayList<>();
            assertThatThrownBy(() -> InOrder.<Integer, Integer>run(
                            threads, numbers(Integer.MAX_VALUE), () -> item -> item, item -> {
                                if (item == 500) {
                                    throw new IOException("handing on");
                                }
                                handed.add(item);
                            }))
                    .hasMessage("handing on");
            assertThat(handed).hasSize(500);
        }
    }
}
