package io.goldenrod.console.customer;

import io.goldenrod.console.ConsoleProblem;
import io.goldenrod.console.CustomerHead;
import io.goldenrod.console.DecisionWords;
import io.goldenrod.console.DecisionWords.Line;
import io.goldenrod.console.Shown;
import io.goldenrod.console.Values;
import io.goldenrod.console.customer.Moments.Moment;
import io.goldenrod.console.customer.ProfilePage.Silent;
import io.goldenrod.explain.Explainer;
import io.goldenrod.golden.CustomerIds;
import io.goldenrod.graph.CustomerReads;
import io.goldenrod.graph.CustomerReads.Customer;
import io.goldenrod.graph.CustomerReads.DecisionEntry;
import io.goldenrod.graph.CustomerReads.Status;
import io.goldenrod.graph.DecisionLog;
import io.goldenrod.graph.DecisionLog.Filter;
import io.goldenrod.graph.HistoryReads;
import io.goldenrod.lineage.Decision.Kind;
import io.goldenrod.resolution.PolicyInUse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** A customer's golden profile, with where everything in it is from. */
@Controller
class ProfileScreen {

    private static final int IDENTIFIERS_SHOWN = 25;
    private static final int RECORDS_SHOWN = 25;
    private static final int FORMER_SHOWN = 20;
    private static final int SAID_MAX = 20;

    /** Reading the links of so many takes a few milliseconds. */
    private static final int CONFIDENCE_RECORDS_MAX = 1_000;

    /** Of larger customers it is not looked up which identifiers do not link. */
    private static final int SILENT_RECORDS_MAX = 100;

    private static final int NODES_MAX = 500;

    private final CustomerReads customers;
    private final HistoryReads history;
    private final DecisionLog log;
    private final Explainer explainer;
    private final PolicyInUse inUse;
    private final Moments moments;
    private final Profiles profiles;
    private final CustomerHead.Finder finder;
    private final DecisionWords words;
    private final Values values;

    ProfileScreen(
            CustomerReads customers,
            HistoryReads history,
            DecisionLog log,
            Explainer explainer,
            PolicyInUse inUse,
            Moments moments,
            Profiles profiles,
            CustomerHead.Finder finder,
            DecisionWords words,
            Values values) {
        this.customers = customers;
        this.history = history;
        this.log = log;
        this.explainer = explainer;
        this.inUse = inUse;
        this.moments = moments;
        this.profiles = profiles;
        this.finder = finder;
        this.words = words;
        this.values = values;
    }

    /**
     * @param identifiers the key of the identifier after which to go on
     * @param records the key of the record after which to go on
     * @param confidence whether to look up what a large customer rests on
     * @param done what was just done: the message {@code profile.done.DONE}
     * @param parts IDs of the customers that it was parted into
     */
    @GetMapping("/customers/{id}")
    String profile(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String asOf,
            @RequestParam(defaultValue = "") String identifiers,
            @RequestParam(defaultValue = "") String records,
            @RequestParam(defaultValue = "false") boolean confidence,
            @RequestParam(defaultValue = "") String done,
            @RequestParam(defaultValue = "") List<String> parts,
            Model model) {
        Moment moment = moments.moment(asOf);
        Customer customer = moment == null
                ? finder.customer(id)
                : history.customer(id, moment.seq())
                        .orElseThrow(() -> ConsoleProblem.notFound("notYetCustomer", values.moment(moment.at())));
        model.addAttribute("head", finder.head(customer));
        model.addAttribute("moment", moment);
        model.addAttribute("done", List.of("pinned", "unpinned", "parted").contains(done) ? done : null);
        model.addAttribute("parts", parted(parts));
        model.addAttribute(
                "profile",
                moment == null
                        ? now(customer, identifiers, records, confidence)
                        : then(customer, moment, identifiers, records));
        return "profile";
    }

    private List<Shown> parted(List<String> parts) {
        return parts.stream()
                .filter(CustomerIds::isCustomerId)
                .map(values::customer)
                .toList();
    }

    private ProfilePage now(Customer customer, String identifiers, String records, boolean confidence) {
        boolean isActive = customer.status() == Status.ACTIVE;
        boolean isLarge = customer.records() > CONFIDENCE_RECORDS_MAX;
        boolean isSmall = isActive && customer.records() <= SILENT_RECORDS_MAX;
        List<Silent> silent =
                isSmall ? profiles.silent(customer, customers.graph(customer.id(), 1, NODES_MAX)) : List.of();
        return new ProfilePage(
                profiles.attributes(customer.profile()),
                profiles.identifiers(
                        customers.identifiers(customer.id(), identifiers, IDENTIFIERS_SHOWN),
                        identifiers,
                        inUse.policy()),
                profiles.records(customers.records(customer.id(), records, RECORDS_SHOWN), records, null),
                silent,
                profiles.consent(customer.profile()),
                isActive && (!isLarge || confidence) ? profiles.weakest(explainer.confidence(customer.id())) : null,
                isActive && isLarge && !confidence,
                profiles.customers(customer.mergedFrom(), FORMER_SHOWN),
                Math.max(0, customer.mergedFrom().size() - FORMER_SHOWN),
                said(customer.id()),
                customer.createdAt(),
                customer.updatedAt());
    }

    private ProfilePage then(Customer customer, Moment moment, String identifiers, String records) {
        return new ProfilePage(
                profiles.attributes(customer.profile()),
                profiles.identifiers(
                        history.identifiers(customer.id(), moment.seq(), identifiers, IDENTIFIERS_SHOWN),
                        identifiers,
                        inUse.policy()),
                profiles.records(history.records(customer.id(), moment.seq(), records, RECORDS_SHOWN), records, moment),
                List.of(),
                profiles.consent(customer.profile()),
                null,
                false,
                profiles.customers(customer.mergedFrom(), FORMER_SHOWN),
                Math.max(0, customer.mergedFrom().size() - FORMER_SHOWN),
                List.of(),
                customer.createdAt(),
                null);
    }

    /** What stewards said of the customer, and took back: the first of each. */
    private List<Line> said(String customer) {
        List<DecisionEntry> said = new ArrayList<>();
        for (Kind kind : List.of(Kind.ASSERTED, Kind.RETRACTED)) {
            Filter filter = new Filter(customer, List.of(), kind.name(), 1, Long.MAX_VALUE);
            said.addAll(log.list(filter, 0, SAID_MAX).items());
        }
        said.sort(Comparator.comparingLong(DecisionEntry::seq));
        return words.of(said);
    }
}
