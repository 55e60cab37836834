package io.goldenrod.boot;

import io.goldenrod.ingest.ModelFile;
import io.goldenrod.ingest.PolicyFile;
import io.goldenrod.match.Matcher;
import io.goldenrod.policy.Policy;
import io.goldenrod.quality.ModelChoice;
import java.nio.file.Path;

/**
 * The policy that the settings name, with the model that it names in turn.
 *
 * @param matcher null when the policy matches by identifiers alone
 */
record PolicyInForce(Policy policy, Matcher matcher) {

    /** @param file empty for the policy that the product ships with */
    static PolicyInForce read(String file) {
        if (file.isEmpty()) {
            return of(PolicyFile.shipped(), Path.of(""));
        }
        Path path = Path.of(file).toAbsolutePath();
        return of(PolicyFile.load(path), path.getParent());
    }

    private static PolicyInForce of(Policy policy, Path folder) {
        return new PolicyInForce(policy, ModelChoice.of(policy, new ModelFile(folder)));
    }
}
