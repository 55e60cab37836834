package io.goldenrod.policy;

import java.util.Optional;

/** Knows the models and blocking functions that a policy may name: they themselves lie further out. */
public interface ModelCatalog {

    /** The hash of the model of that name; empty when there is none. */
    Optional<String> hashOf(String model);

    /** One sentence on what is wrong with a part of a blocking rule; empty when nothing is. */
    Optional<String> problemOf(BlockingRule.Part part);
}
