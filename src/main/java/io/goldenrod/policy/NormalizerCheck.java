package io.goldenrod.policy;

import java.util.List;
import java.util.Map;

/** Says what is wrong with the normaliser that a policy names: the normalisers themselves lie further out. */
@FunctionalInterface
public interface NormalizerCheck {

    /**
     * Looks at a normaliser's name and options.
     *
     * @return one sentence for each problem; empty when the normaliser exists and takes these options
     */
    List<String> problems(String normalizer, Map<String, Object> options);
}
