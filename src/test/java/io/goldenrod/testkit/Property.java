package io.goldenrod.testkit;

import java.util.Iterator;

/**
 * Tries a statement on many generated cases. A failure names the seed and the smallest case found that still fails;
 * {@code -Dgoldenrod.seed=<seed>} then tries that one alone, {@code -Dgoldenrod.effort=<n>} tries n times as many, and
 * {@code -Dgoldenrod.shrinkTriesMax=<n>} looks less long for a smaller case.
 */
public final class Property {

    /** Enough to empty a set of some dozens of records; a bound, so that a failing test ends. */
    private static final int SHRINK_TRIES_MAX = Integer.getInteger("goldenrod.shrinkTriesMax", 20_000);

    /** A statement about a case, which fails by throwing. */
    @FunctionalInterface
    public interface Statement<T> {
        void check(T value) throws Exception;
    }

    private Property() {}

    /**
     * @param name a sentence, for the failure message; it also parts the seeds of one property from another's
     * @param cases how many seeds to try
     * @throws AssertionError when a case fails, with the seed, the shrunk case and what failed in it as the cause
     */
    public static <T> void check(String name, int cases, Generator<T> generator, Statement<? super T> statement) {
        Long only = Long.getLong("goldenrod.seed");
        if (only != null) {
            tryOne(name, only, generator, statement);
            return;
        }
        long first = (long) name.hashCode() << 32;
        long last = first + (long) cases * Integer.getInteger("goldenrod.effort", 1);
        for (long seed = first; seed < last; seed++) {
            tryOne(name, seed, generator, statement);
        }
    }

    private static <T> void tryOne(String name, long seed, Generator<T> generator, Statement<? super T> statement) {
        T value = generator.generate(new Chance(seed));
        Throwable failure = failureOf(value, statement);
        if (failure == null) {
            return;
        }
        int tries = 0;
        Iterator<T> simpler = generator.smaller(value).iterator();
        while (simpler.hasNext() && tries++ < SHRINK_TRIES_MAX) {
            T candidate = simpler.next();
            Throwable smallerFailure = failureOf(candidate, statement);
            if (smallerFailure != null) {
                value = candidate;
                failure = smallerFailure;
                simpler = generator.smaller(value).iterator();
            }
        }
        throw new AssertionError(
                "%s%nrepeat with -Dgoldenrod.seed=%d%nsmallest case after %d tries:%n%s%nfails: %s"
                        .formatted(name, seed, tries, value, failure),
                failure);
    }

    private static <T> Throwable failureOf(T value, Statement<? super T> statement) {
        try {
            statement.check(value);
            return null;
        } catch (Exception | AssertionError | StackOverflowError failure) {
            return failure;
        }
    }
}
