package io.goldenrod.resolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goldenrod.graph.GraphUnavailableException;
import io.goldenrod.graph.IdentifierLookup;
import io.goldenrod.graph.IdentifierLookup.Answer;
import io.goldenrod.identity.Identifier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IdentifierResolverTests {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final ExecutorService callers = Executors.newCachedThreadPool();
    private final List<Integer> batches = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch firstBegun = new CountDownLatch(1);
    private final CountDownLatch firstMayEnd = new CountDownLatch(1);

    @AfterEach
    void stop() {
        firstMayEnd.countDown();
        callers.shutdownNow();
    }

    /** Answers an identifier with its own value, and holds the first batch until it is let go. */
    private List<Answer> answer(List<Identifier> identifiers) {
        batches.add(identifiers.size());
        if (batches.size() == 1) {
            firstBegun.countDown();
            try {
                firstMayEnd.await();
            } catch (InterruptedException e) {
                throw new GraphUnavailableException("interrupted", e);
            }
        }
        return identifiers.stream().map(one -> Answer.matched(one.value())).toList();
    }

    private static Identifier identifier(int number) {
        return new Identifier("email", "a" + number);
    }

    private Future<Answer> ask(IdentifierResolver resolver, int number) {
        return callers.submit(() -> resolver.resolve(identifier(number)));
    }

    private static void awaitWaiting(IdentifierResolver resolver, int count) throws InterruptedException {
        for (int i = 0; i < 1_000 && resolver.waiting() != count; i++) {
            Thread.sleep(5);
        }
        assertThat(resolver.waiting()).isEqualTo(count);
    }

    @Test
    void asksOnceForAllThatCameWhileItWasAsking() throws Exception {
        try (var resolver = new IdentifierResolver(this::answer, new ResolverSettings(100, 1, LONG))) {
            var first = ask(resolver, 0);
            firstBegun.await();
            var others = new ArrayList<Future<Answer>>();
            for (int i = 1; i <= 50; i++) {
                others.add(ask(resolver, i));
            }
            awaitWaiting(resolver, 50);
            firstMayEnd.countDown();
            assertThat(first.get().customerId()).isEqualTo("a0");
            for (int i = 1; i <= 50; i++) {
                assertThat(others.get(i - 1).get().customerId()).isEqualTo("a" + i);
            }
            assertThat(batches).containsExactly(1, 50);
        }
    }

    @Test
    void turnsAwayWhatItsQueueDoesNotHold() throws Exception {
        try (var resolver = new IdentifierResolver(this::answer, new ResolverSettings(1, 1, LONG))) {
            ask(resolver, 0);
            firstBegun.await();
            ask(resolver, 1);
            awaitWaiting(resolver, 1);
            assertThatThrownBy(() -> resolver.resolve(identifier(2))).isInstanceOf(ServiceBusy.class);
        }
    }

    @Test
    void givesUpAtItsDeadlineAndAsksNoMoreForWhoGaveUp() throws Exception {
        var settings = new ResolverSettings(10, 1, Duration.ofSeconds(1));
        try (var resolver = new IdentifierResolver(this::answer, settings)) {
            assertThatThrownBy(() -> resolver.resolve(identifier(0))).isInstanceOf(GraphUnavailableException.class);
            assertThatThrownBy(() -> resolver.resolve(identifier(1))).isInstanceOf(GraphUnavailableException.class);
            firstMayEnd.countDown();
            awaitWaiting(resolver, 0);
            assertThat(resolver.resolve(identifier(2)).customerId()).isEqualTo("a2");
            assertThat(batches).containsExactly(1, 1);
        }
    }

    @Test
    void tellsEveryCallerOfAFailureAndGoesOn() {
        var failing = new boolean[] {true};
        IdentifierLookup lookup = identifiers -> {
            if (failing[0]) {
                throw new GraphUnavailableException("down", null);
            }
            return identifiers.stream().map(one -> Answer.UNKNOWN).toList();
        };
        try (var resolver = new IdentifierResolver(lookup, new ResolverSettings(10, 1, LONG))) {
            assertThatThrownBy(() -> resolver.resolve(identifier(0))).isInstanceOf(GraphUnavailableException.class);
            failing[0] = false;
            assertThat(resolver.resolve(identifier(0))).isEqualTo(Answer.UNKNOWN);
        }
    }

    @Test
    void failsThoseWhoWaitWhenItCloses() throws Exception {
        var resolver = new IdentifierResolver(this::answer, new ResolverSettings(10, 1, LONG));
        ask(resolver, 0);
        firstBegun.await();
        var waiting = ask(resolver, 1);
        awaitWaiting(resolver, 1);
        resolver.close();
        assertThatThrownBy(waiting::get).hasCauseInstanceOf(GraphUnavailableException.class);
        assertThatThrownBy(() -> resolver.resolve(identifier(2))).isInstanceOf(ServiceBusy.class);
    }
}
