package io.goldenrod.console.customer;

import io.goldenrod.console.DecisionWords;
import io.goldenrod.console.Shown;
import java.util.List;

/**
 * What a split would do.
 *
 * @param members that are to go, as members are named
 * @param parts what the customer would come apart into
 * @param assertions how many assertions would be made
 * @param decisions what would be decided, in order
 * @param decisionsMore how many of them are not shown
 */
record SplitPage(
        List<String> members, List<Part> parts, int assertions, List<DecisionWords.Line> decisions, int decisionsMore) {

    /**
     * One of the customers that there would be.
     *
     * @param kind which ID it has: kept, restored or minted; the message {@code split.part.KIND}
     * @param name by which people know it; null when its first record says none
     * @param records the first of them
     * @param more how many others there are
     */
    record Part(Shown customer, String kind, Shown name, int count, List<Shown> records, int more) {}
}
