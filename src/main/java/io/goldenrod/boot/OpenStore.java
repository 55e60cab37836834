package io.goldenrod.boot;

import io.goldenrod.cli.IllegalUse;
import io.goldenrod.cli.Store;
import io.goldenrod.cli.StoreUnavailable;
import io.goldenrod.graph.IdentifierLookup;
import io.goldenrod.graph.IdentifierLookup.Answer;
import io.goldenrod.ingest.CompletePolicy;
import io.goldenrod.ingest.RecordIntake;
import io.goldenrod.neo4j.Database;
import io.goldenrod.neo4j.StoredScan;
import io.goldenrod.normalize.IdentifierOutcome;
import io.goldenrod.quality.CheckReport;
import io.goldenrod.quality.GraphCheck;
import io.goldenrod.resolution.PolicyInUse;
import io.goldenrod.revision.ChangeUnderWay;
import io.goldenrod.revision.PolicyChanges;
import io.goldenrod.revision.PolicyDifference;
import io.goldenrod.revision.Simulation;
import io.goldenrod.revision.SimulationTooLarge;
import io.goldenrod.revision.Simulations;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The store that a command works on: the same parts and settings as a service, without the service. */
final class OpenStore implements Store {

    private final DatabaseStart database;
    private final ConfigurableApplicationContext context;

    private OpenStore(DatabaseStart database, ConfigurableApplicationContext context) {
        this.database = database;
        this.context = context;
    }

    @Configuration(proxyBeanMethods = false)
    @Import({ConfigurationPropertiesAutoConfiguration.class, ResolutionBeans.class, ReadBeans.class})
    static class Parts {}

    /** @throws RuntimeException when the store cannot be opened; see {@link StartFailure} */
    static OpenStore open(String[] settings) {
        DatabaseStart database = DatabaseStart.withoutService();
        try {
            ConfigurableApplicationContext context = new SpringApplicationBuilder(Parts.class)
                    .web(WebApplicationType.NONE)
                    .bannerMode(Banner.Mode.OFF)
                    .logStartupInfo(false)
                    .registerShutdownHook(false)
                    .initializers(database)
                    .run(settings);
            OpenStore store = new OpenStore(database, context);
            // an interrupted command must not leave the database to recover at the next start
            Runtime.getRuntime().addShutdownHook(new Thread(store::close, "stop"));
            return store;
        } catch (RuntimeException | LinkageError e) {
            database.close();
            throw e;
        }
    }

    @Override
    public RecordIntake intake() {
        return context.getBean(RecordIntake.class);
    }

    @Override
    public Set<String> identifierTypes() {
        return context.getBean(PolicyInUse.class).policy().identifierTypes().keySet();
    }

    @Override
    public Resolved resolve(String type, String value) {
        IdentifierOutcome outcome =
                context.getBean(PolicyInUse.class).normalizer().identifier(type, value, null);
        if (outcome instanceof IdentifierOutcome.Refusal refusal) {
            throw new IllegalArgumentException(refusal.message());
        }
        Answer answer = context.getBean(IdentifierLookup.class)
                .find(List.of(((IdentifierOutcome.Normalized) outcome).identifier()))
                .get(0);
        List<String> candidates = answer.candidates().stream()
                .map(IdentifierLookup.Candidate::customerId)
                .toList();
        return new Resolved(answer.resolution().name(), answer.customerId(), candidates);
    }

    @Override
    public Checked check(Consumer<String> differences) {
        PolicyInUse.Parts parts = context.getBean(PolicyInUse.class).parts();
        if (!parts.settled()) {
            throw new IllegalUse(
                    "records are being brought up to the policy in force; check again when that is through");
        }
        var graph = new StoredScan(context.getBean(Database.class), parts.policy());
        CheckReport report = new GraphCheck(graph, parts.policy(), parts.matcher()).run();
        report.findings().forEach(finding -> differences.accept(finding.toString()));
        return new Checked(
                report.records(), report.identifiers(), report.customers(), report.decisions(), report.total());
    }

    @Override
    public PolicyDifference simulate(CompletePolicy policy, Simulation.Watcher watcher) {
        try {
            return context.getBean(Simulations.class).run(policy, watcher);
        } catch (ChangeUnderWay | SimulationTooLarge e) {
            throw new IllegalUse(e.getMessage());
        }
    }

    @Override
    public boolean apply(CompletePolicy policy, String by, String reason, Simulation.Watcher watcher) {
        PolicyChanges changes = context.getBean(PolicyChanges.class);
        // what was cut off before comes first
        changes.work(watcher);
        String inForce = context.getBean(PolicyInUse.class).policy().hash();
        boolean begun = false;
        if (!inForce.equals(policy.policy().hash())) {
            try {
                begun = changes.apply(policy, by, reason);
            } catch (ChangeUnderWay e) {
                throw new IllegalUse(e.getMessage());
            }
        }
        changes.work(watcher);
        if (changes.progress().isPresent()) {
            throw new StoreUnavailable("another instance brings the records up to the policy in force", null);
        }
        return begun;
    }

    @Override
    public synchronized void close() {
        context.close();
        database.close();
    }
}
