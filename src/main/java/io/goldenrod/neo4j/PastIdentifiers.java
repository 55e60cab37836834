package io.goldenrod.neo4j;

import io.goldenrod.identity.Identifier;
import io.goldenrod.lineage.Decision;
import io.goldenrod.lineage.PastHolds;
import io.goldenrod.policy.IdentifierType;
import io.goldenrod.policy.Linking;
import io.goldenrod.policy.Policy;
import io.goldenrod.resolution.Sharing;

/** Why identifiers did not link. */
final class PastIdentifiers {

    private PastIdentifiers() {}

    /** As it stood on the identifier; null when it linked. */
    static String suppressed(Identifier identifier, PastHolds holds, Policy policy) {
        IdentifierType type = policy.type(identifier.type());
        if (type == null || type.linking() == Linking.NONE) {
            return Sharing.NONE;
        }
        Decision decision = holds.suppressed(identifier.key());
        if (decision == null) {
            return null;
        }
        return type.blocks(identifier.value()) ? Sharing.DENIED : Sharing.reason(decision.detail());
    }
}
