package io.goldenrod.policy;

import java.util.Optional;

/** Knows the models and blocking functions that a policy may name: they themselves lie further out. */
public interface ModelCatalog {

    /**
     * The hash of the model of that name; empty when there is none.
     *
     * @throws InvalidPolicy when the model contradicts itself, with everything that is wrong with it
     */
    Optional<String> hashOf(String model);

    /**
     * One sentence on why no pair, or any pair, would reach a probability with a model that is there; empty when
     * neither is so.
     */
    default Optional<String> problemOf(String model, double match) {
        return Optional.empty();
    }

    /** One sentence on what is wrong with a part of a blocking rule; empty when nothing is. */
    Optional<String> problemOf(BlockingRule.Part part);
}
