package io.goldenrod.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.goldenrod.graph.StatisticsReads;
import io.goldenrod.graph.StatisticsReads.Bucket;
import io.goldenrod.graph.StatisticsReads.Counts;
import io.goldenrod.graph.StatisticsReads.Sizes;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How much there is. */
@Tag(name = "Statistics")
@RestController
class StatisticsController {

    private final StatisticsReads statistics;

    StatisticsController(StatisticsReads statistics) {
        this.statistics = statistics;
    }

    /** All the counts. */
    record StatisticsView(
            @Schema(description = "Current customers") long customers,

            @Schema(description = "Merged and retired ones, which still answer")
            long formerCustomers,

            long records,
            long identifiers,

            @Schema(description = "Links that a constraint keeps from joining")
            long heldLinks,

            @Schema(description = "Identifiers that do not link")
            long suppressedIdentifiers,

            long decisions,

            @Schema(description = "Customers that were merged into another")
            long merges,

            @Schema(description = "Refused lines in the quarantine")
            long quarantined,

            @Schema(description = "Customers by number of records; up to a minute old")
            SizesView sizeDistribution,

            @Schema(description = "Decisions of the last days by day in UTC; up to a minute old")
            Map<LocalDate, Long> decisionsByDay) {

        private static StatisticsView of(Counts counts, Sizes sizes, Map<LocalDate, Long> days) {
            return new StatisticsView(
                    counts.customers(),
                    counts.former(),
                    counts.records(),
                    counts.identifiers(),
                    counts.held(),
                    counts.suppressed(),
                    counts.decisions(),
                    counts.merges(),
                    counts.quarantined(),
                    SizesView.of(sizes),
                    days);
        }
    }

    /** Customers by size. */
    record SizesView(
            @Schema(description = "When they were counted") Instant at,

            @Schema(description = "Records of the largest customer")
            long largest,

            List<BucketView> buckets) {

        private static SizesView of(Sizes sizes) {
            return new SizesView(
                    sizes.at(),
                    sizes.largest(),
                    sizes.buckets().stream().map(BucketView::of).toList());
        }
    }

    /** Customers of one range of sizes. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record BucketView(
            long recordsFrom,

            @Schema(description = "Absent in the last range")
            Long recordsTo,

            long customers) {

        private static BucketView of(Bucket bucket) {
            return new BucketView(
                    bucket.from(), bucket.to() == Long.MAX_VALUE ? null : bucket.to(), bucket.customers());
        }
    }

    @Operation(summary = "Count customers, records, identifiers, held links and decisions")
    @GetMapping(path = "/v1/stats", produces = Json.MEDIA_TYPE)
    StatisticsView statistics(HttpServletRequest request) {
        Query.of(request);
        return StatisticsView.of(statistics.counts(), statistics.sizes(), statistics.decisionsByDay());
    }
}
