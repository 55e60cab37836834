package io.goldenrod.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.goldenrod.policy.IdentifierType;
import io.goldenrod.policy.InvalidPolicy;
import io.goldenrod.policy.Linking;
import io.goldenrod.policy.Policy;
import io.goldenrod.policy.Source;
import io.goldenrod.policy.Window;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyFileTests {

    private static final Policy SHIPPED = PolicyFile.shipped();

    @Test
    void theShippedPolicyKnowsEveryTypeOfCustomerData() {
        assertThat(SHIPPED.name()).isEqualTo("customers");
        assertThat(SHIPPED.identifierTypes().keySet())
                .containsExactlyInAnyOrder(
                        "email",
                        "phone",
                        "crm_id",
                        "account_id",
                        "loyalty_id",
                        "national_id",
                        "passport",
                        "drivers_license",
                        "tax_id",
                        "lei",
                        "customer_id",
                        "user_id",
                        "device_id",
                        "advertising_id",
                        "cookie_id",
                        "social",
                        "ip",
                        "address");
        assertThat(SHIPPED.source("crm").trustRank())
                .isLessThan(SHIPPED.source("pos").trustRank());
        assertThat(SHIPPED.source("elsewhere")).isEqualTo(new Source("default", "", "", 100, ""));
        assertThat(SHIPPED.maxComponentLinks()).isEqualTo(1_000_000);
    }

    @ParameterizedTest
    @CsvSource({
        "national_id, STRONG, 1, 0", "customer_id, STRONG, 1, 0", "crm_id, STRONG, 1, 0", "account_id, STRONG, 10, 3",
        "user_id, STRONG, 5, 4", "loyalty_id, STRONG, 2, 8", "email, STRONG, 10, 8", "phone, STRONG, 10, 8",
        "social, STRONG, 10, 8", "device_id, WEAK, 0, 0", "advertising_id, WEAK, 0, 0", "cookie_id, WEAK, 0, 0",
        "ip, NONE, 0, 0", "address, NONE, 0, 0", "passport, STRONG, 4, 0", "drivers_license, STRONG, 4, 0",
        "tax_id, STRONG, 1, 0", "lei, STRONG, 1, 0"
    })
    void theShippedPolicyLinksAsItSays(String name, Linking linking, int maxPerCustomer, int namesAbove) {
        IdentifierType type = SHIPPED.type(name);

        assertThat(type.linking()).isEqualTo(linking);
        assertThat(type.maxPerCustomer()).isEqualTo(maxPerCustomer);
        assertThat(type.namesAbove()).isEqualTo(namesAbove);
        assertThat(type.window()).isEqualTo(name.equals("loyalty_id") ? Window.YEARLY : Window.EVER);
    }

    @ParameterizedTest
    @CsvSource({
        "email, test@test.com, true",
        "email, noreply@shop.example, true",
        "email, no-reply+tag@shop.example, true",
        "email, donotreply@shop.example, true",
        "email, do-not-reply@shop.example, true",
        "email, postmaster@shop.example, true",
        "email, someone@host.invalid, true",
        "email, xx@xxx.com, true",
        "email, ada@example.org, false",
        "email, reply@shop.example, false",
        "email, noreen@shop.example, false",
        "email, m@g.de, false",
        "email, mm@m-m.de, false",
        "phone, +440000000000, true",
        "phone, +10000000000, true",
        "phone, +15555555555, true",
        "phone, +49111111111, true",
        "phone, +441234567890, true",
        "phone, +491234567, true",
        "phone, +442079460018, false",
        "phone, +12025550123, false",
        "phone, +4930222333, false",
        "phone, +442071234567, false",
        "crm_id, unknown, true",
        "crm_id, UNKNOWN, true",
        "crm_id, 0, true",
        "crm_id, 000000, true",
        "crm_id, xxx, true",
        "crm_id, 1, false",
        "crm_id, 1001, false",
        "crm_id, 9999, false",
        "crm_id, 12345, false",
        "customer_id, N/A, true",
        "customer_id, NAN, true",
        "national_id, 111111111, true",
        "national_id, 123456789, true",
        "national_id, 198710275001110, false",
        "device_id, 00000000-0000-0000-0000-000000000000, true",
        "device_id, unknown, true",
        "device_id, 6f9619ff-8b86-d011-b42d-00cf4fc964ff, false",
        "advertising_id, 00000000-0000-0000-0000-000000000000, true",
        "cookie_id, GA1.2.1234.5678, false"
    })
    void theShippedDenyListsKnowFillersFromPeople(String type, String value, boolean blocked) {
        assertThat(SHIPPED.type(type).blocks(value)).isEqualTo(blocked);
    }

    @Test
    void aTypeIsAddedByConfigurationAlone() {
        Policy policy = PolicyFile.parse("""
            extends: default
            name: airline
            identifierTypes:
              frequent_flyer: {normalizer: code, linking: strong, priority: 55, maxPerCustomer: 1}
            sources:
              app: {owner: Mobile, trustRank: 30, phoneRegion: NO}
            """, "airline.yml");

        assertThat(policy.name()).isEqualTo("airline");
        assertThat(policy.type("frequent_flyer").priority()).isEqualTo(55);
        assertThat(policy.types()).hasSize(SHIPPED.types().size() + 1);
        assertThat(policy.type("email").maxPerCustomer())
                .isEqualTo(SHIPPED.type("email").maxPerCustomer());
        assertThat(policy.source("app")).isEqualTo(new Source("app", "Mobile", "", 30, "NO"));
        assertThat(policy.source("crm")).isEqualTo(SHIPPED.source("crm"));
        assertThat(policy.hash()).isNotEqualTo(SHIPPED.hash());
    }

    @Test
    void thePolicyForOrganizationsExtendsTheDefaultAndCanBeExtended() {
        Policy organizations = PolicyFile.parse("extends: organizations", "x");

        assertThat(organizations.name()).isEqualTo("organizations");
        assertThat(organizations.type("phone").linking()).isEqualTo(Linking.NONE);
        assertThat(organizations.type("crm_id").blockedValues())
                .isEqualTo(SHIPPED.type("crm_id").blockedValues());
        assertThat(PolicyFile.parse("{extends: organizations, defaultSource: {phoneRegion: US}}", "x")
                        .defaultSource()
                        .phoneRegion())
                .isEqualTo("US");
    }

    @Test
    void whatExtendsTheShippedPolicyChangesAndRemoves() {
        Policy policy = PolicyFile.parse("""
            extends: default
            identifierTypes:
              cookie_id:
              email:
                namesAbove: 6
                blockedValues: {add: [till@shop.example], remove: [me@me.com]}
              device_id: {linking: none, priority: null, sharedAbove: null, contested: null}
            vetoes: {birthDate: null, person: null}
            """, "mine.yml");

        assertThat(policy.type("cookie_id")).isNull();
        assertThat(policy.type("email").namesAbove()).isEqualTo(6);
        assertThat(policy.type("email").blocks("till@shop.example")).isTrue();
        assertThat(policy.type("email").blocks("me@me.com")).isFalse();
        assertThat(policy.type("email").blocks("test@test.com")).isTrue();
        assertThat(policy.type("device_id").linking()).isEqualTo(Linking.NONE);
        assertThat(policy.vetoes()).isEmpty();
        assertThat(PolicyFile.parse("extends: default", "x").hash()).isEqualTo(SHIPPED.hash());
    }

    @Test
    void problemsNameTheFileAndTheLine(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("mine.yml"), """
            extends: default
            identifierTypes:
              email:
                maxPerCustomer: many
              frequent_flyer: {linking: strong, normaliser: code, priority: 70}
            """);

        var refused = catchThrowableOfType(InvalidPolicy.class, () -> PolicyFile.load(file));

        assertThat(refused).hasMessageStartingWith(file + " has 4 problems:");
        assertThat(refused.problems())
                .extracting(problem -> problem.path() + " " + problem.line())
                .containsExactly(
                        "identifierTypes.email.maxPerCustomer 4",
                        "identifierTypes.frequent_flyer.normalizer 0",
                        "identifierTypes.frequent_flyer.normaliser 5",
                        "identifierTypes.frequent_flyer.priority 5");
        assertThat(refused).hasMessageContaining("did you mean \"normalizer\"?");
    }

    @Test
    void brokenFilesAndUnknownPoliciesAreRefused(@TempDir Path folder) {
        assertThatThrownBy(() -> PolicyFile.load(folder.resolve("none.yml"))).isInstanceOf(UnreadableDocument.class);
        assertThatThrownBy(() -> PolicyFile.parse("a: [", "x")).isInstanceOf(UnreadableDocument.class);
        assertThatThrownBy(() -> PolicyFile.parse("extends: other", "x"))
                .isInstanceOf(InvalidPolicy.class)
                .hasMessageContaining("extends (line 1)");
        assertThatThrownBy(() -> PolicyFile.parse("extends: default\nidentifierTypes: {emial: }", "x"))
                .isInstanceOf(InvalidPolicy.class)
                .hasMessageContaining("did you mean \"email\"?");
    }

    @Test
    void theEffectivePolicyStandsAloneAndTheTextIsKept() {
        String yaml = "extends: default\nmaxComponentLinks: 5\n";
        PolicyFile file = PolicyFile.of(YamlDocument.parse(yaml, "x"));

        String effective = PolicyFile.effective(file.policy());

        assertThat(file.document()).isEqualTo(yaml);
        assertThat(effective).doesNotContain("extends");
        assertThat(PolicyFile.parse(effective, "effective").hash())
                .isEqualTo(file.policy().hash());
        assertThat(PolicyFile.parse(PolicyFile.effective(SHIPPED), "effective").hash())
                .isEqualTo(SHIPPED.hash());
    }
}
