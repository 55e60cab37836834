package io.goldenrod.console.overview;

import io.goldenrod.console.Shown;
import io.goldenrod.console.Values;
import io.goldenrod.console.overview.Growth.Row;
import io.goldenrod.graph.DecisionLog;
import io.goldenrod.graph.PolicyStore;
import io.goldenrod.graph.Quarantine;
import io.goldenrod.graph.SourceReads;
import io.goldenrod.graph.SourceReads.Hub;
import io.goldenrod.graph.StatisticsReads;
import io.goldenrod.graph.StatisticsReads.Activity;
import io.goldenrod.graph.StatisticsReads.Counts;
import io.goldenrod.quality.SourceQuality;
import io.goldenrod.resolution.PolicyInUse;
import io.goldenrod.steward.ReviewFilter;
import io.goldenrod.steward.ReviewQueue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page. */
@Controller
class OverviewController {

    private static final int REQUESTS_MAX = 6;
    private static final int DECISIONS_LOOKED_AT = 10_000;
    private static final int REFUSALS_SHOWN = 3;
    private static final int WAITING_COUNTED_MAX = 100;
    private static final int HASH_SHOWN = 12;

    private final StatisticsReads statistics;
    private final SourceReads sources;
    private final SourceQuality quality;
    private final Quarantine quarantine;
    private final DecisionLog log;
    private final PolicyStore policies;
    private final PolicyInUse inUse;
    private final ReviewQueue reviews;
    private final ApplicationAvailability availability;
    private final MessageSource words;
    private final Values values;

    OverviewController(
            StatisticsReads statistics,
            SourceReads sources,
            SourceQuality quality,
            Quarantine quarantine,
            DecisionLog log,
            PolicyStore policies,
            PolicyInUse inUse,
            ReviewQueue reviews,
            ApplicationAvailability availability,
            MessageSource words,
            Values values) {
        this.statistics = statistics;
        this.sources = sources;
        this.quality = quality;
        this.quarantine = quarantine;
        this.log = log;
        this.policies = policies;
        this.inUse = inUse;
        this.reviews = reviews;
        this.availability = availability;
        this.words = words;
        this.values = values;
    }

    /**
     * A chart with its numbers in words.
     *
     * @param key of its words
     * @param total what there is, or what happened in the whole time
     * @param change since the first day; null where that says nothing
     */
    record ChartView(String key, String svg, long total, Long change) {}

    /** @param width of its bar in percent of the longest */
    record SizeView(long from, long to, long customers, double width) {}

    /** @param suppressed why it does not link; null when it does */
    record HubView(Shown identifier, long records, String suppressed) {}

    /** A request that brought decisions. */
    record IngestView(Shown request, Instant at, long decisions, List<String> sources) {}

    /** A refused line, with the first thing that is wrong with it. */
    record RefusalView(Instant at, String source, long line, Shown reason) {}

    /** How the service does. @param hash of the last decision, shortened; null when there is none */
    record HealthView(boolean isReady, long seq, String hash, String version) {}

    /** The rules in force. */
    record PolicyView(String name, String hash, Instant since, boolean isSettled) {}

    @GetMapping("/")
    String overview(Model model, Locale locale) {
        Counts counts = statistics.counts();
        model.addAttribute("counts", counts);
        model.addAttribute("health", health());
        model.addAttribute("policy", policy());
        if (counts.records() == 0 && counts.decisions() == 0 && counts.quarantined() == 0) {
            return "overview-empty";
        }
        Activity activity = statistics.activity();
        List<Row> rows = Growth.rows(counts, activity);
        model.addAttribute("left", activity.left());
        model.addAttribute("rows", newestFirst(rows));
        model.addAttribute(
                "growth",
                List.of(
                        level("customers", rows, Row::customers, locale),
                        level("records", rows, Row::records, locale),
                        level("identifiers", rows, Row::identifiers, locale)));
        model.addAttribute(
                "activity",
                List.of(
                        bars("merges", "bar-strong", rows, Row::merges, locale),
                        bars("splits", "bar-matched", rows, Row::splits, locale),
                        bars("held", "bar-bad", rows, Row::held, locale)));
        StatisticsReads.Sizes sizes = statistics.sizes();
        model.addAttribute("sizes", sizes(sizes));
        model.addAttribute("largest", sizes.largest());
        SourceQuality.Report report = quality.report();
        model.addAttribute("quality", QualityTable.of(report));
        model.addAttribute("sample", SourceQuality.SAMPLE);
        model.addAttribute("countedMax", SourceQuality.COUNTED_MAX);
        model.addAttribute("report", report);
        model.addAttribute("carried", hubs(report.carried()));
        model.addAttribute("suppressed", hubs(report.suppressed()));
        model.addAttribute("ingests", ingests());
        model.addAttribute("refusals", refusals());
        return "overview";
    }

