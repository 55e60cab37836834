/**
 * Another policy for a graph that is there: what it would change, and the change itself.
 *
 * <p>Why the graph keeps its policies with their models, and which of them is in force: all instances on one graph must
 * resolve by the same rules, a new instance must be able to start from the graph alone, and a decision that names a
 * policy must be explainable by it years later. A policy comes into force at once and the records follow; so that
 * nothing has to stand still meanwhile, everything that comes is resolved by the new one from the first moment, looking
 * at records themselves wherever a summary may still be one by the old.
 */
package io.goldenrod.revision;
