package io.goldenrod.console.customer;

import io.goldenrod.console.ConsoleProblem;
import io.goldenrod.console.CustomerHead;
import io.goldenrod.console.Values;
import io.goldenrod.console.customer.Moments.Moment;
import io.goldenrod.graph.CustomerReads;
import io.goldenrod.graph.CustomerReads.MemberRecord;
import io.goldenrod.graph.HistoryReads;
import io.goldenrod.graph.RecordReads;
import io.goldenrod.graph.RecordReads.RecordEntry;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.resolution.PolicyInUse;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** One record: what was said, what was understood, and what came of it. */
@Controller
class RecordScreen {

    private static final int PEERS_MAX = 8;

    private final RecordReads records;
    private final HistoryReads history;
    private final CustomerReads customers;
    private final PolicyInUse inUse;
    private final Moments moments;
    private final Records pages;
    private final CustomerHead.Finder finder;
    private final Values values;

    RecordScreen(
            RecordReads records,
            HistoryReads history,
            CustomerReads customers,
            PolicyInUse inUse,
            Moments moments,
            Records pages,
            CustomerHead.Finder finder,
            Values values) {
        this.records = records;
        this.history = history;
        this.customers = customers;
        this.inUse = inUse;
        this.moments = moments;
        this.pages = pages;
        this.finder = finder;
        this.values = values;
    }

    /** @param rest what follows the source, which may hold slashes */
    @GetMapping("/records/{source}/{*rest}")
    String record(
            @PathVariable String source,
            @PathVariable String rest,
            @RequestParam(defaultValue = "") String asOf,
            Model model) {
        RecordKey key = key(source, rest.startsWith("/") ? rest.substring(1) : rest);
        Moment moment = moments.moment(asOf);
        RecordEntry record = (moment == null ? records.record(key) : history.record(key, moment.seq()))
                .orElseThrow(() -> moment == null
                        ? ConsoleProblem.notFound("unknownRecord")
                        : ConsoleProblem.notFound("notYetRecord", values.moment(moment.at())));
        String customer = record.customerId();
        List<MemberRecord> peers = moment == null
                ? customers.records(customer, "", PEERS_MAX + 1).items()
                : history.records(customer, moment.seq(), "", PEERS_MAX + 1).items();
        (moment == null ? customers.customer(customer) : history.customer(customer, moment.seq()))
                .ifPresent(found -> model.addAttribute("customer", CustomerCard.of(found, finder.head(found), values)));
        model.addAttribute("moment", moment);
        model.addAttribute("record", pages.page(record, peers, PEERS_MAX, inUse.parts()));
        return "record";
    }

    private static RecordKey key(String source, String recordId) {
        try {
            return new RecordKey(source, recordId);
        } catch (IllegalArgumentException e) {
            throw ConsoleProblem.notFound("unknownRecord");
        }
    }
}