    /** How much waits for a steward; asked apart, as it reads more than the rest. */
    @GetMapping("/overview/waiting")
    String waiting(Model model) {
        ReviewQueue.Part part = reviews.list(ReviewFilter.OPEN, "", WAITING_COUNTED_MAX);
        model.addAttribute("waiting", part.reviews().size());
        model.addAttribute("more", part.next() != null || part.cut());
        return "overview :: waiting";
    }

    private static List<Row> newestFirst(List<Row> rows) {
        List<Row> reversed = new ArrayList<>(rows);
        java.util.Collections.reverse(reversed);
        return reversed;
    }

    private ChartView level(String key, List<Row> rows, ToLongFunction<Row> column, Locale locale) {
        List<Long> numbers = Growth.column(rows, column);
        long last = numbers.get(numbers.size() - 1);
        String label = words.getMessage("overview.chart." + key, new Object[] {last, numbers.get(0)}, locale);
        return new ChartView(key, DayChart.level(label, days(rows), numbers), last, last - numbers.get(0));
    }

    private ChartView bars(String key, String style, List<Row> rows, ToLongFunction<Row> column, Locale locale) {
        List<Long> numbers = Growth.column(rows, column);
        long total = numbers.stream().mapToLong(Long::longValue).sum();
        String label = words.getMessage("overview.chart." + key, new Object[] {total}, locale);
        return new ChartView(key, DayChart.bars(label, style, days(rows), numbers), total, null);
    }

    private static List<LocalDate> days(List<Row> rows) {
        return rows.stream().map(Row::day).toList();
    }

    private static List<SizeView> sizes(StatisticsReads.Sizes sizes) {
        long most = Math.max(
                1,
                sizes.buckets().stream()
                        .mapToLong(StatisticsReads.Bucket::customers)
                        .max()
                        .orElse(1));
        return sizes.buckets().stream()
                .map(each -> new SizeView(
                        each.from(),
                        each.to(),
                        each.customers(),
                        each.customers() == 0 ? 0 : Math.max(0.6, 100.0 * each.customers() / most)))
                .toList();
    }

    private List<HubView> hubs(List<Hub> hubs) {
        return hubs.stream()
                .map(each ->
                        new HubView(values.identifier(each.type(), each.value()), each.records(), each.suppressed()))
                .toList();
    }

    private List<IngestView> ingests() {
        return sources.ingests(DECISIONS_LOOKED_AT, REQUESTS_MAX).stream()
                .map(each ->
                        new IngestView(values.request(each.request()), each.to(), each.decisions(), each.sources()))
                .toList();
    }

    private List<RefusalView> refusals() {
        return quarantine.page("", REFUSALS_SHOWN).items().stream()
                .map(each -> new RefusalView(
                        each.at(),
                        each.source(),
                        each.line(),
                        values.words(
                                each.errors().isEmpty()
                                        ? null
                                        : each.errors().get(0).field() + ": "
                                                + each.errors().get(0).message())))
                .toList();
    }

    private HealthView health() {
        DecisionLog.Head head = log.head();
        String version = OverviewController.class.getPackage().getImplementationVersion();
        return new HealthView(
                availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC,
                head.seq(),
                head.hash() == null
                        ? null
                        : head.hash()
                                .substring(0, Math.min(HASH_SHOWN, head.hash().length())),
                version);
    }

    private PolicyView policy() {
        PolicyInUse.Parts parts = inUse.parts();
        String hash = parts.policy().hash();
        return new PolicyView(
                parts.policy().name(),
                hash.substring(0, Math.min(HASH_SHOWN, hash.length())),
                policies.lastTerm(hash).map(PolicyStore.Term::since).orElse(null),
                parts.settled());
    }
}
